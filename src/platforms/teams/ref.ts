import { z } from 'zod'
import type { Ref } from '../../platform.ts'

const Where = z.object({
  /** The person or the channel. */
  place: z.string(),
  conversationId: z.string(),
  id: z.string(),
  /** The message of the channel under which it stands. */
  root: z.string().optional(),
})
export type Where = z.infer<typeof Where>

export const writeRef = (where: Where): Ref => JSON.stringify(where)
export const readRef = (ref: Ref): Where => Where.parse(JSON.parse(ref))
