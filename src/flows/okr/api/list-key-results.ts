import { z } from 'zod'
import type { Context } from '../../../flow.ts'
import type { Prisma } from '../../../generated/client.ts'
import { apiQuestion } from '../../../intake/question.ts'
import { Refusal } from '../../../intake/refusal.ts'
import { LONGEST_TEAM } from '../limits.ts'
import { writeKeyResult } from '../rules/reference.ts'
import { OPEN } from '../sight.ts'
import { alike } from '../store/alike.ts'
import { cycleNamed, presentCycle } from '../store/cycles.ts'
import { describeKeyResults } from './describe.ts'
import { email, keyResultReference, limit, line, objectiveReference } from './fields.ts'
import { askedKeyResult, askedObjective, numberIn } from './find.ts'
import { peopleWith } from './people.ts'
import { sentences } from './sentences.ts'
import { KeyResultShape } from './shapes.ts'

const LONGEST_CYCLE = 100

const Query = z.strictObject({
  cycle: line(LONGEST_CYCLE)
    .optional()
    .describe('The name of a cycle; the present one where neither it nor a reference nor an objective is given.'),
  reference: keyResultReference.optional().describe('Such as KR-12.'),
  objective: objectiveReference.optional().describe('Such as O-3.'),
  owner: email.optional().describe('The e-mail address of who has it.'),
  team: line(LONGEST_TEAM).optional().describe('The team of the objective, in whatever case.'),
  after: keyResultReference.optional().describe('What `next` of the page before said.'),
  limit,
})
type Query = z.infer<typeof Query>

export const listKeyResults = apiQuestion({
  does: 'Lists key results as they stand now: live ones whose objective is open to everybody, by their numbers.',
  query: Query,
  answer: z.object({
    keyResults: z.array(KeyResultShape),
    next: z.string().optional().describe('Where there are more: to be sent as `after`.'),
  }),
  run: async (ctx, query) => {
    const found = await foundBy(ctx, query)
    const shown = found.slice(0, query.limit)
    const last = shown.at(-1)
    const ids = shown.map(({ id }) => id)
    return {
      keyResults: await describeKeyResults(ctx, ids),
      ...(last && found.length > shown.length && { next: writeKeyResult(last.number) }),
    }
  },
})

/** One more than is wanted, where there are more. */
async function foundBy(ctx: Context, query: Query): Promise<{ id: string; number: number }[]> {
  const where = await whereOf(ctx, query)
  if (!where) return []
  const select = { id: true, number: true } as const
  return ctx.db.okrKeyResult.findMany({ where, select, orderBy: { number: 'asc' }, take: query.limit + 1 })
}

/** Null where nothing can be meant, as no cycle is open. */
async function whereOf(ctx: Context, query: Query): Promise<Prisma.OkrKeyResultWhereInput | null> {
  const { after, team } = query
  const keyResult = query.reference ? await askedKeyResult(ctx, query.reference) : null
  const objective = query.objective ? await askedObjective(ctx, query.objective) : null
  const cycleId = keyResult || objective ? await namedCycle(ctx, query) : await meantCycle(ctx, query)
  if (cycleId === null) return null
  return {
    ...{ workspaceId: ctx.workspace.id, archivedAt: null },
    objective: {
      ...{ ...OPEN, archivedAt: null },
      ...(cycleId && { cycleId }),
      ...(objective && { id: objective.id }),
      ...(team && { team: alike(team) }),
    },
    ...(keyResult && { id: keyResult.id }),
    ...(query.owner && { ownerId: { in: await ownersWith(ctx, query.owner) } }),
    ...(after && { number: { gt: numberIn(after) } }),
  }
}

async function namedCycle(ctx: Context, { cycle: name }: Query): Promise<string | undefined> {
  if (!name) return undefined
  const cycle = await cycleNamed(ctx.db, ctx.workspace.id, name)
  if (!cycle) throw new Refusal(404, sentences.noCycle(name))
  return cycle.id
}

const meantCycle = async (ctx: Context, query: Query): Promise<string | null> =>
  (await namedCycle(ctx, query)) ?? (await presentCycle(ctx.db, ctx.workspace.id, ctx.now))?.id ?? null

async function ownersWith(ctx: Context, address: string): Promise<string[]> {
  const found = await peopleWith(ctx, address)
  if (found.length === 0) throw new Refusal(404, sentences.noOwner(address))
  return found.map(({ id }) => id)
}
