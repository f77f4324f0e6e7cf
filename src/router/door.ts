import { isLost } from '../database/conflicts.ts'
import { FieldErrors, UserError } from '../errors.ts'
import type { Asking, Context, Reply } from '../flow.ts'
import { nothing, show } from '../flow.ts'
import { foretoldIn } from '../foretold.ts'
import { watchedChannel } from '../people/channels.ts'
import { directoryOf } from '../people/directory.ts'
import type { Answer, ChatPlatform, CommandEntry, Door, Inbound, ShortcutEntry } from '../platform.ts'
import { act, type World } from '../world.ts'
import { type Arrived, arrive } from './arrive.ts'
import { handlerOf } from './handler.ts'
import { answerInWriting } from './in-writing.ts'
import { takeNotice } from './notice.ts'
import { mentionedIn, refusal } from './reply.ts'

/** The one way in: whatever a platform hears goes through here, once. */
export function openDoor(world: World): Door {
  return {
    receive: (inbound) => measured(world, inbound),
    notice: (notice) => takeNotice(world, notice),
    commands: commandsOf(world),
    shortcuts: shortcutsOf(world),
    log: world.log,
  }
}

async function measured(world: World, inbound: Inbound): Promise<Answer> {
  const stop = world.metrics.inboundSeconds.startTimer()
  try {
    const answer = await receive(world, inbound)
    world.metrics.inbound.inc({ kind: inbound.what.kind, outcome: answer.reply.kind })
    return answer
  } catch (error) {
    world.metrics.inbound.inc({ kind: inbound.what.kind, outcome: 'failed' })
    world.log.error(
      { kind: inbound.what.kind, receipt: inbound.receipt, lost: isLost(error), err: error },
      'An inbound failed',
    )
    throw error
  } finally {
    stop()
  }
}

async function receive(world: World, inbound: Inbound): Promise<Answer> {
  const platform = world.platforms.get(inbound.platform)
  if (!platform) throw new Error(`The platform ${inbound.platform} is not configured`)
  if (inbound.what.kind === 'overheard' && !(await isHeard(world, inbound))) return NO_ANSWER
  const arrived = await arrive(world, platform, inbound)
  if (!arrived || arrived.actor.kind === 'bot' || arrived.actor.leftAt) return NO_ANSWER

  const reply = foretoldIn(await replyTo(world, arrived), world.flows)
  return { reply, locale: arrived.locale, directory: await directoryFor(world, { platform, arrived, reply }) }
}

/** Most of what is said is for no flow: nobody is looked up for it and nothing is remembered. */
async function isHeard({ db }: World, { platform, installation, channel }: Inbound): Promise<boolean> {
  return channel !== undefined && (await watchedChannel(db, { platform, installation, externalId: channel })) !== null
}

async function replyTo(world: World, arrived: Arrived): Promise<Reply> {
  const once = (deed: (ctx: Asking) => Promise<Reply>) =>
    act(world, arrived.workspace, async (ctx) => {
      if (!(await isFirst(ctx, arrived.inbound.receipt))) return nothing
      const asking = askingOf(ctx, arrived)
      const reply = await deed(asking)
      return arrived.inbound.what.kind === 'message' ? answerInWriting(asking, arrived, reply) : reply
    })
  try {
    return await once(handlerOf(arrived))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    if (arrived.inbound.what.kind === 'submission') return invalid(error)
    return once(async () => show(refusal(error, arrived.locale)))
  }
}

/** The same inbound a second time finds its receipt; one that runs at the same moment waits here for the first. */
async function isFirst(ctx: Context, receipt: string): Promise<boolean> {
  const inserted = await ctx.db.$executeRaw`
    INSERT INTO "Receipt" ("workspaceId", "key") VALUES (${ctx.workspace.id}, ${receipt}) ON CONFLICT DO NOTHING`
  return inserted === 1
}

function askingOf(ctx: Context, { actor, locale, channel, inbound }: Arrived): Asking {
  return Object.assign(ctx, { actor, locale, platform: inbound.platform, ...(channel ? { channel } : {}) })
}

const invalid = (error: UserError): Reply => ({
  kind: 'invalid',
  errors: error instanceof FieldErrors ? error.errors : { '': error.message },
})

function directoryFor(
  world: World,
  { platform, arrived, reply }: { platform: ChatPlatform; arrived: Arrived; reply: Reply },
) {
  const wanted = mentionedIn(reply)
  const { people, channels, posts } = wanted
  if (people.size + channels.size + posts.size === 0) return NOBODY
  return directoryOf(world.db, arrived.workspace.id, { platform, wanted })
}

const NOBODY = { person: () => undefined, channel: () => undefined, post: () => undefined }
const NO_ANSWER: Answer = { reply: nothing, directory: NOBODY, locale: 'en' }

function commandsOf({ flows }: World): CommandEntry[] {
  return flows.flatMap((flow) =>
    Object.entries(flow.commands).map(([command, { aliases, usage, does }]) => ({
      flow: flow.word ?? flow.name,
      command,
      does,
      ...(aliases ? { aliases } : {}),
      ...(usage ? { usage } : {}),
    })),
  )
}

const shortcutsOf = ({ flows }: World): ShortcutEntry[] =>
  flows.flatMap(({ name: flow, shortcuts = {} }) =>
    Object.entries(shortcuts).map(([name, { title }]) => ({ shortcut: `${flow}.${name}`, title })),
  )
