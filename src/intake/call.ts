import type { z } from 'zod'
import type { Context } from '../flow.ts'

/** What stands in the address where an entry's name has `{key}`. */
export type Params = Readonly<Record<string, string>>

/** Something that programs can ask for with a token: `POST /api/v1/<name>`, done once for each idempotency key. */
export type ApiCall = {
  /** One sentence for the OpenAPI document. */
  does: string
  body: z.ZodType
  answer: z.ZodType
  /** In the transaction that remembers the idempotency key; a UserError is answered with 422. */
  run: (ctx: Context, body: unknown, params: Params) => Promise<object>
}

/** Ties the body's type to its schema. */
export const apiCall = <Body>(call: Omit<ApiCall, 'body' | 'run'> & Typed<Body>): ApiCall => ({
  ...call,
  run: (ctx, body, params) => call.run(ctx, body as Body, params),
})

type Typed<Body> = { body: z.ZodType<Body>; run: (ctx: Context, body: Body, params: Params) => Promise<object> }
