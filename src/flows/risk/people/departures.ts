import { record } from '../../../audit/record.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Channel, Member, Post } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { heirOf } from '../../../people/heir.ts'
import { adminsOf } from '../../../people/members.ts'
import { holders, holds } from '../../../people/roles.ts'
import { riskName } from '../cards/lines.ts'
import { redraw } from '../drawn.ts'
import { forget } from '../review/people.ts'
import { writeAction } from '../rules/reference.ts'
import { changeRisk, lockRisk, risksBy } from '../store/risks.ts'
import { changeSettings, holdRegister, settingsOf } from '../store/settings.ts'
import { watchResidual } from '../watch-residual.ts'
import { departureWords } from './messages/departures.ts'

/** What is theirs goes to somebody else, and whoever has it now is asked about it. */
export async function memberLeft(ctx: Context, member: Member): Promise<void> {
  await passOn(ctx, member)
  await forget(ctx, member)
}

/** Their open risks and actions go to their manager, else to an administrator, who hears of it; never to the third line. */
async function passOn(ctx: Context, member: Member): Promise<void> {
  const heir = await heirOf(ctx, member, (one) => !holds(one, 'audit'))
  if (!heir) return
  const items = [...(await passRisks(ctx, member, heir)), ...(await passActions(ctx, member, heir))]
  if (items.length === 0) return
  const locale = nearestLocale(heir.locale)
  const words = departureWords[locale]
  await say(ctx, {
    key: `risk/left/${member.id}/${ctx.now.epochMilliseconds}`,
    to: { person: heir.id },
    card: noteCard(locale, words.takenOver(member.name), { blocks: [{ kind: 'list', items }], hints: [words.next] }),
  })
}

async function passRisks(ctx: Context, { id }: Member, heir: Member): Promise<string[]> {
  const where = { workspaceId: ctx.workspace.id, ownerId: id, state: { not: 'closed' } }
  const ids = (await risksBy(ctx.db, where)).map((risk) => risk.id).toSorted()
  const passed: string[] = []
  for (const riskId of ids) {
    const risk = await lockRisk(ctx.db, ctx.workspace.id, riskId)
    if (risk?.ownerId !== id) continue
    const after = await changeRisk(ctx.db, risk, { ownerId: heir.id })
    const detail = { ownerId: `${id} → ${heir.id}`, reason: 'left' }
    await record(ctx, { action: 'risk.changed', subject: `risk:${riskId}`, detail })
    await watchResidual(ctx, after)
    await redraw(ctx, after)
    passed.push(riskName(after))
  }
  return passed
}

async function passActions(ctx: Context, { id }: Member, heir: Member): Promise<string[]> {
  const where = { workspaceId: ctx.workspace.id, ownerId: id, state: 'open' }
  const actions = await ctx.db.riskAction.findMany({ where, orderBy: { number: 'asc' } })
  const ids = actions.map((action) => action.id)
  await ctx.db.riskAction.updateMany({
    where: { id: { in: ids } },
    data: { ownerId: heir.id, version: { increment: 1 } },
  })
  const detail = { ownerId: `${id} → ${heir.id}`, reason: 'left' }
  for (const one of ids) await record(ctx, { action: 'risk.action-changed', subject: `risk-action:${one}`, detail })
  return actions.map(({ number, title }) => `${writeAction(number)} ${title}`)
}

/** Cards that stood there stay where they are; new ones stand nowhere, and the second line hears of it. */
export async function channelClosed(ctx: Context, channel: Channel): Promise<void> {
  await holdRegister(ctx.db, ctx.workspace.id)
  await ctx.db.risk.updateMany({
    where: { workspaceId: ctx.workspace.id, channelId: channel.id },
    data: { channelId: null },
  })
  if ((await settingsOf(ctx.db, ctx.workspace.id)).channelId !== channel.id) return
  await changeSettings(ctx.db, ctx.workspace.id, { channelId: null })
  const second = await holders(ctx.db, ctx.workspace.id, 'risk')
  for (const { id, locale: tag } of second.length > 0
    ? second
    : (await adminsOf(ctx.db, ctx.workspace.id)).slice(0, 1)) {
    const locale = nearestLocale(tag)
    await say(ctx, {
      key: `risk/channel-closed/${channel.id}/${id}/${ctx.now.epochMilliseconds}`,
      to: { person: id },
      card: noteCard(locale, departureWords[locale].channelClosed(channel.name), { tone: 'warning' }),
    })
  }
}

/** Whoever was given a risk, or asked about theirs, and cannot be reached is on record; what stays overdue goes up all the same. */
export async function undelivered(ctx: Context, { key, lastError }: Post): Promise<void> {
  const [, what = '', id = ''] = key.split('/')
  if (what === 'round' || what === 'acceptance')
    await record(ctx, { action: 'risk.unreachable', subject: `${what}:${id}`, detail: { key, why: lastError ?? '' } })
  if (what === 'given')
    await record(ctx, { action: 'risk.unreachable', subject: `risk:${id}`, detail: { key, why: lastError ?? '' } })
}
