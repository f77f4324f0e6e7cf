import type { FieldValue } from '../../../src/chat/form.ts'
import type { AdaptiveCard, Element, Execute, Input } from '../../../src/platforms/teams/adaptive-card.ts'
import { opened } from '../../../src/platforms/teams/choice-values.ts'
import { fieldOf } from '../../../src/platforms/teams/input-ids.ts'
import { elementsIn, inputsIn, shownText } from '../../support/teams/reading.ts'
import type { ButtonSeen, CardSeen, FieldSeen, FormSeen } from './stage.ts'

/** Where the adapter serves pictures and files. */
const OURS = /\/teams\/files\//
const MARKS = { good: '✅ ', warning: '⚠️ ', bad: '🔴 ' } as const

/** A card as Teams shows it to people, but for files of ours, which are fetched. */
export function cardSeen({ body, msteams, actions = [] }: AdaptiveCard): CardSeen & { files: FileSeen[] } {
  const all = elementsIn(body)
  const files: FileSeen[] = []
  const images = all.flatMap((element) => {
    if (element.type !== 'Image') return []
    if (!OURS.test(element.url)) return [{ url: element.url, alt: element.altText }]
    files.push({ url: element.url, alt: element.altText })
    return []
  })
  const found = linksIn(all)
  files.push(...found.filter(({ href }) => OURS.test(href)).map(({ href }) => ({ url: href, alt: null })))
  const shown = body.filter((element) => !isFile(element))
  const lines = shown.map((element) => shownText(element, msteams?.entities ?? [])).filter((line) => line !== '')
  return {
    words: [...lines, ...actions.map(({ title }) => title)].join('\n'),
    tone:
      (['good', 'warning', 'bad'] as const).find((tone) => lines.some((line) => line.startsWith(MARKS[tone]))) ??
      'plain',
    mentions: (msteams?.entities ?? []).map(({ mentioned }) => mentioned.id),
    links: found.filter(({ href }) => !OURS.test(href)),
    images,
    buttons: [...all.flatMap((one) => (one.type === 'ActionSet' ? one.actions : [])), ...actions].map(buttonSeen),
    files,
  }
}
export type FileSeen = { url: string; alt: string | null }

const isFile = (element: Element): boolean =>
  (element.type === 'Image' && OURS.test(element.url)) || linksIn([element]).some(({ href }) => OURS.test(href))

function linksIn(elements: readonly Element[]): { words: string; href: string }[] {
  return elements.flatMap((element) => {
    if (element.type === 'RichTextBlock')
      return element.inlines.flatMap(({ text, selectAction }) =>
        selectAction ? [{ words: text, href: selectAction.url }] : [],
      )
    if (element.type !== 'TextBlock') return []
    return [...element.text.matchAll(/\[((?:\\.|[^\]\\])*)\]\(([^\s)]*)\)/g)].map(([, label = '', href = '']) => ({
      words: label.replace(/\\(.)/g, '$1'),
      href: href.replace(/\\(.)/g, '$1'),
    }))
  })
}

const STYLES = { positive: 'primary', destructive: 'danger' } as const

function buttonSeen(action: Execute | Extract<Element, { type: 'ActionSet' }>['actions'][number]): ButtonSeen {
  const style = action.style ? { style: STYLES[action.style] } : {}
  if (action.type !== 'Action.ShowCard') return { label: action.title, ...style }
  const [title = '', text = ''] = action.card.body.map((element) => shownText(element, []))
  return { label: action.title, ...style, confirm: { title, text, yes: action.card.actions[0]?.title ?? '', no: '' } }
}

/** Whether there is something to submit in it. */
export const isForm = (card: AdaptiveCard | null): card is AdaptiveCard => submitOf(card) !== undefined

export const submitOf = (card: AdaptiveCard | null): Execute | undefined =>
  card?.actions?.find(
    (action): action is Execute => (action as { data?: { drumbeat?: string } }).data?.drumbeat === 'submit',
  )

/** A form as somebody sees it who has typed this into it. */
export function formSeen(card: AdaptiveCard, typed: Readonly<Record<string, FieldValue | null>>): FormSeen {
  const errors: Record<string, string> = {}
  const fields: Record<string, FieldSeen> = {}
  const before: Element[] = []
  let title = ''
  let last: string | null = null
  for (const [at, element] of card.body.entries()) {
    const words = shownText(element, card.msteams?.entities ?? [])
    if (isInput(element)) {
      last = fieldOf(element.id) ?? ''
      fields[last] = fieldSeen(element, typed[last])
    } else if (isError(element, words)) errors[last ?? ''] = words.slice(WARNING.length)
    else if (at === 0) title = words
    else if (last === null) before.push(element)
    else if (fields[last]) fields[last] = { ...(fields[last] as FieldSeen), hint: words }
  }
  const intro = cardSeen({ ...card, body: before, actions: [] })
  return { title, intro, submit: submitOf(card)?.title ?? '', fields, errors }
}

const WARNING = '⚠️ '
const isError = (element: Element, words: string): boolean =>
  words.startsWith(WARNING) && JSON.stringify(element).includes('"Attention"')
const isInput = (element: Element): element is Input => element.type.startsWith('Input.')

function fieldSeen(input: Input, typed: FieldValue | null | undefined): FieldSeen {
  const options = input.type === 'Input.ChoiceSet' ? input.choices.map(({ title }) => title) : []
  const filled = typed === undefined ? initially(input) : (typed ?? undefined)
  return { label: input.label ?? '', hint: '', options, filled }
}

function initially(input: Input): FieldValue | undefined {
  if (input.type === 'Input.Toggle') return input.value === 'true'
  if (input.value === undefined) return undefined
  if (input.type !== 'Input.ChoiceSet') return String(input.value)
  const titles = String(input.value)
    .split(',')
    .map((value) => chosen(input, value))
  return input.isMultiSelect ? titles : titles[0]
}

/** Persons and channels are told by their ids, options by their words. */
function chosen({ choices }: Extract<Input, { type: 'Input.ChoiceSet' }>, value: string): string {
  const id = opened(value)
  return /^(29|19):/.test(id) ? id : (choices.find((one) => one.value === value)?.title ?? '')
}

/** What Teams sends of a form with this typed into it. */
export function answersIn(
  card: AdaptiveCard,
  typed: Readonly<Record<string, FieldValue | null>>,
): Record<string, unknown> {
  const inputs = inputsIn(card).flatMap((input) => {
    const name = fieldOf(input.id) ?? ''
    const value = name in typed ? written(input, typed[name] ?? null) : String(input.value ?? '')
    return value === '' ? [] : [[input.id, value] as const]
  })
  return { ...submitOf(card)?.data, ...Object.fromEntries(inputs) }
}

function written(input: Input, value: FieldValue | null): string {
  if (value === null) return ''
  if (input.type !== 'Input.ChoiceSet') return String(value)
  const isOf = (wanted: string) => (choice: { title: string; value: string }) =>
    choice.title === wanted || opened(choice.value) === wanted
  return [value]
    .flat()
    .map((one) => input.choices.find(isOf(String(one)))?.value ?? '')
    .join(',')
}
