import { type Token, tokensOf } from './tokens.ts'

/** What stands after a command: `/standup edit "Daily sync" time:9:30 <@m1>` as its parts. */
export type CommandLine = {
  /** The words in their order, quoted ones as one; without options and mentions. */
  words: readonly string[]
  /** `key:value` and `key:"two words"`, keys in lower case. A mention as the value stays as it is: `<@m1>`. */
  options: Readonly<Record<string, string>>
  /** Mentioned members' and channels' ids, in their order, those in options too. */
  people: readonly string[]
  channels: readonly string[]
  /** All of it as it was typed, for what takes a sentence. */
  text: string
}

/** Reads any text at all. Of an option that is given twice the last counts; an unclosed quote takes the rest. */
export function parseCommandLine(text: string): CommandLine {
  const tokens = tokensOf(text)
  const mentioned = tokens.map((token) => (token.kind === 'option' ? token.mention : token))
  return {
    words: tokens.flatMap((token) => (token.kind === 'word' ? token.text : [])),
    options: optionsIn(tokens),
    people: mentioned.flatMap((token) => (token?.kind === 'person' ? token.id : [])),
    channels: mentioned.flatMap((token) => (token?.kind === 'channel' ? token.id : [])),
    text,
  }
}

/** The first word, in lower case and half-width, and what follows it; `''` when there is nothing. */
export function splitSubcommand(text: string): { name: string; rest: string } {
  const typed = text.trim()
  const end = typed.search(/\s/)
  const name = end < 0 ? typed : typed.slice(0, end)
  return { name: name.normalize('NFKC').toLowerCase(), rest: typed.slice(name.length).trim() }
}

// Without a prototype: `constructor` is an option only if it was typed.
function optionsIn(tokens: readonly Token[]): Record<string, string> {
  const options: Record<string, string> = Object.create(null)
  for (const token of tokens) if (token.kind === 'option') options[token.key] = token.value
  return options
}
