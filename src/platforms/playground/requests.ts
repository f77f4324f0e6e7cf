import express, { type Request } from 'express'
import { z } from 'zod'
import { personaById } from './company.ts'
import { Refusal } from './refusal.ts'

export const LARGEST_BODY_BYTES = 256 * 1024
const LONGEST_TEXT = 40_000

const Id = z.union([z.string().min(1).max(80), z.int().nonnegative().transform(String)])
const Words = z.string().max(LONGEST_TEXT).regex(/\S/, 'is empty')
/** Made by whoever asks: the same one twice has one effect. */
const Receipt = z.string().min(1).max(80).optional()
const Channel = z.string().max(80).nullish()
const Value = z.union([
  z.string().max(LONGEST_TEXT),
  z.boolean(),
  z.number().transform(String),
  z.array(z.string().max(LONGEST_TEXT)).max(1_000),
])

export const SayRequest = z.object({ as: Id, channel: Channel, text: Words, id: Receipt })
export const PressRequest = z.object({
  as: Id,
  message: Id,
  button: z.string().min(1).max(255),
  value: z.string().max(2_000).default(''),
  id: Receipt,
})
export const ShortcutRequest = z.object({ as: Id, message: Id, shortcut: z.string().min(1).max(255), id: Receipt })
export const SubmitRequest = z.object({
  as: Id,
  channel: Channel,
  form: z.string().min(1).max(255),
  context: z.string().max(20_000).default(''),
  values: z.record(z.string(), Value.nullable()),
  id: Receipt,
})
export const ReadRequest = z.object({ as: Id, place: z.string().max(80), upTo: z.string().regex(/^\d{1,18}$/) })

export type SayRequest = z.infer<typeof SayRequest>
export type PressRequest = z.infer<typeof PressRequest>
export type ShortcutRequest = z.infer<typeof ShortcutRequest>
export type SubmitRequest = z.infer<typeof SubmitRequest>

export const jsonBody = express.json({ limit: LARGEST_BODY_BYTES })

/** The body as the schema wants it; throws a Refusal with a sentence naming each field that is wrong. */
export function bodyOf<T>(schema: z.ZodType<T>, req: Request): T {
  if (!req.is('application/json')) throw new Refusal(400, 'Send a JSON body with Content-Type: application/json.')
  const parsed = schema.safeParse(req.body)
  if (parsed.success) return parsed.data

  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the body'}: ${issue.message}`)
  throw new Refusal(400, `The request is not right. ${problems.join('. ')}.`)
}

/** The persona named in the request; throws a Refusal when there is none. */
export function personaNamed(id: unknown): string {
  if (typeof id !== 'string' || id === '') throw new Refusal(400, 'Say who you are: as=<persona>.')
  if (!personaById(id)) throw new Refusal(404, 'Nobody of that name works here.')
  return id
}
