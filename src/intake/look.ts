import type { Workspace } from '../database/types.ts'
import { reading, type World } from '../world.ts'
import type { ApiQuestion } from './question.ts'
import { problemsIn, Refusal } from './refusal.ts'

/** Answers what is asked as it was at one moment, and changes nothing. */
export async function look(
  world: World,
  workspace: Workspace,
  { question, query }: { question: ApiQuestion; query: unknown },
): Promise<object> {
  const { data, error } = question.query.safeParse(query)
  if (error) throw new Refusal(422, 'The query does not fit.', { problems: problemsIn(error) })

  return reading(world, workspace, async (ctx) => question.answer.parse(await question.run(ctx, data)) as object)
}
