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
  const member = known
    ? await seenAgain(db, known, arrival)
    : ((await knownElsewhere(db, arrival)) ?? (await newcomer(db, arrival)))
  const left = known !== null && known.leftAt === null && member.leftAt !== null
  return { member: await firstAdministrator(db, member, arrival), left }
}

/** Whoever is known on two chat products is as the first one says, and is gone when the last one says so. */
async function seenAgain(db: Db, known: Member, arrival: Arrival): Promise<Member> {
  const { platform, profile } = arrival
  const identities = await db.identity.findMany({ where: { memberId: known.id }, orderBy: { id: 'asc' } })
  if (identities.length < 2) return refreshed(db, known, arrival)
  const isThisOne = (one: { platform: string; externalId: string }) =>
    one.platform === platform && one.externalId === profile.externalId
  const [first] = identities
  if (profile.active) return first && isThisOne(first) ? refreshed(db, known, arrival) : known
  await db.identity.deleteMany({ where: { memberId: known.id, platform, externalId: profile.externalId } })
  return known
}

/** A colleague of the same e-mail address, as both products tell it, who is not known on this one yet. */
async function knownElsewhere(db: Db, { workspaceId, platform, profile, now }: Arrival): Promise<Member | null> {
  const { email, externalId, kind, active } = profile
  if (!email || kind !== 'person' || !active) return null
  await holdAddress(db, workspaceId, email)
  const here = { workspaceId, kind: 'person', leftAt: null, identities: { some: {}, none: { platform } } }
  const same = await db.member.findMany({ where: { ...here, email: { equals: email, mode: 'insensitive' } }, take: 2 })
  const [member] = same
  if (!member || same.length > 1) return null
  const identity = { workspaceId, platform, externalId, memberId: member.id, lastSeenAt: toDate(now) }
  const { count } = await db.identity.createMany({ data: [identity], skipDuplicates: true })
  if (count === 0) return identityOf(db, workspaceId, platform, externalId)
  const subject = `member:${member.id}`
  const said = { workspaceId, at: toDate(now), source: platform, action: 'ops.identity-linked', subject }
  await db.auditEntry.create({ data: { ...said, detail: { platform, reason: 'the same e-mail address' } } })
  return member
}

/** With the address's own number; a single one would be the lock of some timer. */
const ADDRESS_LOCK = 7_303

/** Who comes in from two chat products at the same moment: the second waits here until the first is known. */
async function holdAddress(db: Db, workspaceId: string, email: string): Promise<void> {
  const address = `${workspaceId} ${email.toLowerCase()}`
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${ADDRESS_LOCK}::int, hashtext(${address}))`
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
