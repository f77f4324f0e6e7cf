/** What stands after a command: `/standup edit "Daily sync" time:9:30 <@m1>` as its parts. */
export type CommandLine = {
  /** The words in their order, quoted ones as one; without options and mentions. */
  words: readonly string[]
  /** `key:value` and `key:"two words"`, keys in lower case. */
  options: Readonly<Record<string, string>>
  /** Mentioned members' and channels' ids, in their order. */
  people: readonly string[]
  channels: readonly string[]
  /** All of it as it was typed, for what takes a sentence. */
  text: string
}

export function parseCommandLine(text: string): CommandLine {
  const words: string[] = []
  const people: string[] = []
  for (const token of text.trim().split(/\s+/).filter(Boolean)) {
    const id = /^<@([^>]+)>$/.exec(token)?.[1]
    if (id) people.push(id)
    else words.push(token)
  }
  return { words, options: {}, people, channels: [], text }
}

export function splitSubcommand(text: string): { name: string; rest: string } {
  const [name = '', ...rest] = text.trim().split(/\s+/)
  return { name, rest: rest.join(' ') }
}
