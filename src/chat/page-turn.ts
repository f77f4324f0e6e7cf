import type { Block, Button } from './card.ts'

/** What a list of many pages says below one of them, `at` counted from 0; nothing where there is one alone. */
type Turning = {
  words: { previous: string; next: string; page: (page: number, pages: number) => string }
  /** The list's own button, which gets the page and what was typed. */
  action: string
  at: number
  pages: number
  typed: string
}

export function pageTurn({ words, action, at, pages, typed }: Turning): Block[] {
  if (pages <= 1) return []
  const turn = (label: string, page: number): Button => ({ label, action, value: `${page} ${typed}` })
  const buttons = [
    ...(at > 0 ? [turn(words.previous, at - 1)] : []),
    ...(at + 1 < pages ? [turn(words.next, at + 1)] : []),
  ]
  return [
    { kind: 'context', text: words.page(at + 1, pages) },
    { kind: 'buttons', buttons },
  ]
}

/** The page and what was typed, as such a button hands them over. */
export function readPageTurn(value: string): { at: number; typed: string } {
  const [, page = '0', typed = ''] = /^(\d{1,6})\s*([\s\S]*)$/.exec(value) ?? []
  return { at: Number(page), typed }
}
