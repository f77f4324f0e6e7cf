import { Temporal } from 'temporal-polyfill'
import { record } from '../../../audit/record.ts'
import { toDate, toDateColumn, toInstant } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import { type CommandLine, splitSubcommand } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { lineIn, textIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { mustBeAdmin } from '../authority.ts'
import { refusals } from '../messages/refusals.ts'
import { letGo } from '../rhythm/overdue.ts'
import { type Period, quarterAfter, quarterOf, readPeriod } from '../rules/cycles.ts'
import { elapsedOf } from '../standing.ts'
import { type Cycle, cycleNamed, cyclesOf, keyOf, spanOf, todayIn } from '../store/cycles.ts'
import { changeSettings, holdSettings, type Settings, settingsOf } from '../store/settings.ts'
import { cycleCalled, mustBeColleague, mustBeOpen } from '../which.ts'
import { type CycleLine, closeCard, cyclesCard, lineOf, newCycleForm } from './cards/cycle-cards.ts'
import { cycleWords } from './messages/cycles.ts'
import { countOf, lockCycleAlone, unreviewedIn } from './store/cycles.ts'

const LONGEST_NAME = 60
const MOST_DAYS = 400

/** `/okr cycle`, `… new Q1`, `… close 2026 Q4`, `… reopen 2026 Q4`. */
export function cycles(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const { name, rest } = splitSubcommand(text)
  switch (name) {
    case '':
    case 'list':
    case '列表':
      return listCycles(ctx)
    case 'new':
    case '新建':
      return newCycle(ctx, rest)
    case 'close':
    case '关闭':
      return askToClose(ctx, rest)
    case 'reopen':
    case '重开':
      return reopen(ctx, rest)
    default:
      throw new UserError(cycleWords[ctx.locale].unknown(name.slice(0, 60)))
  }
}

async function listCycles(ctx: Asking): Promise<Reply> {
  const all = await cyclesOf(ctx.db, ctx.workspace.id)
  return show(cyclesCard(ctx.locale, await linesOf(ctx, all)))
}

async function newCycle(ctx: Asking, typed: string): Promise<Reply> {
  mustBeAdmin(ctx)
  const settings = await settingsFor(ctx)
  const today = localDateOf(ctx.now, settings.timeZone)
  if (typed === '') return ask(newCycleForm(ctx.locale, await likelyPeriod(ctx, settings), settings.timeZone))
  const period = readPeriod(typed, today, settings.fiscalStart)
  if (!period) throw new UserError(cycleWords[ctx.locale].unreadable(typed.slice(0, 60)))
  try {
    return await begin(ctx, period, settings)
  } catch (error) {
    throw error instanceof FieldErrors ? new UserError(error.message) : error
  }
}

export async function submitNewCycle(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeColleague(ctx)
  mustBeAdmin(ctx)
  const words = cycleWords[ctx.locale]
  const [from, to] = [textIn(values, 'from'), textIn(values, 'to')]
  const empty = [from === '' && 'from', to === '' && 'to'].filter((field) => field !== false)
  if (empty.length > 0) throw new FieldErrors(Object.fromEntries(empty.map((field) => [field, words.dateEmpty])))
  const [startsOn, endsOn] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  return begin(ctx, { name: lineIn(values, 'name'), startsOn, endsOn }, await settingsFor(ctx))
}

async function begin(ctx: Asking, period: Period, settings: Settings): Promise<Reply> {
  const words = cycleWords[ctx.locale]
  await holdSettings(ctx.db, ctx.workspace.id)
  await mustFit(ctx, period)
  const others = (await cyclesOf(ctx.db, ctx.workspace.id)).filter((one) => overlaps(spanOf(one), period))
  // The first one decides by which days the company counts, unless that was said before.
  await changeSettings(ctx.db, ctx.workspace.id, { timeZone: settings.timeZone })
  const cycle = await ctx.db.okrCycle.create({
    data: {
      ...{ workspaceId: ctx.workspace.id, name: period.name, key: keyOf(period.name), timeZone: settings.timeZone },
      ...{ startsOn: toDateColumn(period.startsOn), endsOn: toDateColumn(period.endsOn) },
      ...{ createdAt: toDate(ctx.now), createdById: ctx.actor.id },
    },
  })
  const detail = { name: period.name, from: period.startsOn.toString(), to: period.endsOn.toString() }
  await record(ctx, { action: 'okr.cycle-created', subject: `okr-cycle:${cycle.id}`, detail })
  const hints = others.length > 0 ? [words.overlaps(others.map(({ name }) => name).join(', '))] : []
  return show(await cycleNote(ctx, cycle, { said: words.created(cycle.name), hints: [...hints, words.next] }))
}

async function mustFit(ctx: Asking, { name, startsOn, endsOn }: Period): Promise<void> {
  const words = cycleWords[ctx.locale]
  const days = startsOn.until(endsOn, { largestUnit: 'days' }).days + 1
  const errors: Record<string, string> = {}
  if (name === '') errors.name = words.nameEmpty
  else if (name.length > LONGEST_NAME) errors.name = words.nameLong(LONGEST_NAME)
  else if (await cycleNamed(ctx.db, ctx.workspace.id, name)) errors.name = words.nameTaken
  if (days < 1) errors.to = words.turned
  else if (days > MOST_DAYS) errors.to = words.tooLong(MOST_DAYS)
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
}

async function askToClose(ctx: Asking, typed: string): Promise<Reply> {
  mustBeAdmin(ctx)
  const cycle = await meant(ctx, typed, cycleWords[ctx.locale].whichClose)
  await mustBeOpen(ctx, cycle)
  const isEarly = Temporal.PlainDate.compare(todayIn(cycle, ctx.now), spanOf(cycle).endsOn) < 0
  return show(closeCard(ctx.locale, { cycle, isEarly, unreviewed: await unreviewedIn(ctx.db, cycle.id) }))
}

export async function closeCycle(ctx: Asking, id: string): Promise<Reply> {
  mustBeColleague(ctx)
  mustBeAdmin(ctx)
  const cycle = await lockCycleAlone(ctx.db, ctx.workspace.id, id)
  await mustBeOpen(ctx, cycle)
  const data = { closedAt: toDate(ctx.now), closedById: ctx.actor.id }
  const closed = await ctx.db.okrCycle.update({ where: { id }, data })
  await letGo(ctx, { objective: { cycleId: id } })
  await record(ctx, { action: 'okr.cycle-closed', subject: `okr-cycle:${id}` })
  const card = await cycleNote(ctx, closed, { said: cycleWords[ctx.locale].closedNow(closed.name) })
  return { kind: 'card', card, replaces: true }
}

async function reopen(ctx: Asking, typed: string): Promise<Reply> {
  mustBeAdmin(ctx)
  const words = cycleWords[ctx.locale]
  const { id, name } = await meant(ctx, typed, words.whichReopen)
  const cycle = await lockCycleAlone(ctx.db, ctx.workspace.id, id)
  if (!cycle?.closedAt) throw new UserError(words.openAlready(name))
  const opened = await ctx.db.okrCycle.update({ where: { id }, data: { closedAt: null, closedById: null } })
  await record(ctx, { action: 'okr.cycle-reopened', subject: `okr-cycle:${id}` })
  return show(await cycleNote(ctx, opened, { said: words.reopenedNow(name) }))
}

async function meant(ctx: Asking, typed: string, which: string): Promise<Cycle> {
  if (typed === '') throw new UserError(which)
  const cycle = await cycleCalled(ctx, typed)
  if (!cycle) throw new UserError(refusals[ctx.locale].unknownCycle(typed.slice(0, 60)))
  return cycle
}

/** The first quarter, from the present one on, of which there is no cycle. */
async function likelyPeriod(ctx: Asking, { fiscalStart, timeZone }: Settings): Promise<Period> {
  const taken = new Set((await cyclesOf(ctx.db, ctx.workspace.id)).map(({ key }) => key))
  let period = quarterOf(localDateOf(ctx.now, timeZone), fiscalStart)
  while (taken.has(keyOf(period.name))) period = quarterAfter(period, fiscalStart)
  return period
}

/** Until something has been set up, the administrator's own zone is the likeliest. */
async function settingsFor(ctx: Asking): Promise<Settings> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const isNew = settings.timeZone === 'UTC' && (await cyclesOf(ctx.db, ctx.workspace.id)).length === 0
  return isNew ? { ...settings, timeZone: ctx.actor.timeZone } : settings
}

