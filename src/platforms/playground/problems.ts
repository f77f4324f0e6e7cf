import type { NextFunction, Request, Response } from 'express'
import { z } from 'zod'
import type { Phrase } from '../../chat/locale.ts'
import { personaById } from './company.ts'
import { Refusal } from './refusal.ts'
import { LARGEST_BODY_BYTES } from './requests.ts'

const BodyProblem = z.object({ type: z.enum(['entity.too.large', 'entity.parse.failed', 'encoding.unsupported']) })

/** Says in a JSON sentence what was wrong with a request; what is our own fault goes on to the web app. */
export function answerProblems(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  const refusal = error instanceof Refusal ? error : refusalOf(error)
  if (refusal && !res.headersSent) res.status(refusal.status).json({ error: refusal.message })
  else next(error)
}

const BROKEN: Phrase = {
  en: 'Something went wrong on our side; nothing was changed. Try again.',
  'zh-CN': '我们这边出错了，没有做任何更改，请重试。',
}

/** What to say to a persona of what is our own fault. */
export const apologyTo = (persona: string): string => BROKEN[personaById(persona)?.locale ?? 'en']

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
