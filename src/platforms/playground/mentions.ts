import type { Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import type { Span } from '../../chat/text.ts'
import { BOT, CHANNELS, PERSONAS } from './company.ts'

const idByName = new Map(PERSONAS.flatMap(({ id, name }) => [[id, id] as const, [name.toLowerCase(), id] as const]))

const names = [BOT, ...idByName.keys()].sort((one, other) => other.length - one.length).join('|')
const channels = CHANNELS.map(({ id }) => id).join('|')
const TYPED = new RegExp(`(?<![\\w@#])(?:@(${names})|#(${channels}))(?![a-z0-9_])`, 'giu')

/** `@mei` and `#general` as the router reads them: `<@mei>` and `<#general>`; the bot's own name is left out. */
export function encodeMentions(typed: string): string {
  return typed.replace(TYPED, (_all, name?: string, channel?: string) => {
    if (channel) return `<#${channel.toLowerCase()}>`
    const id = idByName.get(name?.toLowerCase() ?? '')
    return id ? `<@${id}>` : ''
  })
}

export function mentionsBot(typed: string): boolean {
  return [...typed.matchAll(TYPED)].some(([, name]) => name?.toLowerCase() === BOT)
}

/** What a persona wrote, as a card like any other; as long as it was. */
export function chatCard(typed: string, locale: Locale): Card {
  return { locale, summary: typed, blocks: [{ kind: 'text', text: spansTyped(typed) }] }
}

function spansTyped(typed: string): Span[] {
  const spans: Span[] = []
  let end = 0
  for (const found of typed.matchAll(TYPED)) {
    const span = mentioned(found[1], found[2])
    if (!span) continue
    spans.push(typed.slice(end, found.index), span)
    end = found.index + found[0].length
  }
  return [...spans, typed.slice(end)].filter((span) => span !== '')
}

function mentioned(name: string | undefined, channel: string | undefined): Span | null {
  if (channel) return { channel: channel.toLowerCase(), name: channel.toLowerCase() }
  const id = idByName.get(name?.toLowerCase() ?? '')
  const persona = PERSONAS.find((each) => each.id === id)
  return persona ? { person: persona.id, name: persona.name } : null
}