const overlaps = (one: Omit<Period, 'name'>, other: Omit<Period, 'name'>): boolean =>
  Temporal.PlainDate.compare(one.startsOn, other.endsOn) <= 0 &&
  Temporal.PlainDate.compare(other.startsOn, one.endsOn) <= 0

async function cycleNote(ctx: Asking, cycle: Cycle, { said, hints = [] }: { said: string; hints?: readonly string[] }) {
  const [line] = await linesOf(ctx, [cycle])
  const blocks = line ? [{ kind: 'text' as const, text: lineOf(ctx.locale, line) }] : []
  return noteCard(ctx.locale, said, { tone: 'good', blocks, hints })
}

async function linesOf(ctx: Asking, all: readonly Cycle[]): Promise<CycleLine[]> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const counts = await countOf(ctx, all)
  const closers = all.flatMap(({ closedById }) => closedById ?? [])
  const people = new Map((await membersByIds(ctx.db, ctx.workspace.id, closers)).map(({ id, name }) => [id, name]))
  const { somebody } = refusals[ctx.locale]
  return all.map((cycle) => ({
    cycle,
    objectives: counts.get(cycle.id) ?? 0,
    elapsed: elapsedOf(cycle, { now: ctx.now, settings }),
    closed: cycle.closedAt && {
      by: people.get(cycle.closedById ?? '') ?? somebody,
      on: sayDateTime(toInstant(cycle.closedAt), ctx.actor.timeZone, ctx.locale),
    },
  }))
}
