import type { Locale } from '../../chat/locale.ts'

/** How questions are typed in the form: one a line, what kind of answer in brackets at the end. */
export type QuestionKind = 'text' | 'number' | 'choice' | 'mood'
export type Asked = { text: string; kind: QuestionKind; options: readonly string[]; isBlocker: boolean }
export type Mistake = { line: number; why: 'tag' | 'long' | 'options'; what: string }

export const MOST_QUESTIONS = 10
export const LONGEST_QUESTION = 300
export const LONGEST_OPTION = 75
export const MOST_OPTIONS = 20

const TAGS: Readonly<Record<string, Pick<Asked, 'kind' | 'isBlocker'>>> = {
  text: { kind: 'text', isBlocker: false },
  文字: { kind: 'text', isBlocker: false },
  number: { kind: 'number', isBlocker: false },
  数字: { kind: 'number', isBlocker: false },
  mood: { kind: 'mood', isBlocker: false },
  心情: { kind: 'mood', isBlocker: false },
  blocker: { kind: 'text', isBlocker: true },
  阻碍: { kind: 'text', isBlocker: true },
}

/** The questions of a text, one a line; empty lines mean nothing. A line that cannot be read is a mistake instead. */
export function readQuestions(typed: string): { questions: Asked[]; mistakes: Mistake[] } {
  const lines = typed.split(/\r?\n/).map((line) => line.trim())
  const read = lines.map((line, at) => (line === '' ? null : readQuestion(line, at + 1)))
  return {
    questions: read.flatMap((one) => (one && 'text' in one ? [one] : [])),
    mistakes: read.flatMap((one) => (one && 'why' in one ? [one] : [])),
  }
}

const WORDS = {
  en: { number: 'number', mood: 'mood', blocker: 'blocker' },
  'zh-CN': { number: '数字', mood: '心情', blocker: '阻碍' },
} satisfies Record<Locale, unknown>

/** A question as it would be typed in a language; reading it again gives the same. */
export function writeQuestion(question: Asked, locale: Locale): string {
  const tag = tagOf(question, locale)
  if (tag === null) return question.text
  const space = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(question.text) ? '' : ' '
  return `${question.text}${space}[${tag}]`
}

function tagOf({ kind, options, isBlocker }: Asked, locale: Locale): string | null {
  if (isBlocker) return WORDS[locale].blocker
  if (kind === 'choice') return options.join('/')
  return kind === 'text' ? null : WORDS[locale][kind]
}

function readQuestion(line: string, at: number): Asked | Mistake {
  const [, words = '', tag] = /^(.*?)\s*[[【]([^[\]【】]*)[\]】]$/u.exec(line) ?? [line, line]
  if (tag === undefined || words === '') return textOf({ text: line, kind: 'text', options: [], isBlocker: false }, at)

  const known = TAGS[tag.trim().toLowerCase()]
  if (known) return textOf({ text: words, options: [], ...known }, at)
  return choiceOf(words, { line: at, why: 'tag', what: tag.trim() })
}

function choiceOf(text: string, unknownTag: Mistake): Asked | Mistake {
  const options = unknownTag.what.split(/[/／|]/u).map((option) => option.trim())
  if (options.length < 2) return unknownTag
  const fits = options.every((option) => option !== '' && option.length <= LONGEST_OPTION)
  const distinct = new Set(options.map((option) => option.toLowerCase())).size === options.length
  if (!fits || !distinct || options.length > MOST_OPTIONS) return { ...unknownTag, why: 'options' }
  return textOf({ text, kind: 'choice', options, isBlocker: false }, unknownTag.line)
}

const textOf = (question: Asked, line: number): Asked | Mistake =>
  question.text.length > LONGEST_QUESTION ? { line, why: 'long', what: `${question.text.slice(0, 40)}…` } : question
