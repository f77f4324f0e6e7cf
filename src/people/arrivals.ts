import { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/instant.ts'
import type { Db, Member } from '../database/types.ts'
import type { Profile } from '../platform.ts'
import { becomeFirstAdmin } from './roles.ts'

export type Arrival = { workspaceId: string; platform: string; profile: Profile; now: Temporal.Instant }
export type Welcomed = {
  member: Member
  /** Was here until now and has gone. */
  left: boolean
  /** Was known and lives in another zone than until now. */
  moved: boolean
}

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
  const before = known ?? (await knownElsewhere(db, arrival))
  const member = await (before ? seenAgain(db, before, arrival) : newcomer(db, arrival))
  return {
    member: await firstAdministrator(db, member, arrival),
    left: before?.leftAt === null && member.leftAt !== null,
    moved: before !== null && before.timeZone !== member.timeZone,
  }
}

/**
 * Whoever is known on two chat products is as the first one says, lives where they were last said to, and is gone when
 * the last one says so.
 */
async function seenAgain(db: Db, known: Member, arrival: Arrival): Promise<Member> {
  const { platform, profile } = arrival
  const identities = await db.identity.findMany({ where: { memberId: known.id }, orderBy: { id: 'asc' } })
  const here = { platform, externalId: profile.externalId }
  const isHere = (one: typeof here) => one.platform === platform && one.externalId === profile.externalId
  const [first] = identities
  if (identities.length < 2 || (profile.active && first && isHere(first)))
    return changed(db, known, told(known, arrival))
  if (profile.active) return changed(db, known, { timeZone: zoneOf(known, profile) })
  await db.identity.deleteMany({ where: { memberId: known.id, ...here } })
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

const told = (known: Member, { profile, now }: Arrival) => ({
  name: profile.name,
  email: profile.email ?? known.email,
  kind: profile.kind,
  timeZone: zoneOf(known, profile),
  locale: known.ownLocale ? known.locale : (profile.locale ?? known.locale),
  leftAt: profile.active ? null : (known.leftAt ?? toDate(now)),
})

const zoneOf = ({ ownTimeZone, timeZone: before }: Member, { timeZone }: Profile): string =>
  (!ownTimeZone && usableZone(timeZone)) || before

async function changed(db: Db, known: Member, data: Partial<Member>): Promise<Member> {
  const isNews = Object.entries(data).some(([field, value]) => known[field as keyof Member] !== value)
  return isNews ? db.member.update({ where: { id: known.id }, data }) : known
}

/** When two arrivals of one person meet, the second waits for the first at the identity and takes its member. */
async function newcomer(db: Db, arrival: Arrival): Promise<Member> {
  const { workspaceId, platform, profile, now } = arrival
  const { timeZone, locale } = await likeMost(db, workspaceId)
  const member = await db.member.create({
    data: {
      workspaceId,
      name: profile.name,
      email: profile.email ?? null,
      kind: profile.kind,
      timeZone: usableZone(profile.timeZone) ?? timeZone,
      locale: profile.locale ?? locale,
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

/** Where most people of the workspace live and what they read: of whom nobody has told it is taken to be so. */
async function likeMost(db: Db, workspaceId: string): Promise<{ timeZone: string; locale: string }> {
  const [most] = await db.$queryRaw<{ timeZone: string | null; locale: string | null }[]>`
    SELECT mode() WITHIN GROUP (ORDER BY "timeZone") AS "timeZone", mode() WITHIN GROUP (ORDER BY "locale") AS "locale"
    FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "kind" = 'person' AND "leftAt" IS NULL`
  return { timeZone: most?.timeZone ?? 'UTC', locale: most?.locale ?? 'en' }
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

/** What the platform says; null where it says nothing, or there is no such zone. */
function usableZone(zone: string | undefined): string | null {
  if (zone === undefined) return null
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
