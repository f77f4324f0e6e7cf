import { record } from '../../audit/record.ts'
import { sayDay } from '../../calendar/say.ts'
import type { Button, Card } from '../../chat/card.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { noteCard } from '../../chat/note-card.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import type { ReportPlan } from '../../generated/client.ts'
import { isAdmin, isColleague, memberById, membersByIds } from '../../people/members.ts'
import { mondayWords } from './messages/mondays.ts'
import { reportWords } from './messages/report.ts'
import { planMonday } from './on-mondays.ts'
import { forget } from './people.ts'
import { addPlan, plansBy, type Target } from './store/plans.ts'
import { channelIn, mustBeColleague, nameIn } from './which.ts'

const OFF = ['off', 'stop', '停止', '取消']
const ME = ['me', '我']

/** `/ops report mondays`, `… #general`, `… @ben`, `… me`, the last ones also with `off`. */
export async function whoGetsIt(ctx: Asking, { words, channels, people }: CommandLine): Promise<Reply> {
  const typed = words.map((word) => word.normalize('NFKC').toLowerCase())
  const members = [...people, ...(typed.some((word) => ME.includes(word)) ? [ctx.actor.id] : [])]
  const [channelId] = channels
  const [memberId] = members
  if (channels.length + members.length > 1) throw new UserError(reportWords[ctx.locale].oneTarget)
  const target = channelId ? { channelId } : memberId ? { memberId } : null
  if (!target) return show(await listOf(ctx))
  return typed.some((word) => OFF.includes(word)) ? stopFor(ctx, target) : startFor(ctx, target)
}

export async function mondaysByButton(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  return show(await listOf(ctx))
}

/** The channel's id; empty for whoever presses. */
export async function startByButton(ctx: Asking, channelId: string): Promise<Reply> {
  mustBeColleague(ctx)
  return startFor(ctx, channelId ? { channelId } : { memberId: ctx.actor.id })
}

export async function stopByButton(ctx: Asking, planId: string): Promise<Reply> {
  mustBeColleague(ctx)
  const [planned] = await plansBy(ctx.db, { workspaceId: ctx.workspace.id, id: planId })
  if (!planned) throw new UserError(mondayWords[ctx.locale].gone)
  await stop(ctx, planned)
  return { kind: 'card', card: await listOf(ctx), replaces: true }
}

async function startFor(ctx: Asking, target: Target): Promise<Reply> {
  const words = mondayWords[ctx.locale]
  if ('memberId' in target && target.memberId !== ctx.actor.id && !isAdmin(ctx.actor))
    throw new UserError(words.notYours)
  const { name, timeZone } = await reached(ctx, target)
  const planned = await addPlan(ctx, { ...target, timeZone })
  if (!planned) return show(noteCard(ctx.locale, words.already(name)))

  const first = await planMonday(ctx, planned)
  await record(ctx, { action: 'report.started', subject: `report:${planned.id}`, detail: { ...target } })
  const sentence = words.started(name, first ? sayDay(first.date, ctx.locale) : '–')
  return show(noteCard(ctx.locale, sentence, { tone: 'good' }))
}

async function stopFor(ctx: Asking, target: Target): Promise<Reply> {
  const words = mondayWords[ctx.locale]
  const { name } = await reached(ctx, target)
  const [planned] = await plansBy(ctx.db, { workspaceId: ctx.workspace.id, ...target })
  if (!planned) return show(noteCard(ctx.locale, words.never(name)))
  await stop(ctx, planned)
  return show(noteCard(ctx.locale, words.stopped(name), { tone: 'good' }))
}

async function stop(ctx: Asking, { id, memberId, createdById, channelId }: ReportPlan): Promise<void> {
  if (![memberId, createdById].includes(ctx.actor.id) && !isAdmin(ctx.actor))
    throw new UserError(mondayWords[ctx.locale].notYoursToStop)
  await forget(ctx, id)
  await record(ctx, { action: 'report.stopped', subject: `report:${id}`, detail: { memberId, channelId } })
}

/** Whom it reaches, and whose Monday it is: a channel's is that of whoever asks. */
async function reached(ctx: Asking, target: Target): Promise<{ name: string; timeZone: string }> {
  if ('channelId' in target) {
    const channel = await channelIn(ctx, target.channelId)
    return { name: `#${nameIn(channel)}`, timeZone: ctx.actor.timeZone }
  }
  const member = await memberById(ctx.db, ctx.workspace.id, target.memberId)
  if (!member || !isColleague(member)) throw new UserError(reportWords[ctx.locale].stranger)
  return member
}

async function listOf(ctx: Asking): Promise<Card> {
  const words = mondayWords[ctx.locale]
  const plans = await plansBy(ctx.db, { workspaceId: ctx.workspace.id })
  const names = await namesOf(ctx, plans)
  const mayStop = ({ memberId, createdById }: ReportPlan) =>
    isAdmin(ctx.actor) || [memberId, createdById].includes(ctx.actor.id)
  const nameFor = ({ channelId, memberId }: ReportPlan) => names.get(channelId ?? memberId ?? '') ?? '…'
  const has = (id: string) => plans.some(({ channelId, memberId }) => channelId === id || memberId === id)
  const start: Button[] = [
    ...(has(ctx.actor.id) ? [] : [{ label: words.me, action: 'report.start', value: '' }]),
    ...(ctx.channel && !has(ctx.channel.id)
      ? [{ label: words.here(nameIn(ctx.channel)), action: 'report.start', value: ctx.channel.id }]
      : []),
  ]
  const stops = plans.filter(mayStop).map((one) => ({
    ...{ label: words.stop(nameFor(one)), action: 'report.stop', value: one.id },
  }))
  return noteCard(ctx.locale, plans.length > 0 ? words.list : words.nobody, {
    title: words.title,
    blocks: plans.length > 0 ? [{ kind: 'list', items: plans.map(nameFor) }] : [],
    hints: [words.hint],
    buttons: [...start, ...stops],
  })
}

async function namesOf({ db, workspace }: Asking, plans: readonly ReportPlan[]): Promise<Map<string, string>> {
  const channelIds = plans.flatMap(({ channelId }) => channelId ?? [])
  const channels = await db.channel.findMany({ where: { workspaceId: workspace.id, id: { in: channelIds } } })
  const members = await membersByIds(
    db,
    workspace.id,
    plans.flatMap(({ memberId }) => memberId ?? []),
  )
  return new Map([
    ...channels.map((channel): [string, string] => [channel.id, `#${nameIn(channel)}`]),
    ...members.map(({ id, name }): [string, string] => [id, name]),
  ])
}
