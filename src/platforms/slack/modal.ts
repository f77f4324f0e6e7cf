import type { types } from '@slack/bolt'
import type { Form } from '../../chat/form.ts'
import type { Locale } from '../../chat/locale.ts'
import type { Directory } from '../../platform.ts'
import { atomsOf, type Drawing } from './atoms.ts'
import { drawBlocks } from './blocks.ts'
import { opened, plainText, sealed } from './buttons.ts'
import { fieldBlock } from './fields.ts'
import { fitted, VIEW } from './fit.ts'
import { words } from './words.ts'

const LONGEST_TITLE = 24
const LONGEST_HEADER = 150
const LONGEST_METADATA = 3_000
const LONGEST_LABEL = 2_000

/** The form as a modal, within every limit of Slack's. */
export function formView(form: Form, directory: Directory): types.ModalView {
  const { locale } = form
  const top = [...longTitle(form.title), ...introduction(form, directory)]
  const fields = fieldsWithin(form, directory, VIEW.blocks - top.length)
  return {
    type: 'modal',
    callback_id: form.id,
    private_metadata: metadataOf(form.context ?? ''),
    title: plainText(form.title, LONGEST_TITLE),
    submit: plainText(form.submit, LONGEST_TITLE),
    close: plainText(words[locale].cancel, LONGEST_TITLE),
    blocks: [...top, ...fields],
  }
}

/** A form's context as a window carries it. */
export const metadataOf = (context: string): string => sealed(context, LONGEST_METADATA)

/** A form's context as the flow gave it. */
export const contextOf = (privateMetadata: string): string => opened(privateMetadata)

/** The card as a modal that can only be read and closed, and whose buttons can be pressed. */
export function cardView({ card, directory }: Drawing): types.ModalView {
  const { title = 'Drumbeat', locale } = card
  const { title: _, ...untitled } = card
  const isWhole = title.length <= LONGEST_TITLE && (card.tone ?? 'plain') === 'plain'
  return plainView({ title, locale, blocks: drawBlocks({ card: isWhole ? untitled : card, directory }, VIEW) })
}

export const workingView = (locale: Locale): types.ModalView =>
  plainView({ title: words[locale].workingTitle, locale, blocks: [sentence(words[locale].working)] })

export const doneView = (locale: Locale): types.ModalView =>
  plainView({ title: words[locale].doneTitle, locale, blocks: [sentence(words[locale].done)] })

export const sentence = (text: string): types.SectionBlock => ({ type: 'section', text: plainText(text, 3_000) })

function plainView(view: { title: string; locale: Locale; blocks: types.KnownBlock[] }): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'slack.read',
    title: plainText(view.title, LONGEST_TITLE),
    close: plainText(words[view.locale].close, LONGEST_TITLE),
    blocks: view.blocks,
  }
}

const longTitle = (title: string): types.KnownBlock[] =>
  title.length > LONGEST_TITLE ? [{ type: 'header', text: plainText(title, LONGEST_HEADER) }] : []

function introduction({ intro, locale, title, fields }: Form, directory: Directory): types.KnownBlock[] {
  if (!intro) return []
  const card = { locale, summary: title, blocks: [{ kind: 'text' as const, text: intro }] }
  const room = { ...VIEW, blocks: Math.max(2, VIEW.blocks - 1 - fields.length) }
  return fitted(atomsOf({ card, directory }), room, (lines) => ({
    part: { type: 'context', elements: [plainText(words[locale].moreLines(lines), LONGEST_LABEL)] },
    of: -2,
    lines: 1,
    kept: true,
  }))
}

function fieldsWithin(form: Form, directory: Directory, most: number): types.KnownBlock[] {
  const blocks = form.fields.map((field) => fieldBlock(field, { directory, locale: form.locale }))
  if (blocks.length <= most) return blocks.length > 0 ? blocks : [sentence(form.title)]
  const shown = most - 1
  return [...blocks.slice(0, shown), sentence(words[form.locale].moreFields(blocks.length - shown))]
}
