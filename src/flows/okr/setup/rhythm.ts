import { record } from '../../../audit/record.ts'
import { sayDays } from '../../../calendar/say.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { mustBeAdmin, mustOwnObjective } from '../authority.ts'
import { classNames } from '../messages/classes.ts'
import { letGoOfTheNeverDue } from '../rhythm/never-due.ts'
import { rhythmOf, type TeamRhythms, teamsOf } from '../rhythm/rhythm-of.ts'
import { readRhythm } from '../rules/read-rhythm.ts'
import { readReference, writeObjective } from '../rules/reference.ts'
import type { Rhythm } from '../rules/rhythm.ts'
import { keyOf } from '../store/cycles.ts'
import { changeObjective } from '../store/objectives.ts'
import { changeSettings, type Settings, settingsOf } from '../store/settings.ts'
import { holdOpen, mustBeColleague, objectiveByReference } from '../which.ts'
import { settingsWords } from './messages/settings.ts'

type Wanted = { every?: Rhythm['every'] | 'usual'; day?: number }

/** `/okr rhythm`, `… weekly mon`, `… team:Sales fortnightly fri`, `… O-3 monthly`, `… O-3 default`. */
export async function rhythm(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const { team: typed, 团队: chinese = '' } = line.options
  const team = (typed ?? chinese).trim()
  if (line.words.length === 0 && !team) return show(await rhythmCard(ctx))
  const [first = '', ...rest] = line.words
  const isObjective = readReference(first)?.kind === 'objective'
  const wanted = readRhythm(isObjective ? rest : line.words)
  if (!wanted) throw new UserError(settingsWords[ctx.locale].rhythmUsage)
  const set = () => (team ? setForTeam(ctx, team, wanted) : setForAll(ctx, wanted))
  const reply = await (isObjective ? setForObjective(ctx, first, wanted) : set())
  if (wanted.every) await letGoOfTheNeverDue(ctx)
  return reply
}

async function setForObjective(ctx: Asking, typed: string, wanted: Wanted): Promise<Reply> {
  const seen = await objectiveByReference(ctx, typed)
  await mustOwnObjective(ctx, seen)
  const held = await holdOpen(ctx, seen.id)
  const after = await changeObjective(ctx.db, held, own(wanted))
  await noted(ctx, `okr-objective:${held.id}`, wanted)
  const { rhythms, settings } = await around(ctx)
  const said = settingsWords[ctx.locale].ofObjective(
    writeObjective(after.number),
    say(ctx, rhythmOf(after, rhythms, settings)),
  )
  return show(noteCard(ctx.locale, settingsWords[ctx.locale].rhythmSet(said), { tone: 'good' }))
}

async function setForTeam(ctx: Asking, name: string, wanted: Wanted): Promise<Reply> {
  mustBeAdmin(ctx)
  const words = settingsWords[ctx.locale]
  const key = keyOf(name)
  const named = await ctx.db.okrObjective.findFirst({
    where: { workspaceId: ctx.workspace.id, team: { equals: name, mode: 'insensitive' } },
  })
  if (!named) throw new UserError(words.teamUnknown(name.slice(0, 60)))
  const where = { workspaceId_key: { workspaceId: ctx.workspace.id, key } }
  const create = { workspaceId: ctx.workspace.id, key, name: named.team ?? name, ...own(wanted) }
  const team = await ctx.db.okrTeam.upsert({ where, create, update: own(wanted) })
  await noted(ctx, `okr-team:${key}`, wanted)
  const { rhythms, settings } = await around(ctx)
  const said = words.ofTeam(
    team.name,
    say(ctx, rhythmOf({ every: null, day: null, team: team.name }, rhythms, settings)),
  )
  return show(noteCard(ctx.locale, words.rhythmSet(said), { tone: 'good' }))
}

async function setForAll(ctx: Asking, { every, day }: Wanted): Promise<Reply> {
  mustBeAdmin(ctx)
  const words = settingsWords[ctx.locale]
  await changeSettings(ctx.db, ctx.workspace.id, {
    ...(every && { every: every === 'usual' ? 'week' : every }),
    ...(day && { day }),
  })
  await noted(ctx, `workspace:${ctx.workspace.id}`, { ...(every && { every }), ...(day && { day }) })
  const { settings } = await around(ctx)
  return show(
    noteCard(ctx.locale, words.rhythmSet(words.ofTeam(words.everybody, say(ctx, settings))), { tone: 'good' }),
  )
}

/** What is as usual is not kept, so that it follows the usual when that changes. */
const own = ({ every, day }: Wanted) =>
  every === 'usual' ? { every: null, day: null } : { ...(every && { every }), ...(day && { day }) }

const noted = (ctx: Asking, subject: string, wanted: Wanted): Promise<void> =>
  record(ctx, { action: 'okr.rhythm-set', subject, detail: { ...wanted } })

async function around(ctx: Asking): Promise<{ rhythms: TeamRhythms; settings: Settings }> {
  return { rhythms: await teamsOf(ctx.db, ctx.workspace.id), settings: await settingsOf(ctx.db, ctx.workspace.id) }
}

function say({ locale }: Asking, { every, day }: Rhythm): string {
  const { every: names } = classNames[locale]
  return every === 'never' ? names.never : settingsWords[locale].on(names[every], sayDays([day], locale))
}

async function rhythmCard(ctx: Asking) {
  const words = settingsWords[ctx.locale]
  const { rhythms, settings } = await around(ctx)
  const usual = settings.every === 'never' ? words.usualNever : words.usual(say(ctx, settings))
  const items = [...rhythms.values()].map(({ name }) =>
    words.ofTeam(name, say(ctx, rhythmOf({ every: null, day: null, team: name }, rhythms, settings))),
  )
  const blocks = items.length > 0 ? [{ kind: 'list' as const, items }] : []
  return noteCard(ctx.locale, usual, { blocks, hints: [words.rhythmUsage] })
}
