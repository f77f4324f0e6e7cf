import type { ErrorRequestHandler } from 'express'
import { FieldErrors, UserError } from '../errors.ts'
import type { World } from '../world.ts'
import { type Problem, Refusal } from './refusal.ts'

/** Says to a program, in English, why it does not get what it asked for. */
export const answerRefusals =
  (world: World): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const { status, message, problems, present } = refusalOf(error)
    if (status >= 500) world.log.error({ path: request.baseUrl, err: error }, 'A request of a program failed')
    response.status(status).json({
      error: message,
      ...(problems.length > 0 && { problems }),
      ...(present && { present }),
    })
  }

function refusalOf(error: Error & { type?: string; status?: number }): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof UserError) return new Refusal(422, error.message, { problems: fieldsOf(error) })
  if (error.type === 'entity.too.large') return new Refusal(413, 'The body is larger than 256 KB.')
  if (error.type === 'entity.parse.failed') return new Refusal(400, 'The body is not JSON.')
  if (error.status && error.status < 500) return new Refusal(error.status, 'The request cannot be read.')
  return new Refusal(
    500,
    'Something went wrong on our side. Send it again, with the same Idempotency-Key if it had one.',
  )
}

const fieldsOf = (error: UserError): Problem[] =>
  error instanceof FieldErrors ? Object.entries(error.errors).map(([path, message]) => ({ path, message })) : []
