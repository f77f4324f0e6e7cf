import type { z } from 'zod'
import type { Context } from '../flow.ts'

/** Something that programs can ask with a token: `GET /api/v1/<name>`, which changes nothing. */
export type ApiQuestion = {
  /** One sentence for the OpenAPI document. */
  does: string
  /** By the names of its parameters, those of the address among them; each comes as text. */
  query: z.ZodObject
  answer: z.ZodType
  /** In a transaction that the database lets change nothing; a UserError is answered with 422. */
  run: (ctx: Context, query: unknown) => Promise<object>
}

/** Ties the query's type to its schema. */
export const apiQuestion = <Query extends z.ZodObject>(
  question: Omit<ApiQuestion, 'query' | 'run'> & Typed<Query>,
): ApiQuestion => ({ ...question, run: (ctx, query) => question.run(ctx, query as z.infer<Query>) })

type Typed<Query extends z.ZodObject> = {
  query: Query
  run: (ctx: Context, query: z.infer<Query>) => Promise<object>
}
