import { toDate } from '../../../calendar/instant.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import { audienceOf } from '../../../escalation/rules/audience.ts'
import { presentFacts } from '../../../escalation/store/facts.ts'
import type { Context, Due } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { isColleague } from '../../../people/members.ts'
import { isBefore, readLedger, upTo } from '../rules/ledger.ts'
import { warnInstant } from '../rules/ledger-entries.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { warningCard } from './cards/warning-card.ts'
import { holdClock } from './hold.ts'
import { type Clock, setWarned } from './store/clocks.ts'
import { withinReply } from './within-reply.ts'

/** Three quarters of its time have gone: a private word to the owner; none where it is late already. */
export async function warnOnTime(ctx: Context, { subject }: Due): Promise<void> {
  const held = await holdClock(ctx, subject)
  if (!held) return
  const { complaint, clock } = held
  const warnAt = warnInstant(upTo(clock.ledger, ctx.now))
  if (clock.warnedAt || !warnAt || isBefore(ctx.now, warnAt)) return

  await setWarned(ctx.db, clock, toDate(ctx.now))
  if ((await withinReply(ctx.db, [clock])).has(clock)) return

  const told = await whoHears(ctx, complaint)
  for (const member of told) await warn(ctx, member, held)
  const detail = { clock: clock.kind, round: clock.round, clockId: clock.id, told: told.map(({ id }) => id) }
  await tell(ctx, complaint, { kind: 'warned', detail })
}

/** The owner, and while they are away whoever would get it now; nobody whom it is about. */
async function whoHears(ctx: Context, { ownerId, namedIds }: Complaint): Promise<Member[]> {
  const present = await presentFacts(ctx.db, { workspaceId: ctx.workspace.id, ownerId, now: ctx.now }, { steps: [] })
  const excluded = new Set(namedIds)
  const { told } = audienceOf({ tell: { to: 'owner' } }, { ...present, unreachable: new Set(), excluded })
  const ids = [ownerId, ...told.flatMap((one) => ('memberId' in one ? one.memberId : []))]
  const members = [...new Set(ids)].flatMap((id) => present.members.get(id) ?? [])
  return members.filter((member) => isColleague(member) && !excluded.has(member.id))
}

async function warn(
  ctx: Context,
  member: Member,
  { complaint, clock }: { complaint: Complaint; clock: Clock },
): Promise<void> {
  const reader = { locale: nearestLocale(member.locale), timeZone: member.timeZone }
  const isOwner = member.id === complaint.ownerId
  const card = warningCard({ complaint, clock, reading: readLedger(clock.ledger, ctx.now), isOwner }, reader)
  const key = isOwner ? warnKey(clock) : `${warnKey(clock)}/${member.id}`
  await say(ctx, { key, to: { person: member.id }, card, urgency: 'escalation' })
}

/** Each promise of a round has its own. */
function warnKey({ complaintId, id, ledger }: Clock): string {
  const promises = ledger.filter(({ event }) => event === 'retargeted').length + 1
  return `complaint/${complaintId}/warn/${id}${promises > 1 ? `/${promises}` : ''}`
}
