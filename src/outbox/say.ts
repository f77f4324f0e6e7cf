import { toDate } from '../calendar/instant.ts'
import type { Card } from '../chat/card.ts'
import type { Context } from '../flow.ts'
import type { Prisma } from '../generated/client.ts'
import type { Attachment } from '../platform.ts'
import { referencesOf } from './references.ts'

export type Place = { person: string } | { channel: string }

export type Saying = {
  /** `<flow>/…`, unique in the workspace: saying the same key again changes what stands there. */
  key: string
  to: Place
  card: Card
  /** The key of the post under which it stands. */
  thread?: string
  /** Only there, and not in the channel as well. */
  aside?: true
  file?: Attachment
  urgency?: Urgency
}

/** What leaves first when there is much to say. */
export type Urgency = 'escalation' | 'prompt' | 'digest'
const PRIORITY: Record<Urgency, number> = { escalation: 1, prompt: 2, digest: 3 }
export const URGENT = PRIORITY.escalation

/** Says something as soon as this transaction is committed. */
export async function say(
  ctx: Context,
  { key, to, card, thread, aside, file, urgency = 'prompt' }: Saying,
): Promise<void> {
  const place = placeOf(to)
  await ctx.db.$executeRaw`
    INSERT INTO "Post" ("workspaceId", "key", "place", "threadKey", "aside", "card", "file", "priority", "linksTo", "saidAt")
    VALUES (${ctx.workspace.id}, ${key}, ${place}, ${thread ?? null}, ${aside ?? false}, ${json(card)}::jsonb,
      ${file ? json(file) : null}::jsonb, ${PRIORITY[urgency]}, ${linksOf(card)}, ${toDate(ctx.now)})
    ON CONFLICT ("workspaceId", "key") DO UPDATE SET
      "card" = EXCLUDED."card", "linksTo" = EXCLUDED."linksTo", "revision" = "Post"."revision" + 1,
      "state" = CASE "Post"."state" WHEN 'delivered' THEN 'waiting' ELSE "Post"."state" END`
  ctx.places.add(place)
}

/** Changes what was said, whether it has been delivered yet or not; nothing happens when it never was said. */
export async function revise(ctx: Context, key: string, card: Card): Promise<void> {
  const revised = await ctx.db.$queryRaw<{ place: string }[]>`
    UPDATE "Post" SET "card" = ${json(card)}::jsonb, "linksTo" = ${linksOf(card)}, "revision" = "revision" + 1,
      "state" = CASE "state" WHEN 'delivered' THEN 'waiting' ELSE "state" END
    WHERE "workspaceId" = ${ctx.workspace.id} AND "key" = ${key} RETURNING "place"`
  for (const { place } of revised) ctx.places.add(place)
}

export const placeOf = (to: Place): string => ('person' in to ? `person:${to.person}` : `channel:${to.channel}`)

const json = (value: Card | Attachment): string => JSON.stringify(value satisfies Prisma.InputJsonValue | object)
const linksOf = (card: Card): string[] => [...referencesOf(card).posts]
