import { z } from 'zod'
import { nearestLocale } from '../../chat/locale.ts'
import type { Asked } from '../../platform.ts'
import { within } from '../drawing/within.ts'
import { cardActivity, cardInvoke, quietInvoke } from './activity.ts'
import type { Desk } from './desk.ts'
import { dialog, forDialog } from './dialog.ts'
import type { Forms } from './forms.ts'
import { readContext } from './forms.ts'
import { inboundOf, messageInbound, receiptOf } from './inbound.ts'
import { takeChange, takeInstallation } from './lifecycle.ts'
import { ANSWER_WITHIN_MS, type Outcome, outcomeOf } from './outcome.ts'
import { type Activity, PointedAt, roomOf, tenantOf } from './payloads.ts'
import { pointedAt } from './pointed-at.ts'
import { firstOfPress } from './presses.ts'
import { type Asker, sayPrivately, shownOf } from './showing.ts'
import { readSubmitted } from './submitted.ts'
import { words } from './words.ts'

export type Counter = Desk & { forms: Forms }
/** What Teams is answered over HTTP; an activity that could not be stored is refused, so that it comes again. */
export type Answered = { status: number; body?: object }

const OK: Answered = { status: 200 }
const Pressed = z.looseObject({ drumbeat: z.literal('press'), action: z.string(), value: z.string().default('') })

/** Handles one activity of a company whose sender was verified. */
export async function handle(desk: Counter, activity: Activity): Promise<Answered> {
  if (tenantOf(activity) !== desk.tenantId) return { status: 403 }
  await desk.places.learn(activity)
  switch (activity.type) {
    case 'message':
      return activity.value !== undefined && activity.value !== null
        ? submittedAsMessage(desk, activity)
        : said(desk, activity)
    case 'invoke':
      return invoked(desk, activity)
    case 'installationUpdate':
      await takeInstallation(desk, activity)
      return OK
    case 'conversationUpdate':
      await takeChange(desk, activity)
      return OK
    // What people think of our messages, and that they type, is nothing to us.
    case 'messageReaction':
    case 'messageUpdate':
    case 'messageDelete':
    case 'typing':
    case 'event':
      return OK
    default:
      return { status: 501 }
  }
}

async function said(desk: Counter, activity: Activity): Promise<Answered> {
  const inbound = messageInbound(activity, desk.door.commands)
  const outcome = await outcomeOf(desk, inbound, activity)
  // A command is answered in words; anything else was not taken, and comes again.
  if (outcome.kind === 'failed' && inbound.what.kind !== 'command') return { status: 500 }
  if (inbound.what.kind !== 'overheard') await answer(desk, { activity }, outcome)
  return OK
}

/** What was done stays done where its answer reaches nobody. What comes late finds no card whose place it could take. */
async function answer(desk: Counter, asker: Asker, outcome: Outcome, when: 'soon' | 'late' = 'soon'): Promise<object> {
  try {
    const shown = await shownOf(desk, asker, outcome)
    if (shown?.where === 'in-place' && when === 'soon') return cardInvoke(shown.content)
    if (shown) await sayPrivately(desk, asker, shown)
  } catch (error) {
    desk.log.error({ err: error, receipt: receiptOf(asker.activity) }, 'reply reached nobody')
    await hintInRoom(desk, asker.activity)
  }
  return quietInvoke
}

/** Teams lets us write to nobody who has not added us: where others read along, we say only that. */
async function hintInRoom({ connector, log }: Counter, activity: Activity): Promise<void> {
  if (roomOf(activity) === null) return
  const text = words[nearestLocale(activity.locale ?? undefined)].addMe(activity.from.name ?? '')
  const where = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id }
  await connector
    .send(where, { type: 'message', textFormat: 'plain', text })
    .catch((error: unknown) => log.error({ err: error }, 'not even a hint could be given'))
}

async function invoked(desk: Counter, activity: Activity): Promise<Answered> {
  const { value } = activity
  switch (activity.name) {
    case 'adaptiveCard/action': {
      const { data } = z.looseObject({ action: z.looseObject({ data: z.unknown() }) }).parse(value).action
      return { status: 200, body: await pressed(desk, activity, data) }
    }
    case 'composeExtension/fetchTask':
      return { status: 200, body: await shortcutUsed(desk, activity) }
    case 'composeExtension/submitAction':
    case 'task/submit': {
      const { data } = z.looseObject({ data: z.unknown() }).parse(value)
      return { status: 200, body: await dialogSubmitted(desk, activity, data) }
    }
    default:
      return { status: 501 }
  }
}

/** Old clients send what was pressed as a message: the card is changed, rather than answered with another one. */
async function submittedAsMessage(desk: Counter, activity: Activity): Promise<Answered> {
  const body = await pressed(desk, activity, activity.value)
  const { value: content } = body as { value?: object }
  const { replyToId, serviceUrl, conversation } = activity
  if (replyToId && content && typeof content === 'object')
    await desk.connector.change(
      { serviceUrl, conversationId: conversation.id },
      replyToId,
      cardActivity({ content: content as never, summary: '' }),
    )
  return OK
}

/** What somebody pressed or submitted, and what becomes of it; null for what is none of ours. */
async function decided(desk: Counter, activity: Activity, data: unknown) {
  const submitted = readSubmitted(data)
  const press = submitted ? null : Pressed.safeParse(data).data
  if (!submitted && !press) return null
  const receipt = `press:${activity.conversation.id}:${await firstOfPress(desk.db, activity)}`
  const what: Asked = submitted
    ? { kind: 'submission', ...submitted, context: readContext(submitted.context).context }
    : { kind: 'press', action: press?.action ?? '', value: press?.value ?? '' }
  const asker: Asker = { activity, ...(submitted && { submitted }) }
  return { asker, outcome: outcomeOf(desk, inboundOf(activity, { receipt, what }), activity) }
}

/** What is shown in the place of the card; what takes too long is said privately as soon as it is known. */
async function pressed(desk: Counter, activity: Activity, data: unknown): Promise<object> {
  const deed = await decided(desk, activity, data)
  if (!deed) return quietInvoke
  const { asker, outcome } = deed
  const soon = await within(outcome, ANSWER_WITHIN_MS)
  if (soon) return answer(desk, asker, soon)
  void outcome.then((late) => answer(desk, asker, late, 'late'))
  return quietInvoke
}

async function shortcutUsed(desk: Counter, activity: Activity): Promise<object> {
  const pointed = PointedAt.parse(activity.value)
  const shortcut = pointed.commandId
  if (!desk.door.shortcuts.some((one) => one.shortcut === shortcut))
    return dialog.unknownShortcut(nearestLocale(activity.locale ?? undefined))
  const what: Asked = { kind: 'shortcut', shortcut, message: await pointedAt(pointed, desk) }
  const outcome = outcomeOf(desk, inboundOf(activity, { receipt: receiptOf(activity), what }), activity)
  return nextDialog(desk, { activity }, await outcome)
}

/** In a dialog, what becomes of it stands in the same dialog. */
async function dialogSubmitted(desk: Counter, activity: Activity, data: unknown): Promise<object> {
  const deed = await decided(desk, activity, data)
  return deed ? nextDialog(desk, deed.asker, await deed.outcome) : {}
}

/** It closes where there is nothing to say. */
async function nextDialog(desk: Counter, asker: Asker, outcome: Outcome): Promise<object> {
  if (outcome.kind === 'answer' && outcome.answer.reply.kind === 'nothing') return {}
  const shown = await shownOf(desk, asker, outcome)
  return shown ? dialog.showing(shown.summary, forDialog(shown.content)) : {}
}
