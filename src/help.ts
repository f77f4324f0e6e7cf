import type { Block, Button, Card } from './chat/card.ts'
import type { Locale } from './chat/locale.ts'
import { nearestWord } from './chat/nearest.ts'
import { bold, code, type Text } from './chat/text.ts'
import type { Command, Flow } from './flow.ts'

/** What people can type, as a card needs it of a flow. */
export type Listed = Pick<Flow, 'name' | 'title' | 'commands'>

/** The slash commands, each with all that is typed after it, of whichever flow. */
export function wordsOf(flows: readonly Flow[]): Listed[] {
  return flows
    .filter(({ word }) => word === undefined)
    .map(({ name, title, commands }) => {
      const joined = flows.filter(({ word }) => word === name)
      return { name, title, commands: Object.assign({}, commands, ...joined.map((flow) => flow.commands)) }
    })
}

export type Mistyped = { typed: string; nearest: string | null }

/** Every command of these flows with what it does; the first of each flow can be run from here. */
export function helpCard(flows: readonly Listed[], locale: Locale): Card {
  const say = words[locale]
  return { locale, summary: say.summary, title: say.title, blocks: [...flows.flatMap((flow) => partOf(flow, locale))] }
}

/** No command begins with this word: the nearest one that does, and all there are. */
export function unknownWord(flows: readonly Listed[], { typed, nearest }: Mistyped, locale: Locale): Card {
  const say = words[locale]
  const all = helpCard(flows, locale)
  const meant = flows.filter(({ name }) => name === nearest)
  return {
    ...all,
    tone: 'warning',
    summary: say.unknownSummary(`/${typed}`),
    blocks: [
      { kind: 'text', text: [...say.unknown(`/${typed}`)] },
      ...meant.map((flow): Block => ({ kind: 'buttons', buttons: [runs(flow, 'help', say.didYouMean)] })),
      { kind: 'divider' },
      ...all.blocks,
    ],
  }
}

/** The word after the command means nothing to this flow: the nearest one that does, and all there are. */
export function unknownCommand(flow: Listed, { typed, nearest }: Mistyped, locale: Locale): Card {
  const say = words[locale]
  const wrong: Text = [...say.unknown(`/${flow.name} ${typed}`)]
  const meant: Block[] = nearest ? [{ kind: 'buttons', buttons: [runs(flow, nearest, say.didYouMean)] }] : []
  return {
    locale,
    tone: 'warning',
    summary: say.unknownSummary(`/${flow.name} ${typed}`),
    blocks: [{ kind: 'text', text: wrong }, ...meant, { kind: 'divider' }, ...listOf(flow, locale)],
  }
}

/** By its name or another one of its names, in any case. */
export function commandNamed({ commands }: Listed, typed: string): Command | undefined {
  if (typed === '') return undefined
  const wanted = typed.toLowerCase()
  return Object.entries(commands).find(([name, { aliases }]) => name === wanted || aliases?.includes(wanted))?.[1]
}

export const namesOf = ({ commands }: Listed): string[] =>
  Object.entries(commands).flatMap(([name, { aliases = [] }]) => [name, ...aliases])

export const isHelp = (word: string): boolean => ['help', '?', '帮助'].includes(word.toLowerCase())

export const mistyped = (typed: string, known: readonly string[]): Mistyped => ({
  typed,
  nearest: nearestWord(typed, known),
})

const BUTTONS_PER_FLOW = 3

function partOf(flow: Listed, locale: Locale): Block[] {
  const inOneWord = namedCommands(flow).filter(([, command]) => !needsMore(command))
  const buttons = inOneWord.slice(0, BUTTONS_PER_FLOW).map(([name, command]) => ({
    ...runs(flow, name, (typed) => typed),
    label: typedAs(flow, [name, command], locale),
  }))
  return [...listOf(flow, locale), ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : [])]
}

const listOf = (flow: Listed, locale: Locale): Block[] => [
  { kind: 'text', style: 'heading', text: [bold(flow.title[locale])] },
  { kind: 'list', items: namedCommands(flow).map(([name, command]) => line(flow, [name, command], locale)) },
]

function line(flow: Listed, [name, command]: [string, Command], locale: Locale): Text {
  const typed = [typedAs(flow, [name, command], locale), command.usage?.[locale]].filter(Boolean).join(' ')
  return [code(typed), words[locale].does(command.does[locale])]
}

/** By its name in the reader's language, where it has one. */
function typedAs(flow: Listed, [name, { aliases = [] }]: [string, Command], locale: Locale): string {
  const chinese = locale === 'zh-CN' ? aliases.find(isChinese) : undefined
  return `/${flow.name} ${chinese ?? name}`.trimEnd()
}

/** The command without words is only listed where it is not another one as well. */
function namedCommands(flow: Listed): [string, Command][] {
  const all = Object.entries(flow.commands)
  return all.filter(
    ([name, { run }]) => name !== '' || !all.some(([other, command]) => other !== '' && command.run === run),
  )
}

const runs = (flow: Listed, name: string, label: (typed: string) => string): Button => ({
  label: label(`/${flow.name} ${name}`.trimEnd()),
  action: 'router.run',
  value: `${flow.name} ${name}`.trimEnd(),
})

const needsMore = (command: Command): boolean => command.usage?.en.startsWith('<') ?? false
const isChinese = (alias: string): boolean => /\p{Script=Han}/u.test(alias)

const en = {
  title: 'What I can do',
  summary: 'What I can do, command by command',
  unknown: (typed: string): Text & readonly unknown[] => ['I don’t know ', code(typed), '. This is what I know:'],
  unknownSummary: (typed: string) => `I don’t know ${typed}.`,
  didYouMean: (typed: string) => `Did you mean ${typed}?`,
  does: (does: string) => ` – ${does}`,
}

const zhCN: typeof en = {
  title: '我能做什么',
  summary: '我能做的事，逐条命令说明',
  unknown: (typed) => ['没有 ', code(typed), ' 这个命令。可用的命令：'],
  unknownSummary: (typed) => `没有 ${typed} 这个命令。`,
  didYouMean: (typed) => `是要 ${typed} 吗？`,
  does: (does) => `：${does}`,
}

const words: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
