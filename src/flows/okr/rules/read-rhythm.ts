import { readDays } from '../../../calendar/read-days.ts'
import type { Rhythm } from './rhythm.ts'

const WORDS: Readonly<Record<Rhythm['every'] | 'usual', RegExp>> = {
  week: /^(?:weekly|every week|每周|周)$/i,
  fortnight: /^(?:fortnightly|biweekly|every two weeks|每两周|双周)$/i,
  month: /^(?:monthly|every month|每月|月)$/i,
  never: /^(?:never|none|off|从不|不)$/i,
  usual: /^(?:default|usual|默认)$/i,
}

/** What was typed of a rhythm: `fortnightly fri`, `每月 周一`, `default`; what is absent stays. Null when it can't be read. */
export function readRhythm(words: readonly string[]): { every?: Rhythm['every'] | 'usual'; day?: number } | null {
  const typed = words.map((word) => word.normalize('NFKC'))
  const kinds = Object.keys(WORDS) as (keyof typeof WORDS)[]
  const named = typed.flatMap((word) => kinds.find((kind) => WORDS[kind].test(word)) ?? [])
  const days = typed.filter((word) => !kinds.some((kind) => WORDS[kind].test(word)))
  const [day, ...more] = days.length > 0 ? (readDays(days.join(' ')) ?? []) : []
  const isRead = days.length === 0 || (day !== undefined && more.length === 0)
  if (!isRead || named.length > 1 || typed.length === 0) return null
  return { ...(named[0] && { every: named[0] }), ...(day && { day }) }
}
