import { toDate } from '../calendar/instant.ts'
import type { Button, Card } from '../chat/card.ts'
import type { Asking, Context, Reader } from '../flow.ts'

/** Something of a flow's as it can be tied to something of another one: `<kind>:<id>`, how it is typed, and its name for a reader. */
export type Subject = { subject: string; reference: string; name: string }

/** Ties two together; false when they are already. */
export async function link(ctx: Asking, one: string, other: string): Promise<boolean> {
  const data = [{ ...pair(ctx, one, other), at: toDate(ctx.now), byId: ctx.actor.id }]
  const isNew = (await ctx.db.link.createMany({ data, skipDuplicates: true })).count === 1
  if (isNew) await tellOfTies(ctx, [one, other])
  return isNew
}

/** False when they were not tied together. */
export async function unlink(ctx: Context, one: string, other: string): Promise<boolean> {
  const wasTied = (await ctx.db.link.deleteMany({ where: pair(ctx, one, other) })).count === 1
  if (wasTied) await tellOfTies(ctx, [one, other])
  return wasTied
}

/** These are called otherwise, or are for others to know: what they are tied to is drawn again. */
export async function namesChanged(ctx: Context, subjects: readonly string[]): Promise<void> {
  const rows = await tiesOf(ctx, subjects)
  await tellOfTies(ctx, [...new Set(rows.flatMap(({ one, other }) => [one, other]))])
}

/** What is tied to it, as far as the reader may know of it, in the order of the flows. */
export const linkedTo = async (ctx: Reader, subject: string): Promise<Subject[]> =>
  (await linkedToAll(ctx, [subject])).get(subject) ?? []

/** The same for many, by subject; asks the database and each flow once, however many there are. */
export async function linkedToAll(ctx: Reader, subjects: readonly string[]): Promise<Map<string, Subject[]>> {
  const tied = new Map(subjects.map((subject): [string, Subject[]] => [subject, []]))
  const rows = await tiesOf(ctx, subjects)
  if (rows.length === 0) return tied
  const pairs = rows.flatMap(({ one, other }) => [[one, other] as const, [other, one] as const])
  const ends = pairs.filter(([subject]) => tied.has(subject))
  for (const other of await namesOf(ctx, ends))
    for (const [subject, end] of ends) if (end === other.subject) tied.get(subject)?.push(other)
  return tied
}

/** What somebody means by a reference such as `C-12`; null when no flow knows it, or not for this asker. */
export async function subjectMeant(ctx: Asking, typed: string): Promise<Subject | null> {
  for (const flow of ctx.flows) {
    const found = await flow.subjects?.meant(ctx, typed)
    if (found) return found
  }
  return null
}

/** Which of these is typed as `C-12`, `c12` or `C-000012`; what is typed exactly comes first. */
export const typedAs = (subjects: readonly Subject[], typed: string): Subject | undefined =>
  subjects.find(({ reference }) => reference === typed) ??
  subjects.find(({ reference }) => bare(reference) === bare(typed))

const bare = (reference: string): string =>
  reference
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^([a-z]+)0+/u, '$1')

/** The buttons that the flows have at something with these ties, in the order of the flows. */
export const offersAt = (ctx: Asking, subject: Subject, ties: readonly Subject[]): Button[] =>
  ctx.flows.flatMap((flow) => flow.subjects?.offers?.(ctx, subject, ties) ?? [])

/** A card for one reader about something with these ties, with the buttons that the flows have there. */
export function withOffers(ctx: Asking, card: Card, subject: Subject, ties: readonly Subject[]): Card {
  const buttons = offersAt(ctx, subject, ties)
  return buttons.length > 0 ? { ...card, blocks: [...card.blocks, { kind: 'buttons', buttons }] } : card
}

/** Somebody who reads, made into nobody in particular. */
export function inPublic(ctx: Context, locale: Reader['locale']): Reader {
  const { actor: _, ...rest } = ctx as Context & Partial<Asking>
  return { ...rest, locale }
}

/** Of any number: they travel as one value. */
async function tiesOf(
  { db, workspace }: Context,
  subjects: readonly string[],
): Promise<{ one: string; other: string }[]> {
  if (subjects.length === 0) return []
  const among = [...subjects]
  return db.$queryRaw<{ one: string; other: string }[]>`
    SELECT "one", "other" FROM "Link"
    WHERE "workspaceId" = ${workspace.id} AND ("one" = ANY(${among}::text[]) OR "other" = ANY(${among}::text[]))
    ORDER BY "at"`
}

async function namesOf(ctx: Reader, ends: readonly (readonly [string, string])[]): Promise<Subject[]> {
  const others = [...new Set(ends.map(([, end]) => end))]
  const named: Subject[] = []
  for (const flow of ctx.flows) named.push(...((await flow.subjects?.named(ctx, others)) ?? []))
  return named
}

async function tellOfTies(ctx: Context, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  for (const flow of ctx.flows) await flow.subjects?.tiesChanged?.(ctx, subjects)
}

/** The smaller one first, so that a pair is the same from both its ends. */
function pair({ workspace }: Context, one: string, other: string) {
  const [first = '', second = ''] = [one, other].toSorted()
  return { workspaceId: workspace.id, one: first, other: second }
}
