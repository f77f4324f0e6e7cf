import { toDate } from '../calendar/instant.ts'
import type { Asking, Context } from '../flow.ts'

/** Something of a flow's as it can be tied to something of another one: `<kind>:<id>`, and its name for a reader. */
export type Subject = { subject: string; name: string }

/** Ties two together; false when they are already. */
export async function link(ctx: Asking, one: string, other: string): Promise<boolean> {
  const data = [{ ...pair(ctx, one, other), at: toDate(ctx.now), byId: ctx.actor.id }]
  return (await ctx.db.link.createMany({ data, skipDuplicates: true })).count === 1
}

/** False when they were not tied together. */
export async function unlink(ctx: Context, one: string, other: string): Promise<boolean> {
  return (await ctx.db.link.deleteMany({ where: pair(ctx, one, other) })).count === 1
}

/** What is tied to it, as far as the asker may know of it, in the order of the flows. */
export async function linkedTo(ctx: Asking, subject: string): Promise<Subject[]> {
  const where = { workspaceId: ctx.workspace.id, OR: [{ one: subject }, { other: subject }] }
  const rows = await ctx.db.link.findMany({ where, orderBy: { at: 'asc' } })
  const subjects = rows.map(({ one, other }) => (one === subject ? other : one))
  if (subjects.length === 0) return []
  const named: Subject[] = []
  for (const flow of ctx.flows) named.push(...((await flow.subjects?.named(ctx, subjects)) ?? []))
  return named
}

/** What somebody means by a reference such as `C-12`; null when no flow knows it, or not for this asker. */
export async function subjectMeant(ctx: Asking, typed: string): Promise<Subject | null> {
  for (const flow of ctx.flows) {
    const found = await flow.subjects?.meant(ctx, typed)
    if (found) return found
  }
  return null
}

/** The smaller one first, so that a pair is the same from both its ends. */
function pair({ workspace }: Context, one: string, other: string) {
  const [first = '', second = ''] = [one, other].toSorted()
  return { workspaceId: workspace.id, one: first, other: second }
}
