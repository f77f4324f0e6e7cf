import type { NextFunction, Request, Response } from 'express'
import { z } from 'zod'
import { Refusal } from './refusal.ts'
import { LARGEST_BODY_BYTES } from './requests.ts'

const BodyProblem = z.object({ type: z.enum(['entity.too.large', 'entity.parse.failed', 'encoding.unsupported']) })

/** Says in a JSON sentence what was wrong with a request; what is our own fault goes on to the web app. */
export function answerProblems(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  const refusal = error instanceof Refusal ? error : refusalOf(error)
  if (refusal && !res.headersSent) res.status(refusal.status).json({ error: refusal.message })
  else next(error)
}

function refusalOf(error: unknown): Refusal | null {
  const problem = BodyProblem.safeParse(error)
  if (!problem.success) return null

  switch (problem.data.type) {
    case 'entity.too.large':
      return new Refusal(413, `The body is larger than ${LARGEST_BODY_BYTES / 1024} KB.`)
    case 'entity.parse.failed':
      return new Refusal(400, 'The body is not JSON.')
    case 'encoding.unsupported':
      return new Refusal(400, 'The body is encoded in a way that is not understood.')
  }
}
