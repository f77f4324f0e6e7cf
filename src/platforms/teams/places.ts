import { nearestLocale } from '../../chat/locale.ts'
import type { Database } from '../../database/types.ts'
import type { TeamsPlace } from '../../generated/client.ts'
import { type Activity, isProgram, mayBeElsewhere, roomOf, tenantOf } from './payloads.ts'

/** Where people and channels can be written to, as they were last heard of. */
export type Places = {
  find(tenantId: string, externalId: string): Promise<TeamsPlace | null>
  /** The id under which somebody writes to us, by the one in their company's directory. */
  personBehind(tenantId: string, aadObjectId: string): Promise<string | null>
  /**
   * Takes over who and what an activity speaks of; the connector's address is always that of the latest one. What is new
   * of a person is told first: should that fail, it is new the next time.
   */
  learn(activity: Activity, tell: (person: Told) => Promise<void>): Promise<void>
  /** Takes over people and rooms of which somebody else has told, and returns those with another name; whoever has taken us away stays away. */
  meet(told: readonly Told[]): Promise<Told[]>
  conversing(place: TeamsPlace, conversationId: string): Promise<void>
  close(tenantId: string, externalId: string): Promise<void>
  /** Somebody has left the company, until they are heard of or seen again. */
  depart(tenantId: string, externalId: string): Promise<void>
  reopen(tenantId: string, externalIds: readonly string[]): Promise<void>
  rename(tenantId: string, externalId: string, name: string): Promise<void>
  /** The channels of a team. */
  ofTeam(tenantId: string, teamId: string): Promise<string[]>
  /** People and rooms of a company that can be chosen in a form, by name. */
  known(tenantId: string): Promise<{ people: Named[]; channels: Named[] }>
}
export type Named = { id: string; name: string }

const MOST_CHOICES = 500

export function placesIn(db: Database): Places {
  return {
    find: (tenantId, externalId) =>
      db.teamsPlace.findUnique({ where: { tenantId_externalId: { tenantId, externalId } } }),
    personBehind: async (tenantId, aadObjectId) =>
      (await db.teamsPlace.findFirst({ where: { tenantId, aadObjectId, kind: 'person' } }))?.externalId ?? null,
    learn: async (activity, tell) => {
      for (const place of placesOf(activity)) await take(db, place, tell)
    },
    meet: (told) => meet(db, told),
    conversing: async ({ tenantId, externalId }, conversationId) => {
      const where = { tenantId_externalId: { tenantId, externalId } }
      await db.teamsPlace.update({ where, data: { conversationId } })
    },
    close: async (tenantId, externalId) => {
      await db.teamsPlace.updateMany({ where: { tenantId, externalId }, data: { closedAt: new Date() } })
    },
    depart: async (tenantId, externalId) => {
      await db.teamsPlace.updateMany({ where: { tenantId, externalId }, data: { goneAt: new Date() } })
    },
    reopen: async (tenantId, externalIds) => {
      await db.teamsPlace.updateMany({
        where: { tenantId, externalId: { in: [...externalIds] } },
        data: { closedAt: null },
      })
    },
    rename: async (tenantId, externalId, name) => {
      await db.teamsPlace.updateMany({ where: { tenantId, externalId }, data: { name } })
    },
    ofTeam: async (tenantId, teamId) =>
      (await db.teamsPlace.findMany({ where: { tenantId, teamId, kind: 'channel' } })).map(
        ({ externalId }) => externalId,
      ),
    known: async (tenantId) => {
      const open = { tenantId, closedAt: null, goneAt: null, name: { not: null } }
      const by = { orderBy: [{ name: 'asc' as const }, { externalId: 'asc' as const }], take: MOST_CHOICES }
      const people = await db.teamsPlace.findMany({ where: { ...open, kind: 'person' }, ...by })
      const rooms = await db.teamsPlace.findMany({ where: { ...open, kind: { not: 'person' } }, ...by })
      return { people: people.map(named), channels: rooms.map(named) }
    },
  }
}

const named = ({ externalId, name }: TeamsPlace): Named => ({ id: externalId, name: name ?? externalId })

/** What was heard of a person or a room. */
export type Told = Pick<TeamsPlace, 'tenantId' | 'externalId' | 'kind' | 'serviceUrl'> & Partial<TeamsPlace>

function placesOf(activity: Activity): Told[] {
  const tenantId = tenantOf(activity)
  if (!tenantId) return []
  const common = { tenantId, serviceUrl: activity.serviceUrl, closedAt: null, goneAt: null }
  const { from, conversation, channelData, locale, localTimezone } = activity
  const room = roomOf(activity)
  const person: Told = {
    ...{ ...common, externalId: from.id, kind: 'person' },
    ...(from.name && { name: from.name }),
    ...(from.aadObjectId && { aadObjectId: from.aadObjectId }),
    ...(locale && { locale: nearestLocale(locale) }),
    ...(localTimezone && { timeZone: localTimezone }),
    ...(room === null && !mayBeElsewhere(activity) && { conversationId: conversation.id }),
  }
  // A team's first channel has no name of its own, and the team's id.
  const ofTeam = room === channelData?.team?.id ? channelData?.team?.name : undefined
  const name = channelData?.channel?.name ?? ofTeam ?? conversation.name
  const kind = conversation.conversationType === 'groupChat' ? 'chat' : 'channel'
  const teamId = channelData?.team?.id
  const people = isProgram(from) ? [] : [person]
  if (room === null || mayBeElsewhere(activity)) return people
  return [...people, { ...common, externalId: room, kind, ...(name && { name }), ...(teamId && { teamId }) }]
}

/** Most of what is heard is known already, and then nothing is written. */
async function take(db: Database, told: Told, tell?: (person: Told) => Promise<void>): Promise<void> {
  const { tenantId, externalId } = told
  const where = { tenantId_externalId: { tenantId, externalId } }
  const known = await db.teamsPlace.findUnique({ where })
  if (known && !isNews(told, known)) return
  if (known && told.kind === 'person') await tell?.(told)
  await db.teamsPlace.upsert({ where, create: told, update: told })
}

const isNews = (told: Told, known: TeamsPlace): boolean =>
  Object.entries(told).some(([field, value]) => known[field as keyof TeamsPlace] !== value)

/** Many at once, of one company. */
async function meet(db: Database, told: readonly Told[]): Promise<Told[]> {
  const [first] = told
  if (!first) return []
  const among = { tenantId: first.tenantId, externalId: { in: told.map(({ externalId }) => externalId) } }
  const known = new Map((await db.teamsPlace.findMany({ where: among })).map((place) => [place.externalId, place]))
  const strangers = told.filter(({ externalId }) => !known.has(externalId))
  await db.teamsPlace.createMany({ data: strangers, skipDuplicates: true })
  for (const one of told) {
    const place = known.get(one.externalId)
    if (place && isNews(one, place)) await take(db, one)
  }
  return told.filter(({ externalId, name }) => name && name !== known.get(externalId)?.name)
}
