import type { Locale } from '../../../chat/locale.ts'
import type { CommandEntry } from '../../../platform.ts'

export type Suggestion = {
  /** Takes the place of what stands between `from` and `to`. */
  insert: string
  label: string
  usage: string
  detail: string
}

export type Completion = { from: number; to: number; suggestions: readonly Suggestion[] }

export type Known = {
  commands: readonly CommandEntry[]
  people: readonly { id: string; name: string }[]
  channels: readonly { id: string; name: string }[]
  locale: Locale
}

/** What may stand where the caret is: commands after a slash at the beginning, people after `@`, channels after `#`. */
export function complete(text: string, caret: number, known: Known): Completion | null {
  const before = text.slice(0, caret)
  const found = /^\//.test(before) && caret === text.length ? commandAt(before, known) : null
  return found ?? mentionAt(before, known)
}

function commandAt(typed: string, { commands, locale }: Known): Completion | null {
  const wanted = typed.slice(1).trimStart().toLowerCase().replace(/\s+/g, ' ')
  const entries = commands.map((entry) => ({ entry, name: `${entry.flow} ${entry.command}`.trim() }))
  const begun = entries.filter(({ name }) => `${name} `.startsWith(wanted))
  const within = entries.filter(
    (each) => !begun.includes(each) && wanted !== '' && each.name.includes(wanted.trimEnd()),
  )
  const matching = wanted.endsWith(' ') ? begun : [...begun, ...within]
  const suggestions = matching.map(({ entry, name }) => ({
    ...{ insert: `/${name} `, label: `/${name}`, usage: entry.usage?.[locale] ?? '', detail: entry.does[locale] },
  }))
  return suggestions.length > 0 ? { from: 0, to: typed.length, suggestions } : null
}

function mentionAt(before: string, { people, channels }: Known): Completion | null {
  const found = /(?:^|[\s(（])([@#])([\p{L}\p{N}_-]*)$/u.exec(before)
  if (!found) return null

  const [, sign, started = ''] = found
  const wanted = started.toLowerCase()
  const named = sign === '@' ? people : channels
  const suggestions = named
    .filter(({ id, name }) => [id, ...name.split(/\s+/)].some((word) => word.toLowerCase().startsWith(wanted)))
    .map(({ id, name }) => ({
      ...{ insert: `${sign}${id} `, label: `${sign}${id}`, usage: '', detail: id === name ? '' : name },
    }))
  return suggestions.length > 0 ? { from: before.length - started.length - 1, to: before.length, suggestions } : null
}
