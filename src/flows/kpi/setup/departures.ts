import { record } from '../../../audit/record.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Channel, Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { heirOf } from '../../../people/heir.ts'
import { holds } from '../../../people/roles.ts'
import { departureWords } from '../messages/departures.ts'
import { changeKpi, holdKpis, type Kpi, kpisBy } from '../store/kpis.ts'
import { retell } from '../watch/retell.ts'

/** Their KPIs, and what is open about them, go to their manager, else to an administrator, who hears of it; never to the third line. */
export async function memberLeft(ctx: Context, member: Member): Promise<void> {
  const heir = await heirOf(ctx, member, (one) => !holds(one, 'audit'))
  if (!heir) return
  const where = { workspaceId: ctx.workspace.id, ownerId: member.id, archivedAt: null }
  const ids = (await kpisBy(ctx.db, where)).map(({ id }) => id)
  const passed: Kpi[] = []
  for (const kpi of await holdKpis(ctx.db, ctx.workspace.id, ids)) {
    const after = await changeKpi(ctx.db, kpi.id, { ownerId: heir.id })
    const detail = { ownerId: `${member.id} → ${heir.id}`, reason: 'left' }
    await record(ctx, { action: 'kpi.changed', subject: `kpi:${kpi.id}`, detail })
    await retell(ctx, after)
    passed.push(after)
  }
  if (passed.length === 0) return
  const locale = nearestLocale(heir.locale)
  const words = departureWords[locale]
  const items = passed.map(({ name, key }) => `${name} (${key})`)
  await say(ctx, {
    key: `kpi/left/${member.id}/${ctx.now.epochMilliseconds}`,
    to: { person: heir.id },
    card: noteCard(locale, words.takenOver(member.name), { blocks: [{ kind: 'list', items }], hints: [words.next] }),
  })
}

/** Alerts that would be posted there are posted where all others are. */
export async function channelClosed(ctx: Context, { id }: Channel): Promise<void> {
  const where = { workspaceId: ctx.workspace.id, channelId: id }
  await ctx.db.kpi.updateMany({ where, data: { channelId: null } })
  await ctx.db.kpiRule.updateMany({ where, data: { channelId: null } })
}
