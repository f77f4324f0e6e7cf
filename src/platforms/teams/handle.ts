import { z } from 'zod'
import { within } from '../../within.ts'
import { cardActivity, quietInvoke } from './activity.ts'
import { answer } from './answering.ts'
import { decided } from './decided.ts'
import type { Desk } from './desk.ts'
import type { Forms } from './forms.ts'
import { dialogOpened, dialogSubmitted, shortcutUsed } from './in-dialog.ts'
import { messageInbound } from './inbound.ts'
import { takeChange, takeInstallation } from './lifecycle.ts'
import { ANSWER_WITHIN_MS, isQuiet, outcomeOf } from './outcome.ts'
import { type Activity, isProgram, tenantOf } from './payloads.ts'
import { tellNews } from './people.ts'

export type Counter = Desk & { forms: Forms }
/** What Teams is answered over HTTP; an activity that could not be stored is refused, so that it comes again. */
export type Answered = { status: number; body?: object }

const OK: Answered = { status: 200 }
const UNKNOWN: Answered = { status: 501 }

/** Handles one activity of a company whose sender was verified. */
export async function handle(desk: Counter, activity: Activity): Promise<Answered> {
  if (tenantOf(activity) !== desk.tenantId) return { status: 403 }
  await desk.places.learn(activity, (person) => tellNews(desk, person))
  switch (activity.type) {
    case 'message':
      // Programs talk to people, not to each other.
      if (isProgram(activity.from)) return OK
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
      return UNKNOWN
  }
}

async function said(desk: Counter, activity: Activity): Promise<Answered> {
  const inbound = messageInbound(activity, desk.door.commands)
  if (!inbound) return OK
  const outcome = await outcomeOf(desk, inbound, activity)
  // A command is answered in words; anything else was not taken, and comes again.
  if (outcome.kind === 'failed' && inbound.what.kind !== 'command') return { status: 500 }
  if (inbound.what.kind !== 'overheard') await answer(desk, { activity }, outcome)
  return OK
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
    case 'task/fetch': {
      const body = await dialogOpened(desk, activity)
      return body ? { status: 200, body } : UNKNOWN
    }
    case 'composeExtension/submitAction':
    case 'task/submit':
      return { status: 200, body: await dialogSubmitted(desk, activity) }
    default:
      return UNKNOWN
  }
}

/** Where Teams cannot do it otherwise, what was pressed comes as a message: the card is changed, rather than answered with another one. */
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

/** What is shown in the place of the card; what takes too long is said privately as soon as it is known. */
async function pressed(desk: Counter, activity: Activity, data: unknown): Promise<object> {
  const deed = await decided(desk, activity, data)
  if (!deed) return quietInvoke
  const { asker, outcome, isAgain } = deed
  const soon = await within(outcome, ANSWER_WITHIN_MS)
  if (soon && isAgain && isQuiet(soon)) return quietInvoke
  if (soon) return answer(desk, asker, soon)
  void outcome.then((late) => answer(desk, asker, late, 'late'))
  return quietInvoke
}
