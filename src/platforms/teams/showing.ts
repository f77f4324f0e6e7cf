import type { Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import { noteCard } from '../../chat/note-card.ts'
import type { Answer, Attachment, Directory } from '../../platform.ts'
import { cardActivity } from './activity.ts'
import type { AdaptiveCard } from './adaptive-card.ts'
import { drawCard } from './card.ts'
import type { Desk } from './desk.ts'
import type { Forms } from './forms.ts'
import { readContext } from './forms.ts'
import type { Outcome } from './outcome.ts'
import { type Activity, roomOf } from './payloads.ts'
import { conversationAt } from './posting.ts'
import type { SubmittedForm } from './submitted.ts'
import { withFile } from './with-file.ts'
import { words } from './words.ts'

/** Somebody who waits for an answer. */
export type Asker = {
  activity: Activity
  /** The form that they have submitted, which gives way to the answer. */
  submitted?: SubmittedForm
}
/** What is to be seen: in the place of the card that was pressed, as a message to the asker alone, or nothing new. */
export type Shown = { where: 'in-place' | 'privately'; content: AdaptiveCard; summary: string } | null

const nobody: Directory = { person: () => undefined, channel: () => undefined, post: () => undefined }

/** How an outcome looks to whoever asked. */
export async function shownOf(desk: Desk & { forms: Forms }, asker: Asker, outcome: Outcome): Promise<Shown> {
  const where = asker.submitted ? 'in-place' : 'privately'
  if (outcome.kind === 'failed') return failed(desk, asker, outcome.locale)
  const { reply, directory, locale } = outcome.answer
  switch (reply.kind) {
    case 'nothing':
      return asker.submitted ? { where, ...drawCard({ card: noteCard(locale, words[locale].done), directory }) } : null
    case 'card': {
      const isInPlace = reply.replaces === true && roomOf(asker.activity) === null && asker.activity.replyToId
      return { where: isInPlace ? 'in-place' : where, ...(await drawn(desk, reply, directory)) }
    }
    case 'form': {
      const choices = await desk.places.known(desk.tenantId)
      const content = await desk.forms.show({ form: reply.form, directory, choices })
      return { where, content, summary: reply.form.title }
    }
    case 'invalid':
      return asker.submitted
        ? refused(desk, { ...asker, submitted: asker.submitted }, { errors: reply.errors, locale })
        : said(where, locale, Object.values(reply.errors).join('\n'))
  }
}

/** Says it to them alone: in their conversation with the bot, wherever they asked. */
export async function sayPrivately(desk: Desk, { activity }: Asker, shown: NonNullable<Shown>): Promise<void> {
  const place = await desk.places.find(desk.tenantId, activity.from.id)
  if (!place) throw new Error('Whoever asks was never heard of')
  await desk.connector.send(await conversationAt(desk, place), cardActivity(shown))
}

const said = (where: 'in-place' | 'privately', locale: Locale, text: string): Shown => ({
  where,
  ...drawCard({ card: noteCard(locale, text), directory: nobody }),
})

async function drawn({ shelf, draw }: Desk, { card, file }: { card: Card; file?: Attachment }, directory: Directory) {
  return draw({ card: file ? await withFile(shelf, card, file) : card, directory })
}

const failed = (desk: Desk & { forms: Forms }, asker: Asker, locale: Locale): Promise<Shown> | Shown =>
  asker.submitted
    ? refused(desk, { ...asker, submitted: asker.submitted }, { errors: { '': words[locale].broken }, locale })
    : said('privately', locale, words[locale].broken)

type Refusal = { errors: Extract<Answer['reply'], { kind: 'invalid' }>['errors']; locale: Locale }

/** The form once more, with what is wrong beside its fields and all that was typed. */
async function refused(
  desk: Desk & { forms: Forms },
  { submitted }: Asker & { submitted: SubmittedForm },
  { errors, locale }: Refusal,
): Promise<Shown> {
  const choices = await desk.places.known(desk.tenantId)
  const { key } = readContext(submitted.context)
  const content = await desk.forms.again(key, { errors, filled: submitted.values, choices })
  if (content) return { where: 'in-place', content, summary: Object.values(errors).join('\n') }
  return said('privately', locale, [words[locale].notSaved, ...Object.values(errors)].join('\n'))
}
