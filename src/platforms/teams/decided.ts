import { z } from 'zod'
import type { Asked } from '../../platform.ts'
import { readContext } from './forms.ts'
import type { Counter } from './handle.ts'
import { inboundOf } from './inbound.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { Activity } from './payloads.ts'
import { firstOfPress } from './presses.ts'
import type { Asker } from './showing.ts'
import { readSubmitted } from './submitted.ts'

export const Pressed = z.looseObject({
  drumbeat: z.literal('press'),
  action: z.string(),
  value: z.string().default(''),
})

type Deed = {
  asker: Asker
  outcome: Promise<Outcome>
  /** The same was delivered before under another id. */
  isAgain: boolean
}

/** What somebody pressed or submitted, and what becomes of it; null for what is none of ours. */
export async function decided(desk: Counter, activity: Activity, data: unknown): Promise<Deed | null> {
  const submitted = readSubmitted(data)
  const press = submitted ? null : Pressed.safeParse(data).data
  if (!submitted && !press) return null
  const first = await firstOfPress(desk.db, activity)
  const receipt = `press:${activity.conversation.id}:${first}`
  const what: Asked = submitted
    ? { kind: 'submission', ...submitted, context: readContext(submitted.context).context }
    : { kind: 'press', action: press?.action ?? '', value: press?.value ?? '' }
  const asker: Asker = { activity, ...(submitted && { submitted }) }
  const outcome = outcomeOf(desk, inboundOf(activity, { receipt, what }), activity)
  return { asker, outcome, isAgain: activity.id !== undefined && activity.id !== first }
}
