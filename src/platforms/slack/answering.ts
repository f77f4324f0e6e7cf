import type { Card } from '../../chat/card.ts'
import type { Form } from '../../chat/form.ts'
import type { Locale } from '../../chat/locale.ts'
import type { Answer, Directory } from '../../platform.ts'
import { within } from '../../within.ts'
import type { Drawing } from './atoms.ts'
import { isAlreadyGone, isTriggerGone, loggable } from './errors.ts'
import { cardView, doneView, formView, workingView } from './modal.ts'
import { ACK_WITHIN_MS, type Desk, LOADING_AFTER_MS, localeOf, type Outcome, outcomeOf } from './outcome.ts'
import { type Asker, replaceOriginal, replyPrivately } from './private-reply.ts'
import { words } from './words.ts'

/** Somebody typed a command, pressed a button or used a shortcut. */
export type Question = Asker & {
  triggerId: string
  /** The modal in which the button was pressed, or that was opened to wait in. */
  viewId?: string
  isWaiting?: true
  /** Whether only the asker sees the message whose button was pressed. */
  isPrivate: boolean
  /** The button that asks the same again; absent where none can. */
  again?: { action: string; value: string }
}

/** Handles a command or a press and shows the asker what came of it, acknowledging in time whatever happens. */
export async function answerQuestion(desk: Desk, question: Question): Promise<void> {
  const outcome = outcomeOf(desk, question.inbound)
  const soon = await within(outcome, LOADING_AFTER_MS)
  if (soon) return showOutcome(desk, question, soon)

  const opening = question.viewId ? null : openLoading(desk, question)
  await within(outcome, ACK_WITHIN_MS - LOADING_AFTER_MS)
  await question.ack()
  const viewId = await opening
  await showOutcome(desk, { ...question, ...(viewId !== null && { viewId, isWaiting: true }) }, await outcome)
}

/** Who is mentioned in what the adapter itself says: nobody. */
export const nobody: Directory = { person: () => undefined, channel: () => undefined, post: () => undefined }

export const cardOf = (locale: Locale, text: string): Card => ({
  locale,
  summary: text,
  blocks: [{ kind: 'text', text }],
})

async function openLoading(desk: Desk, { triggerId, inbound }: Question): Promise<string | null> {
  try {
    const view = workingView(await localeOf(desk, inbound))
    const opened = await desk.api.views.open({ trigger_id: triggerId, view })
    return opened.view?.id ?? null
  } catch (error) {
    desk.log.warn({ ...loggable(error), receipt: inbound.receipt }, 'no window could be opened to wait in')
    return null
  }
}

async function showOutcome(desk: Desk, question: Question, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'answer') return showAnswer(desk, question, outcome.answer)
  const locale = await localeOf(desk, question.inbound)
  await showCard(desk, question, { card: cardOf(locale, words[locale][outcome.why]), directory: nobody })
}

async function showAnswer(desk: Desk, question: Question, { reply, directory, locale }: Answer): Promise<void> {
  switch (reply.kind) {
    case 'nothing':
      return showNothing(desk, question, locale)
    case 'card': {
      const isInPlace = reply.replaces === true && question.isPrivate
      return (isInPlace ? showInPlace : showCard)(desk, question, { card: reply.card, directory })
    }
    case 'form':
      return showForm(desk, question, { form: reply.form, directory })
    case 'invalid':
      return showCard(desk, question, { card: cardOf(locale, Object.values(reply.errors).join('\n')), directory })
  }
}

async function showNothing(desk: Desk, question: Question, locale: Locale): Promise<void> {
  await question.ack()
  await stopWaiting(desk, question, locale)
}

async function stopWaiting(desk: Desk, { viewId, isWaiting }: Question, locale: Locale): Promise<void> {
  if (viewId && isWaiting) await changeView(desk, viewId, doneView(locale))
}

async function showInPlace(desk: Desk, question: Question, drawing: Drawing): Promise<void> {
  await replaceOriginal(desk, question, drawing)
  await stopWaiting(desk, question, drawing.card.locale)
}

async function showCard(desk: Desk, question: Question, drawing: Drawing): Promise<void> {
  if (question.viewId) {
    await question.ack()
    if (await changeView(desk, question.viewId, cardView(drawing))) return
  }
  await replyPrivately(desk, question, drawing)
}

async function showForm(desk: Desk, question: Question, { form, directory }: { form: Form; directory: Directory }) {
  const { inbound, triggerId, viewId } = question
  const view = formView(form, directory)
  await question.ack()
  if (viewId && (await changeView(desk, viewId, view))) return
  try {
    await desk.api.views.open({ trigger_id: triggerId, view })
  } catch (error) {
    desk.log.warn({ ...loggable(error), receipt: inbound.receipt }, 'form could not be opened')
    const card = isTriggerGone(error) ? askAgain(form.locale, question) : cardOf(form.locale, words[form.locale].broken)
    await replyPrivately(desk, question, { card, directory: nobody })
  }
}

const LONGEST_VALUE = 2_000

/** Slack opens forms only right after a press, so here is something to press. */
function askAgain(locale: Locale, { again }: Question): Card {
  if (!again) return cardOf(locale, words[locale].tooLateForShortcut)
  const card = cardOf(locale, words[locale].tooLate)
  const button = { label: words[locale].openNow, style: 'primary' as const, ...again }
  if (again.value.length > LONGEST_VALUE) return cardOf(locale, words[locale].broken)
  return { ...card, blocks: [...card.blocks, { kind: 'buttons', buttons: [button] }] }
}

/** False when the window could not be changed: its reader has closed it. */
export async function changeView(desk: Desk, viewId: string, view: ReturnType<typeof cardView>): Promise<boolean> {
  try {
    await desk.api.views.update({ view_id: viewId, view })
    return true
  } catch (error) {
    if (!isAlreadyGone(error)) desk.log.warn(loggable(error), 'window could not be changed')
    return false
  }
}
