import { setTimeout as pause } from 'node:timers/promises'
import type { types } from '@slack/bolt'
import type { Locale } from '../../chat/locale.ts'
import type { Inbound } from '../../platform.ts'
import { within } from '../../within.ts'
import { shortened } from '../drawing/literal.ts'
import { cardOf, changeView, nobody } from './answering.ts'
import { cardView, doneView, formView, workingView } from './modal.ts'
import { ACK_WITHIN_MS, type Desk, LOADING_AFTER_MS, localeOf, type Outcome, outcomeOf } from './outcome.ts'
import type { SubmittedView } from './payloads.ts'
import { replyPrivately } from './private-reply.ts'
import { refilled } from './refill.ts'
import { words } from './words.ts'

export type Submission = { inbound: Inbound; view: SubmittedView; ack(response?: object): Promise<boolean> }

// Slack first has to show what the acknowledgement said before it can be changed again.
const SHOWN_AFTER_MS = 500

/** Handles a submitted form. It closes only when what it held has been saved. */
export async function answerSubmission(desk: Desk, submission: Submission): Promise<void> {
  const outcome = outcomeOf(desk, submission.inbound)
  const soon = (await within(outcome, LOADING_AFTER_MS)) ?? (await workingOr(outcome, desk, submission))
  if (soon) {
    await submission.ack(await responseTo(desk, submission, soon))
    return
  }

  const late = await outcome
  await pause(SHOWN_AFTER_MS)
  await showLate(desk, submission, late)
}

/** The outcome, or null when there is none in time and the window says so. In which language is asked meanwhile. */
async function workingOr(outcome: Promise<Outcome>, desk: Desk, { inbound, ack }: Submission): Promise<Outcome | null> {
  const locale = localeOf(desk, inbound)
  const soon = await within(outcome, ACK_WITHIN_MS - LOADING_AFTER_MS)
  if (soon) return soon
  await ack({ response_action: 'update', view: workingView(await locale) })
  return null
}

async function responseTo(desk: Desk, submission: Submission, outcome: Outcome): Promise<object | undefined> {
  if (outcome.kind === 'failed') {
    const locale = await localeOf(desk, submission.inbound)
    return refusal(submission.view, { '': words[locale][outcome.why] }, locale)
  }
  const { reply, directory, locale } = outcome.answer
  switch (reply.kind) {
    case 'nothing':
      return undefined
    case 'card':
      return { response_action: 'update', view: cardView({ card: reply.card, directory }) }
    case 'form':
      return { response_action: 'update', view: formView(reply.form, directory) }
    case 'invalid':
      return refusal(submission.view, reply.errors, locale)
  }
}

type Errors = Readonly<Record<string, string>>
const LONGEST_ERROR = 1_000

/** Slack throws away the whole answer when it names a block that is no input of this view. */
function refusal(view: SubmittedView, errors: Errors, locale: Locale): object {
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id)
  const [first] = inputs
  if (first === undefined) return { response_action: 'update', view: refilled(view, sentenceOf(errors), locale) }

  const placed: Record<string, string> = {}
  for (const [name, text] of Object.entries(errors)) {
    const block = inputs.includes(name) ? name : first
    placed[block] = shortened([placed[block], text].filter(Boolean).join(' '), LONGEST_ERROR)
  }
  return { response_action: 'errors', errors: placed }
}

async function showLate(desk: Desk, submission: Submission, outcome: Outcome): Promise<void> {
  const { view, inbound } = submission
  const shown = await lateView(desk, submission, outcome)
  if (await changeView(desk, view.id, shown)) return
  if (outcome.kind === 'answer' && outcome.answer.reply.kind === 'nothing') return

  const asker = { inbound, ack: submission.ack, ackHoldsMessage: false }
  await replyPrivately(desk, asker, await insteadOfView(desk, submission, outcome))
}

async function lateView(desk: Desk, { view, inbound }: Submission, outcome: Outcome): Promise<types.ModalView> {
  if (outcome.kind === 'failed') {
    const locale = await localeOf(desk, inbound)
    return refilled(view, words[locale][outcome.why], locale)
  }
  const { reply, directory, locale } = outcome.answer
  switch (reply.kind) {
    case 'nothing':
      return doneView(locale)
    case 'card':
      return cardView({ card: reply.card, directory })
    case 'form':
      return formView(reply.form, directory)
    case 'invalid':
      return refilled(view, sentenceOf(reply.errors), locale)
  }
}

/** The window has been closed: what it would have said is said in the direct conversation. */
async function insteadOfView(desk: Desk, { inbound }: Submission, outcome: Outcome) {
  if (outcome.kind === 'failed') {
    const locale = await localeOf(desk, inbound)
    return { card: cardOf(locale, words[locale][outcome.why]), directory: nobody }
  }
  const { reply, directory, locale } = outcome.answer
  if (reply.kind === 'card') return { card: reply.card, directory }
  const text = reply.kind === 'invalid' ? `${words[locale].notSaved} ${sentenceOf(reply.errors)}` : words[locale].broken
  return { card: cardOf(locale, text), directory: nobody }
}

const sentenceOf = (errors: Errors): string => Object.values(errors).join('\n')
