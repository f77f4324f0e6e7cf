import type { Asked } from './question-syntax.ts'

export const LONGEST_ANSWER = 12_000
const LONGEST_NUMBER = 30

/** From the best, 5, to the worst, 1. */
export const MOODS = ['5', '4', '3', '2', '1'] as const
export type Mood = (typeof MOODS)[number]
export const FACES: Readonly<Record<Mood, string>> = { 5: '😀', 4: '🙂', 3: '😐', 2: '🙁', 1: '😫' }

export type Read = { value: string } | { problem: 'long' | 'number' | 'choice' | 'mood' }
export type MoodWords = Readonly<Record<Mood, string>>

/** An answer as it is kept. `moods` are the words for the faces that the person could read. */
export function readAnswer(question: Pick<Asked, 'kind' | 'options'>, typed: string, moods: MoodWords): Read {
  switch (question.kind) {
    case 'text':
      return typed.length > LONGEST_ANSWER ? { problem: 'long' } : { value: typed.trim() }
    case 'number':
      return valueOr('number', readNumber(typed))
    case 'choice':
      return valueOr('choice', readChoice(question.options, typed))
    case 'mood':
      return valueOr('mood', readMood(typed, moods))
  }
}

/**
 * A number as people type it, in plain digits with a point: `1,234.5`, `1.234,5`, `1 234,5`, `３`, `−7`. A lone comma
 * before exactly three digits groups thousands, otherwise it is decimal. Null when it is no number.
 */
export function readNumber(typed: string): string | null {
  const flat = typed
    .normalize('NFKC')
    .replace(/[\s'’_]/gu, '')
    .replace(/^[−–]/u, '-')
  if (flat.length > LONGEST_NUMBER || !/^[+-]?[\d.,]*\d[\d.,]*$/u.test(flat)) return null

  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/u.exec(flat) ?? []
  const plain = withPoint(digits)
  return plain === null ? null : canonical(sign, plain)
}

function withPoint(digits: string): string | null {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  if (last < 0) return digits
  const mark = digits[last] === ',' ? ',' : '.'
  const other = mark === ',' ? '.' : ','
  if (groupedBy(mark).test(digits) && (mark === ',' || digits.indexOf('.') !== last)) return digits.replaceAll(mark, '')

  const whole = digits.slice(0, last)
  const isWhole = whole === '' || /^\d+$/u.test(whole) || groupedBy(other).test(whole)
  return isWhole ? `${whole.replaceAll(other, '')}.${digits.slice(last + 1)}` : null
}

const groupedBy = (mark: ',' | '.'): RegExp => (mark === ',' ? /^\d{1,3}(,\d{3})+$/u : /^\d{1,3}(\.\d{3})+$/u)

function canonical(sign: string, plain: string): string {
  const [whole = '', fraction = ''] = plain.split('.')
  const shownWhole = whole.replace(/^0+(?=\d)/u, '') || '0'
  const shown = fraction === '' ? shownWhole : `${shownWhole}.${fraction}`
  return sign === '-' && /[1-9]/u.test(shown) ? `-${shown}` : shown
}

/** By its place in the list, by its words, or by how they begin where only one begins so. */
function readChoice(options: readonly string[], typed: string): string | null {
  const said = typed.trim().toLowerCase()
  const exact = options.find((option) => option.toLowerCase() === said)
  if (exact) return exact
  if (/^\d+$/u.test(said)) return options[Number(said) - 1] ?? null

  const beginning = said === '' ? [] : options.filter((option) => option.toLowerCase().startsWith(said))
  return beginning.length === 1 ? (beginning[0] ?? null) : null
}

function readMood(typed: string, words: MoodWords): string | null {
  const said = typed.trim().toLowerCase()
  return MOODS.find((mood) => [mood, FACES[mood], words[mood].toLowerCase()].includes(said)) ?? null
}

const valueOr = (problem: 'number' | 'choice' | 'mood', value: string | null): Read =>
  value === null ? { problem } : { value }

const NOTHING = new Set(
  `none|no|nope|nothing|nil|n/a|na|no blockers|no blocker|none today|nothing today|nothing blocks me|
  all good|all clear|not blocked|i'm not blocked|无|無|没有|沒有|暂无|暂时没有|没|没有阻碍|无阻碍|没有障碍|无障碍|没有问题|无问题|不存在|木有`
    .split('|')
    .map((words) => words.trim()),
)
const RESOLVED = new Set('resolved|solved|unblocked|fixed|done|已解决|解决了|已经解决|搞定了|解除了|已解除'.split('|'))

/** Whether an answer to what blocks somebody says that nothing does. */
export const isNoBlocker = (answer: string): boolean =>
  NOTHING.has(bare(answer)) || !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(answer)

/** Whether it says that what blocked this person does so no more. */
export const isResolved = (answer: string): boolean => RESOLVED.has(bare(answer))

/** What two ways of writing the same have in common. */
export const bare = (answer: string): string =>
  answer
    .trim()
    .toLowerCase()
    .replace(/’/gu, "'")
    .replace(/(?<=.)[\s.,!。，！～~]+$/gu, '')
    .replace(/\s+/gu, ' ')

const PASSES = new Set(['skip', 'pass', 'next', '跳过', '略过', '下一个'])

/** Whether it asks for the next question instead of answering this one. */
export const isPass = (typed: string): boolean => PASSES.has(bare(typed))
