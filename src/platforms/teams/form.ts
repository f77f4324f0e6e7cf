import type { Block, Card } from '../../chat/card.ts'
import type { Form, FormValues } from '../../chat/form.ts'
import { textsIn } from '../../chat/texts-in.ts'
import type { Directory } from '../../platform.ts'
import { isReadable, shortened } from '../drawing/literal.ts'
import type { AdaptiveCard, Element, Execute } from './adaptive-card.ts'
import { elementsOf } from './blocks.ts'
import { execute } from './buttons.ts'
import { adaptiveCard } from './card.ts'
import { cutCard } from './cut.ts'
import { type DrawnField, drawField, errorElement } from './fields.ts'
import { fittedForm, type Room } from './form-room.ts'
import type { PeopleAndChannels } from './inputs.ts'
import { mentionsIn } from './mentions.ts'
import { literalElement } from './rich-text.ts'
import type { SubmitData } from './submitted.ts'
import { words } from './words.ts'

export type FormDrawing = {
  form: Form
  directory: Directory
  choices: PeopleAndChannels
  /** What is wrong, by field; `''` stands for the form as a whole. */
  errors?: Readonly<Record<string, string>>
  /** What was typed before, with the ids of Teams; it stands there instead of what the form says. */
  filled?: FormValues
}

/** The form as a card, within what Teams takes; what there is no room for is said in words. */
export const drawForm = (drawing: FormDrawing): AdaptiveCard =>
  fittedForm(drawing.form, (room) => drawnIn(room, drawing))

function drawnIn(room: Room, { form, directory, choices, errors = {}, filled }: FormDrawing): AdaptiveCard {
  const asker = { directory, choices, errors, filled, locale: form.locale, room }
  const fields = form.fields.slice(0, room.fields).map((field) => drawField(field, asker))
  const intro = introduction(form, room)
  const mentions = mentionsIn(intro.flatMap(textsIn), directory)
  const body = [
    titleElement(form.title),
    ...errorsAbove(fields, errors).map((error) => errorElement(error, asker)),
    ...elementsOf(intro, { directory, mentions, locale: form.locale }),
    ...fields.flatMap(({ elements }) => elements),
    ...missingFields(form, room),
  ]
  return { ...adaptiveCard(body, mentions), actions: [submit(form, fields)] }
}

const LONGEST_TITLE = 300

const titleElement = (title: string): Element =>
  literalElement(shortened(title, LONGEST_TITLE), { size: 'Large', weight: 'Bolder' })

/** What is wrong with the form as a whole, or with a field that is not there. */
function errorsAbove(fields: readonly DrawnField[], errors: Readonly<Record<string, string>>): string[] {
  const shown = new Set(fields.map(({ field }) => field.name))
  return Object.entries(errors).flatMap(([name, error]) => (isReadable(error) && !shown.has(name) ? [error] : []))
}

function introduction({ intro = '', locale, title }: Form, room: Room): readonly Block[] {
  const card: Card = { locale, summary: title, blocks: [{ kind: 'text', text: intro }] }
  const rest = (lines: number): Block => ({ kind: 'context', text: words[locale].moreLines(lines) })
  return cutCard(card, room.intro, rest).blocks
}

function missingFields({ fields, locale }: Form, room: Room): Element[] {
  const missing = fields.length - room.fields
  return missing > 0 ? [literalElement(words[locale].moreFields(missing), { isSubtle: true })] : []
}

function submit(form: Form, fields: readonly DrawnField[]): Execute {
  const kinds = fields.filter(({ isAsked }) => isAsked).map(({ field }) => [field.name, field.kind] as const)
  const data: SubmitData = {
    drumbeat: 'submit',
    form: form.id,
    context: form.context ?? '',
    fields: Object.fromEntries(kinds),
  }
  return execute('submit', { title: form.submit, data, style: 'positive', associatedInputs: 'auto' })
}
