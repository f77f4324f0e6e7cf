import { z } from 'zod'
import { cardActivity, cardInvoke, quietInvoke } from './activity.ts'
import type { Desk } from './desk.ts'
import { dialog, forDialog } from './dialog.ts'
import type { Forms } from './forms.ts'
import { readContext } from './forms.ts'
import { inboundOf, messageInbound, receiptOf } from './inbound.ts'
import { takeChange, takeInstallation } from './lifecycle.ts'
import { ANSWER_WITHIN_MS, type Outcome, outcomeOf, within } from './outcome.ts'
import { type Activity, PointedAt, tenantOf } from './payloads.ts'
import { pointedAt } from './pointed-at.ts'
import { firstOfPress } from './presses.ts'
import { type Asker, sayPrivately, shownOf } from './showing.ts'
import { readSubmitted } from './submitted.ts'

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

async function answer(desk: Counter, asker: Asker, outcome: Outcome): Promise<void> {
  try {
    const shown = await shownOf(desk, asker, outcome)
    if (shown) await sayPrivately(desk, asker, shown)
  } catch (error) {
    desk.log.error({ err: error, receipt: receiptOf(asker.activity) }, 'reply reached nobody')
  }
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

/** A button or the submit of a form; what is shown in its place is returned. */
async function pressed(desk: Counter, activity: Activity, data: unknown): Promise<object> {
  const submitted = readSubmitted(data)
  const press = submitted ? null : Pressed.safeParse(data).data
  if (!submitted && !press) return quietInvoke
  const receipt = `press:${activity.conversation.id}:${await firstOfPress(desk.db, activity)}`
  const what = submitted
    ? { kind: 'submission' as const, ...submitted, context: readContext(submitted.context).context }
    : { kind: 'press' as const, action: press?.action ?? '', value: press?.value ?? '' }
  const asker: Asker = { activity, ...(submitted && { submitted }) }
  return inTime(desk, asker, outcomeOf(desk, inboundOf(activity, { receipt, what }), activity))
}

/** The card to show in place; what takes too long is said privately as soon as it is known. */
async function inTime(desk: Counter, asker: Asker, outcome: Promise<Outcome>): Promise<object> {
  const soon = await within(outcome, ANSWER_WITHIN_MS)
  if (!soon) {
    void outcome.then((late) => answer(desk, asker, late))
    return quietInvoke
  }
  const shown = await shownOf(desk, asker, soon)
  if (shown?.where === 'in-place') return cardInvoke(shown.content)
  if (shown) await sayPrivately(desk, asker, shown)
  return quietInvoke
}

async function shortcutUsed(desk: Counter, activity: Activity): Promise<object> {
  const pointed = PointedAt.parse(activity.value)
  const shortcut = pointed.commandId
  const locale = 'en'
  if (!desk.door.shortcuts.some((one) => one.shortcut === shortcut)) return dialog.unknownShortcut(locale)
  const what = { kind: 'shortcut' as const, shortcut, message: await pointedAt(pointed, desk) }
  const outcome = await outcomeOf(desk, inboundOf(activity, { receipt: receiptOf(activity), what }), activity)
  const shown = await shownOf(desk, { activity }, outcome)
  return shown ? dialog.showing(shown.summary, forDialog(shown.content)) : {}
}

async function dialogSubmitted(desk: Counter, activity: Activity, data: unknown): Promise<object> {
  const submitted = readSubmitted(data)
  if (!submitted) return pressedInDialog(desk, activity, data)
  const receipt = `press:${activity.conversation.id}:${await firstOfPress(desk.db, activity)}`
  const what = { kind: 'submission' as const, ...submitted, context: readContext(submitted.context).context }
  const outcome = await outcomeOf(desk, inboundOf(activity, { receipt, what }), activity)
  if (outcome.kind === 'answer' && outcome.answer.reply.kind === 'nothing') return {}
  const shown = await shownOf(desk, { activity, submitted }, outcome)
  return shown ? dialog.showing(shown.summary, forDialog(shown.content)) : {}
}

/** A button on a card that a dialog shows. */
async function pressedInDialog(desk: Counter, activity: Activity, data: unknown): Promise<object> {
  const press = Pressed.safeParse(data).data
  if (!press) return {}
  const receipt = `press:${activity.conversation.id}:${await firstOfPress(desk.db, activity)}`
  const what = { kind: 'press' as const, action: press.action, value: press.value }
  const outcome = await outcomeOf(desk, inboundOf(activity, { receipt, what }), activity)
  const shown = await shownOf(desk, { activity }, outcome)
  return shown ? dialog.showing(shown.summary, forDialog(shown.content)) : {}
}
