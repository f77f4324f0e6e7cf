import { toDate } from '../calendar/instant.ts'
import type { Card } from '../chat/card.ts'
import type { Context } from '../flow.ts'
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
export const say = (ctx: Context, saying: Saying): Promise<void> => sayAll(ctx, [saying])

/** Several in their order, of different keys, in one word with the database. */
export async function sayAll(ctx: Context, sayings: readonly Saying[]): Promise<void> {
  if (sayings.length === 0) return
  const rows = sayings.map(({ key, to, card, thread, aside, file, urgency = 'prompt' }) => ({
    ...{ key, place: placeOf(to), thread, aside: aside ?? false, card, file },
    ...{ priority: PRIORITY[urgency], links: linksOf(card) },
  }))
  await ctx.db.$executeRaw`
    INSERT INTO "Post" ("workspaceId", "key", "place", "threadKey", "aside", "card", "file", "priority", "linksTo", "saidAt")
    SELECT ${ctx.workspace.id}, "key", "place", "thread", "aside", "card", "file", "priority",
      ARRAY(SELECT jsonb_array_elements_text("links")), ${toDate(ctx.now)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS said("key" text, "place" text, "thread" text,
      "aside" boolean, "card" jsonb, "file" jsonb, "priority" int, "links" jsonb)
    ON CONFLICT ("workspaceId", "key") DO UPDATE SET
      "card" = EXCLUDED."card", "linksTo" = EXCLUDED."linksTo", "revision" = "Post"."revision" + 1,
      "state" = CASE "Post"."state" WHEN 'delivered' THEN 'waiting' ELSE "Post"."state" END`
  for (const { place } of rows) ctx.places.add(place)
}

/** Changes what was said, whether it has been delivered yet or not; nothing happens when it never was said. */
export const revise = (ctx: Context, key: string, card: Card): Promise<void> => reviseAll(ctx, [{ key, card }])

export async function reviseAll(ctx: Context, revisions: readonly { key: string; card: Card }[]): Promise<void> {
  if (revisions.length === 0) return
  const rows = revisions.map(({ key, card }) => ({ key, card, links: linksOf(card) }))
  const revised = await ctx.db.$queryRaw<{ place: string }[]>`
    UPDATE "Post" SET "card" = new."card", "linksTo" = ARRAY(SELECT jsonb_array_elements_text(new."links")),
      "revision" = "revision" + 1, "state" = CASE "state" WHEN 'delivered' THEN 'waiting' ELSE "state" END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new("key" text, "card" jsonb, "links" jsonb)
    WHERE "workspaceId" = ${ctx.workspace.id} AND "Post"."key" = new."key" RETURNING "place"`
  for (const { place } of revised) ctx.places.add(place)
}

export const placeOf = (to: Place): string => ('person' in to ? `person:${to.person}` : `channel:${to.channel}`)

const linksOf = (card: Card): string[] => [...referencesOf(card).posts]
