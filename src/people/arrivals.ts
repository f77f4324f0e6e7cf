import { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/instant.ts'
import type { Db, Member } from '../database/types.ts'
import type { Profile } from '../platform.ts'
import { becomeFirstAdmin } from './roles.ts'

export type Arrival = { workspaceId: string; platform: string; profile: Profile; now: Temporal.Instant }
export type Welcomed = { member: Member /** Was here until now and has gone. */; left: boolean }

export async function identityOf(
  db: Db,
  workspaceId: string,
  platform: string,
  externalId: string,
): Promise<Member | null> {
  const where = { workspaceId_platform_externalId: { workspaceId, platform, externalId } }
  const identity = await db.identity.findUnique({ where, include: { member: true } })
  return identity?.member ?? null
}

/** Takes over what the platform says about a person, new or known; what the member chose for themselves stays. */
export async function welcome(db: Db, arrival: Arrival): Promise<Welcomed> {
  const { workspaceId, platform, profile } = arrival
  const known = await identityOf(db, workspaceId, platform, profile.externalId)
  const member = known ? await refreshed(db, known, arrival) : await newcomer(db, arrival)
  const left = known !== null && known.leftAt === null && member.leftAt !== null
  return { member: await firstAdministrator(db, member, arrival), left }
}

async function refreshed(db: Db, known: Member, { profile, now }: Arrival): Promise<Member> {
  const told = {
    name: profile.name,
    email: profile.email ?? known.email,
    kind: profile.kind,
    timeZone: known.ownTimeZone ? known.timeZone : usableZone(profile.timeZone),
    locale: known.ownLocale ? known.locale : profile.locale,
    leftAt: profile.active ? null : (known.leftAt ?? toDate(now)),
  }
  const isNews = Object.entries(told).some(([field, value]) => known[field as keyof typeof told] !== value)
  return isNews ? db.member.update({ where: { id: known.id }, data: told }) : known
}

/** When two arrivals of one person meet, the second waits for the first at the identity and takes its member. */
async function newcomer(db: Db, arrival: Arrival): Promise<Member> {
  const { workspaceId, platform, profile, now } = arrival
  const member = await db.member.create({
    data: {
      workspaceId,
      name: profile.name,
      email: profile.email ?? null,
      kind: profile.kind,
      timeZone: usableZone(profile.timeZone),
      locale: profile.locale,
      leftAt: profile.active ? null : toDate(now),
    },
  })
  const identity = {
    workspaceId,
    platform,
    externalId: profile.externalId,
    memberId: member.id,
    lastSeenAt: toDate(now),
  }
  const { count } = await db.identity.createMany({ data: [identity], skipDuplicates: true })
  if (count === 1) return member

  await db.member.delete({ where: { id: member.id } })
  return (await identityOf(db, workspaceId, platform, profile.externalId)) ?? newcomer(db, arrival)
}

/** Slack doesn't tell a bot who installed it: the first of the platform's own administrators takes that part. */
async function firstAdministrator(db: Db, member: Member, { platform, profile, now }: Arrival): Promise<Member> {
  if (!profile.administrator || !profile.active || profile.kind !== 'person') return member
  if (!(await becomeFirstAdmin(db, member))) return member

  await db.auditEntry.create({
    data: {
      workspaceId: member.workspaceId,
      at: toDate(now),
      source: platform,
      action: 'ops.admin-granted',
      subject: `member:${member.id}`,
      detail: { reason: 'first administrator' },
    },
  })
  return db.member.findUniqueOrThrow({ where: { id: member.id } })
}

/** What the platform says, or UTC when there is no such zone. */
function usableZone(zone: string): string {
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId
  } catch (error) {
    if (error instanceof RangeError) return 'UTC'
    throw error
  }
}
