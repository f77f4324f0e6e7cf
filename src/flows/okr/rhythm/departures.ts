import { record } from '../../../audit/record.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Channel, Member, Post } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { heirOf } from '../../../people/heir.ts'
import { adminsOf, membersByIds } from '../../../people/members.ts'
import { cancel } from '../../../timers/plan.ts'
import { keyResultName, objectiveName } from '../cards/lines.ts'
import { liveOf } from '../check-in/store/mine.ts'
import { changeKeyResult, changeObjective, objectivesBy } from '../store/objectives.ts'
import { changeSettings, settingsOf } from '../store/settings.ts'
import { roundWords } from './messages/round.ts'
import { settleAllOverdue } from './overdue.ts'
import { planRounds } from './plan-round.ts'

/** Something that went from whoever has left to somebody else. */
type Passed = { what: string; toId: string }

/** Their objectives go to their manager, else to an administrator, their key results to the objective's owner; all of them hear of it. */
export async function memberLeft(ctx: Context, member: Member): Promise<void> {
  await cancel(ctx, 'okr.round', member.id)
  await ctx.db.okrFollow.deleteMany({ where: { memberId: member.id } })
  const heir = await heirOf(ctx, member)
  if (!heir) return
  const passed = [...(await passObjectives(ctx, member, heir)), ...(await passKeyResults(ctx, member))]
  if (passed.length === 0) return
  await planRounds(
    ctx,
    passed.map(({ toId }) => toId),
  )
  await settleAllOverdue(ctx)
  await tellHeirs(ctx, member, { passed, managerId: heir.id })
}

async function passObjectives(ctx: Context, { id }: Member, heir: Member): Promise<Passed[]> {
  const where = { workspaceId: ctx.workspace.id, ownerId: id, archivedAt: null, cycle: { closedAt: null } }
  const passed: Passed[] = []
  for (const objective of await objectivesBy(ctx.db, where)) {
    await changeObjective(ctx.db, objective, { ownerId: heir.id })
    const detail = { ownerId: `${id} → ${heir.id}`, reason: 'left' }
    await record(ctx, { action: 'okr.objective-changed', subject: `okr-objective:${objective.id}`, detail })
    passed.push({ what: objectiveName(objective), toId: heir.id })
  }
  return passed
}

async function passKeyResults(ctx: Context, { id }: Member): Promise<Passed[]> {
  const passed: Passed[] = []
  for (const keyResult of await liveOf(ctx.db, ctx.workspace.id, [id])) {
    const toId = keyResult.objective.ownerId
    await changeKeyResult(ctx.db, keyResult, { ownerId: toId })
    const detail = { ownerId: `${id} → ${toId}`, reason: 'left' }
    await record(ctx, { action: 'okr.key-result-changed', subject: `okr-key-result:${keyResult.id}`, detail })
    passed.push({ what: keyResultName(keyResult), toId })
  }
  return passed
}

/** One message for each who has something new, and one for the manager, unless all of it is the manager's. */
async function tellHeirs(
  ctx: Context,
  member: Member,
  { passed, managerId }: { passed: readonly Passed[]; managerId: string },
): Promise<void> {
  const ids = [...new Set([...passed.map(({ toId }) => toId), managerId])]
  const people = await membersByIds(ctx.db, ctx.workspace.id, ids)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  for (const reader of people) {
    const words = roundWords[nearestLocale(reader.locale)]
    const own = passed.filter(({ toId }) => toId === reader.id).map(({ what }) => what)
    const all = passed.map(({ what, toId }) => words.takenLine(what, names.get(toId) ?? words.somebody))
    const isManager = reader.id === managerId && own.length < passed.length
    const items = isManager ? all : own
    const said = isManager ? words.leftManager(member.name) : words.takenOver(member.name)
    await say(ctx, {
      key: `okr/left/${member.id}/${reader.id}/${ctx.now.epochMilliseconds}`,
      to: { person: reader.id },
      card: noteCard(nearestLocale(reader.locale), said, { blocks: [{ kind: 'list', items }] }),
    })
  }
}

/** A round that reached nobody is on record; the question stays open, and its objective's owner hears in their turn. */
export async function undelivered(ctx: Context, { key, lastError }: Post): Promise<void> {
  const [, what = '', id = ''] = key.split('/')
  if (what !== 'round') return
  await record(ctx, { action: 'okr.unreachable', subject: `member:${id}`, detail: { key, why: lastError ?? '' } })
}

export async function channelClosed(ctx: Context, channel: Channel): Promise<void> {
  const { digestChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  if (digestChannelId !== channel.id) return
  await changeSettings(ctx.db, ctx.workspace.id, { digestChannelId: null })
  const [admin] = await adminsOf(ctx.db, ctx.workspace.id)
  if (!admin) return
  const locale = nearestLocale(admin.locale)
  await say(ctx, {
    key: `okr/channel-closed/${channel.id}/${ctx.now.epochMilliseconds}`,
    to: { person: admin.id },
    card: noteCard(locale, roundWords[locale].digestChannelClosed(channel.name), { tone: 'warning' }),
  })
}

/** Their zone or working days are others than before: so is their next round. */
export async function memberChanged(ctx: Context, member: Member): Promise<void> {
  const where = {
    workspaceId: ctx.workspace.id,
    kind: 'okr.round',
    subject: member.id,
    firedAt: null,
    cancelledAt: null,
  }
  if ((await ctx.db.timer.count({ where })) > 0) await planRounds(ctx, [member.id])
}
