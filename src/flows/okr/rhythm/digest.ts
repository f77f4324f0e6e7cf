import { fromDateColumn } from '../../../calendar/instant.ts'
import { localDateOf, nextOccurrence } from '../../../calendar/occurrences.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Context, Due } from '../../../flow.ts'
import type { OkrFollow } from '../../../generated/client.ts'
import { say } from '../../../outbox/say.ts'
import type { Person } from '../../../people/around.ts'
import { plan } from '../../../timers/plan.ts'
import { onlyVisible, openOnly } from '../sight.ts'
import { keyOf } from '../store/cycles.ts'
import { type Objective, objectivesBy } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import type { Around } from './around.ts'
import { digestCard } from './cards/digest-card.ts'
import { type Movement, movementsOf } from './moved.ts'
import { teamsOf } from './rhythm-of.ts'

/** Every day a look; most days there is nothing to say. */
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WORKSPACE = 'workspace'
const MOST_LINES = 20

/** What moved in what these members follow and was not told them yet, by the member's id. */
export async function digestsFor(
  ctx: Context,
  people: readonly Person[],
  around: Pick<Around, 'settings' | 'rhythms' | 'members'>,
): Promise<Map<string, string[]>> {
  const where = { memberId: { in: people.map(({ id }) => id) } }
  const follows = await ctx.db.okrFollow.findMany({ where, orderBy: { at: 'asc' } })
  const digests = new Map<string, string[]>()
  if (follows.length === 0) return digests
  const movements = await movementsOf(ctx, await followed(ctx, follows), around)
  for (const follow of follows) {
    const member = around.members.get(follow.memberId)
    if (!member) continue
    const fitting = movements.filter((one) => fits(follow, one) && isNews(follow.digestedFor, one))
    const seen = new Set(
      (
        await onlyVisible(
          ctx.db,
          member,
          fitting.map(({ objective }) => objective),
        )
      ).map(({ id }) => id),
    )
    const told = fitting.filter(({ objective }) => seen.has(objective.id))
    const lines = told.flatMap(({ words }) => words(nearestLocale(member.locale)))
    const all = [...new Set([...(digests.get(member.id) ?? []), ...lines])].slice(0, MOST_LINES)
    if (all.length > 0) digests.set(member.id, all)
    await noteFollow(ctx, follow, fitting)
  }
  return digests
}

const isNews = (digestedFor: Date | null, { dueOn }: Movement): boolean =>
  digestedFor === null || fromDateColumn(digestedFor).toString() < dueOn

const fits = ({ objectiveId, teamKey }: OkrFollow, { objective }: Movement): boolean =>
  objectiveId === objective.id || (teamKey !== null && keyOf(objective.team ?? '') === teamKey)

async function followed({ db, workspace }: Context, follows: readonly OkrFollow[]): Promise<Objective[]> {
  const ids = follows.flatMap(({ objectiveId }) => objectiveId ?? [])
  const keys = follows.flatMap(({ teamKey }) => teamKey ?? [])
  const ofTeams = keys.map((key) => ({ team: { equals: key, mode: 'insensitive' as const } }))
  const where = { workspaceId: workspace.id, archivedAt: null, cycle: { closedAt: null } }
  return objectivesBy(db, { ...where, OR: [{ id: { in: ids } }, ...ofTeams] })
}

async function noteFollow({ db }: Context, { id }: OkrFollow, told: readonly Movement[]): Promise<void> {
  const latest = told
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  if (latest) await db.okrFollow.update({ where: { id }, data: { digestedFor: new Date(`${latest}T00:00:00Z`) } })
}

/** Every day at the round's time in the zone of cycles, where there is a channel to tell. */
export async function planDigest(ctx: Context): Promise<void> {
  const { digestChannelId, timeZone, time, holidays } = await settingsOf(ctx.db, ctx.workspace.id)
  if (!digestChannelId) return
  const next = nextOccurrence({ timeZone, time, days: EVERY_DAY, holidays }, ctx.now)
  if (next) await plan(ctx, { kind: 'okr.digest', subject: WORKSPACE, at: next.at })
}

/** For a channel: what is open to everybody, the day after its check-in date; nothing to say, nothing said. */
export async function digestOnTime(ctx: Context, { dueAt }: Due): Promise<void> {
  await planDigest(ctx)
  const { db, workspace } = ctx
  const settings = await settingsOf(db, workspace.id)
  const { digestedFor = null } = (await db.okrSettings.findUnique({ where: { workspaceId: workspace.id } })) ?? {}
  if (!settings.digestChannelId) return
  const where = { workspaceId: workspace.id, archivedAt: null, isPrivate: false, cycle: { closedAt: null } }
  const objectives = openOnly(await objectivesBy(db, where))
  const around = { settings, rhythms: await teamsOf(db, workspace.id) }
  const news = (await movementsOf(ctx, objectives, around)).filter((one) => isNews(digestedFor, one))
  const latest = news
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  if (!latest) return
  await db.okrSettings.update({
    where: { workspaceId: workspace.id },
    data: { digestedFor: new Date(`${latest}T00:00:00Z`) },
  })
  const locale = nearestLocale(workspace.locale)
  const card = digestCard(locale, news)
  if (!card) return
  const date = localDateOf(dueAt, settings.timeZone)
  await say(ctx, { key: `okr/digest/${date}`, to: { channel: settings.digestChannelId }, card, urgency: 'digest' })
}
