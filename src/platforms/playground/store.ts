import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../calendar/instant.ts'
import type { Card } from '../../chat/card.ts'
import { soundText } from '../../chat/sound-text.ts'
import type { Database } from '../../database/types.ts'
import type { PlaygroundMessage, Prisma } from '../../generated/client.ts'
import type { Attachment } from '../../platform.ts'

export type { PlaygroundMessage } from '../../generated/client.ts'

export type Said = {
  /** Said twice under one key, it stands there once. */
  key: string
  place: string
  card: Card
  at: Temporal.Instant
  /** A persona; absent when the bot says it. */
  from?: string
  onlyFor?: string
  thread?: string
  file?: Attachment
}

/** How the key of a message begins that stands only under another one. */
const ASIDE = 'aside:'
export const asideKey = (key: string): string => ASIDE + key
export const isAside = ({ key }: Pick<PlaygroundMessage, 'key'>): boolean => key?.startsWith(ASIDE) ?? false

/** Keeps what was said and returns its id; under a key that is there already, the first one's. */
export async function keepMessage(db: Database, said: Said): Promise<string> {
  const { key, place, card, at, from, onlyFor, thread, file } = said
  const row = {
    ...{ key, place, card: json(card), at: toDate(at), from: from ?? null, onlyFor: onlyFor ?? null },
    ...{ threadId: thread ? BigInt(thread) : null, ...(file && { file: json(file) }) },
  }
  await db.playgroundMessage.createMany({ data: [row], skipDuplicates: true })
  const { id } = await db.playgroundMessage.findUniqueOrThrow({ where: { key }, select: { id: true } })
  return String(id)
}

export type Change = { card: Card; at: Temporal.Instant; file?: Attachment | undefined }

/** Puts another card in the place of the message's own; throws when there is no such message. */
export async function changeMessage(db: Database, id: string, { card, at, file }: Change): Promise<void> {
  await db.playgroundMessage.update({
    where: { id: BigInt(id) },
    data: { card: json(card), editedAt: toDate(at), revision: { increment: 1 }, ...(file && { file: json(file) }) },
  })
}

/** The message as this persona may see it, or null. */
export async function messageFor(db: Database, persona: string, id: string): Promise<PlaygroundMessage | null> {
  if (!/^\d{1,18}$/.test(id)) return null
  const inSight = { OR: [{ place: `direct:${persona}` }, { place: { startsWith: 'channel:' } }] }
  return db.playgroundMessage.findFirst({ where: { id: BigInt(id), AND: [seenBy(persona), inSight] } })
}

/** The newest messages of a place that this persona may see, with the asides under them, the oldest first. */
export async function latestMessages(db: Database, { place, persona, most }: Look): Promise<PlaygroundMessage[]> {
  const rows = await db.playgroundMessage.findMany({
    where: { place, ...seenBy(persona), NOT: asides },
    ...{ orderBy: { id: 'desc' }, take: most },
  })
  const parents = rows.map(({ id }) => id)
  const under = await db.playgroundMessage.findMany({ where: { ...asides, threadId: { in: parents } } })
  return [...rows, ...under].sort((one, other) => Number(one.id - other.id))
}

const asides = { key: { startsWith: ASIDE } }

export type Look = { place: string; persona: string; most: number }

/** How many messages by others stand in these places that the persona has not read; asides are no news. */
export async function unreadIn(db: Database, persona: string, places: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ place: string; unread: number }[]>`
    SELECT m."place", count(*)::int AS "unread" FROM "PlaygroundMessage" m
    LEFT JOIN "PlaygroundRead" r ON r."persona" = ${persona} AND r."place" = m."place"
    WHERE m."place" = ANY(${places}) AND (m."onlyFor" IS NULL OR m."onlyFor" = ${persona})
      AND m."from" IS DISTINCT FROM ${persona} AND m."id" > coalesce(r."upTo", 0)
      AND NOT starts_with(m."key", ${ASIDE})
    GROUP BY m."place"`
  return new Map(rows.map(({ place, unread }) => [place, unread]))
}

export async function markRead(db: Database, { persona, place, upTo }: Reading): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "PlaygroundRead" ("persona", "place", "upTo") VALUES (${persona}, ${place}, ${BigInt(upTo)})
    ON CONFLICT ("persona", "place") DO UPDATE SET "upTo" = greatest("PlaygroundRead"."upTo", EXCLUDED."upTo")`
}

export type Reading = { persona: string; place: string; upTo: string }

/** Another string whenever a message is added or changed or the clock is moved, by whichever process. */
export async function versionOf(db: Database): Promise<string> {
  const [row] = await db.$queryRaw<{ version: string }[]>`
    SELECT concat_ws('.', coalesce(max("id"), 0), coalesce(sum("revision"), 0),
      (SELECT coalesce(sum("milliseconds"), 0) FROM "ClockOffset")) AS "version" FROM "PlaygroundMessage"`
  return row?.version ?? ''
}

const seenBy = (persona: string) => ({ OR: [{ onlyFor: null }, { onlyFor: persona }] })

const json = (shown: Card | Attachment): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(shown, (_key, value) => (typeof value === 'string' ? soundText(value) : value)))
