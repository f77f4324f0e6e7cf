import type { Action, AdaptiveCard, Element, Input, TextRun } from '../../../src/platforms/teams/adaptive-card.ts'

/** A card line by line as Teams shows it; buttons as `[title]`, and what they ask first after them. */
export const wordsOf = (card: AdaptiveCard): string =>
  [
    ...card.body.map((element) => elementWords(element, card)),
    ...(card.actions ?? []).map((each) => actionWords(each, card)),
  ]
    .filter((line) => line !== '')
    .join('\n')

/** All elements, also those inside of others. */
export const elementsIn = (body: readonly Element[]): Element[] =>
  body.flatMap((element) => [element, ...elementsIn(inside(element))])

export const inputsIn = ({ body }: AdaptiveCard): Input[] =>
  elementsIn(body).filter((element): element is Input => element.type.startsWith('Input.'))

export const actionsIn = ({ body, actions = [] }: AdaptiveCard): Action[] => [
  ...elementsIn(body).flatMap((element) => (element.type === 'ActionSet' ? element.actions : [])),
  ...actions,
]

export const runsIn = ({ body }: AdaptiveCard): TextRun[] =>
  elementsIn(body).flatMap((element) => (element.type === 'RichTextBlock' ? element.inlines : []))

/** The texts that Teams reads as Markdown. */
export const markdownIn = ({ body }: AdaptiveCard): string[] =>
  elementsIn(body).flatMap((element) => (element.type === 'TextBlock' ? [element.text] : []))

function inside(element: Element): Element[] {
  if (element.type === 'Container') return element.items
  if (element.type === 'Table') return element.rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items))
  return []
}

/** An element's words alone; a button's are its title. */
export const shownText = (element: Element, entities: Entities): string =>
  element.type === 'ActionSet'
    ? element.actions.map(({ title }) => title).join(' ')
    : elementWords(element, { msteams: { entities } } as unknown as AdaptiveCard)

function elementWords(element: Element, card: AdaptiveCard): string {
  const lines = (elements: readonly Element[], between = '\n') =>
    elements.map((each) => elementWords(each, card)).join(between)
  switch (element.type) {
    case 'TextBlock':
      return shownMarkdown(element.text, card)
    case 'RichTextBlock':
      return element.inlines.map(({ text }) => shownDates(text)).join('')
    case 'Container':
      return lines(element.items)
    case 'Table':
      return element.rows.map(({ cells }) => cells.map(({ items }) => lines(items)).join(' | ')).join('\n')
    case 'Image':
      return `(${element.altText})`
    case 'ActionSet':
      return element.actions.map((action) => actionWords(action, card)).join(' ')
    case 'Input.Toggle':
      return `${element.label} / ${element.title}`
    case 'Input.ChoiceSet':
      return [element.label, ...element.choices.map(({ title }) => title)].join(' / ')
    default:
      return element.label ?? ''
  }
}

const actionWords = (action: Action, card: AdaptiveCard): string =>
  action.type !== 'Action.ShowCard'
    ? `[${action.title}]`
    : [
        `[${action.title}]`,
        ...action.card.body.map((each) => elementWords(each, card)),
        ...action.card.actions.map((each) => actionWords(each, card)),
      ].join(' ')

const shownDates = (text: string): string => text.replace(/\{\{(DATE|TIME)\([^)]*\)\}\}/g, '(a date)')

/** Markdown as Teams shows it: signs after a backslash stay, others emphasise, link, mention or begin a list. */
function shownMarkdown(text: string, { msteams }: AdaptiveCard): string {
  return shownDates(text)
    .split('\n\n')
    .map((paragraph) => shownParagraph(paragraph, msteams?.entities ?? []))
    .join('\n')
}

type Entities = NonNullable<AdaptiveCard['msteams']>['entities']

function shownParagraph(paragraph: string, entities: Entities): string {
  if (/^( {4}|\t)/.test(paragraph)) return '(code)'
  const line = paragraph.replace(/\n/g, ' ').replace(/^\s*([-+*>]|#+|\d+[.)]) /, '')
  return shownInline(line, entities)
}

const shownInline = (words: string, entities: Entities): string =>
  words.replace(TOKEN, (token, escaped, _mark, emphasised, label, mentioned, entity) => {
    if (escaped) return escaped
    if (emphasised ?? label) return shownInline(emphasised ?? label, [])
    if (mentioned) return entities.some(({ text }) => text === token) ? `@${mentioned}` : ''
    return entity ? '(an entity)' : ''
  })

const TOKEN = new RegExp(
  [
    /\\([!-/:-@[-`{-~])/u,
    // Between a mark and a sign, it depends on what stands before it.
    /(\*\*?)((?=[\p{L}\p{N}])(?:\\.|[^*\\])*?(?<=[\p{L}\p{N}]))\2/u,
    /\[((?:\\.|[^\]\\])*)\]\([^\s)]*\)/u,
    /<at>([^<>]*)<\/at>/u,
    /(&#?\w+;)/u,
    /<[^>\s][^>]*>|_|`|~~/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)
