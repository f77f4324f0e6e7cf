import { parseCommandLine, splitSubcommand } from '../chat/command-line.ts'
import { UserError } from '../errors.ts'
import { type Asking, type Flow, nothing, type Reply, show } from '../flow.ts'
import {
  commandNamed,
  helpCard,
  isHelp,
  type Listed,
  mistyped,
  namesOf,
  unknownCommand,
  unknownWord,
  wordsOf,
} from '../help.ts'
import type { Heard } from '../platform.ts'
import type { Arrived } from './arrive.ts'
import { wordsIn } from './messages.ts'

export type Handle = (ctx: Asking) => Promise<Reply>

/** Whom this is for. The handler of a button or form that no longer exists says so. */
export function handlerOf({ inbound: { what }, actor }: Arrived): Handle {
  if (what.kind === 'overheard') return (ctx) => overhear(ctx, what.message)
  if (actor.kind === 'guest') return refuse((say) => say.notForGuests)
  switch (what.kind) {
    case 'command':
      return (ctx) => runCommand(ctx, what.flow, what.text)
    case 'press':
      if (what.action === 'router.run') return (ctx) => runTyped(ctx, what.value) ?? noSuchThing(ctx)
      return (ctx) => entry(ctx, what.action, 'buttons')?.(ctx, what.value) ?? noSuchThing(ctx)
    case 'submission':
      return (ctx) => entry(ctx, what.form, 'forms')?.(ctx, what) ?? noSuchThing(ctx)
    case 'shortcut':
      return (ctx) => entry(ctx, what.shortcut, 'shortcuts')?.run(ctx, what.message) ?? noSuchThing(ctx)
    case 'message':
      return (ctx) => runTyped(ctx, what.text.replace(/^\//, '')) ?? hearMessage(ctx, what.text)
  }
}

async function runCommand(ctx: Asking, flowName: string, text: string): Promise<Reply> {
  const all = wordsOf(ctx.flows)
  const flow = all.find(({ name }) => name === flowName)
  if (!flow) return show(unknownWord(all, mistyped(flowName, all.map(nameOf)), ctx.locale))

  const { name, rest } = splitSubcommand(text)
  const command = commandNamed(flow, name)
  if (command) return command.run(ctx, parseCommandLine(rest))
  if (isHelp(name)) return show(helpCard([flow], ctx.locale))
  if (flow.commands[''] && name === '') return flow.commands[''].run(ctx, parseCommandLine(''))

  return show(name ? unknownCommand(flow, mistyped(name, namesOf(flow)), ctx.locale) : helpCard([flow], ctx.locale))
}

const nameOf = ({ name }: Listed) => name

/** A command written as a message, such as `standup status`; null when it is none. */
function runTyped(ctx: Asking, typed: string): Promise<Reply> | null {
  const [first = '', ...more] = typed.trim().split(/\s+/)
  if (isHelp(first) && more.length === 0) return Promise.resolve(show(helpCard(wordsOf(ctx.flows), ctx.locale)))
  const flow = wordsOf(ctx.flows).find(({ name }) => name === first.toLowerCase())
  const subcommand = more[0]
  const isCommand = flow && (subcommand === undefined || commandNamed(flow, subcommand) || isHelp(subcommand))
  return isCommand ? runCommand(ctx, flow.name, typed.trim().slice(first.length).trim()) : null
}

async function hearMessage(ctx: Asking, text: string): Promise<Reply> {
  const heard = await readable(ctx, text)
  for (const flow of ctx.flows) {
    const reply = await flow.message?.(ctx, heard)
    if (reply) return reply
  }
  return show(helpCard(wordsOf(ctx.flows), ctx.locale))
}

/** Nobody asked for anything: it is for the flows that watch this channel, and they may say something there. */
async function overhear(ctx: Asking, message: Heard): Promise<Reply> {
  for (const flow of ctx.flows) if (ctx.channel?.watchedBy.includes(flow.name)) await flow.overheard?.(ctx, message)
  return nothing
}

/** Mentions as people read them. */
async function readable(ctx: Asking, text: string): Promise<string> {
  const ids = [...text.matchAll(/<[@#]([^>]+)>/g)].flatMap(([, id]) => id ?? [])
  if (ids.length === 0) return text
  const where = { workspaceId: ctx.workspace.id, id: { in: ids } }
  const [members, channels] = [await ctx.db.member.findMany({ where }), await ctx.db.channel.findMany({ where })]
  const names = new Map([...members, ...channels].map(({ id, name }) => [id, name]))
  return text.replace(/<([@#])([^>]+)>/g, (whole, sign: string, id: string) => {
    const name = names.get(id)
    return name ? `${sign}${name.replace(/^#/, '')}` : whole
  })
}

type Entries = Required<Pick<Flow, 'buttons' | 'forms' | 'shortcuts'>>

function entry<Kind extends keyof Entries>(ctx: Asking, id: string, kind: Kind): Entries[Kind][string] | undefined {
  const [flowName = '', ...rest] = id.split('.')
  const entries: Flow[Kind] | undefined = ctx.flows.find(({ name }) => name === flowName)?.[kind]
  const name = rest.join('.')
  return entries && Object.hasOwn(entries, name) ? (entries[name] as Entries[Kind][string]) : undefined
}

const noSuchThing = refuse((say) => say.noSuchThing)

function refuse(why: (say: ReturnType<typeof wordsIn>) => string): Handle {
  return async (ctx) => {
    throw new UserError(why(wordsIn(ctx.locale)))
  }
}
