import type { z } from 'zod'
import type { Context } from '../flow.ts'

/** Something that programs can ask for with a token: `POST /api/v1/<name>`, done once for each idempotency key. */
export type ApiCall = {
  /** One sentence for the OpenAPI document. */
  does: string
  body: z.ZodType
  answer: z.ZodType
  /** In the transaction that remembers the idempotency key; a UserError is answered with 422. */
  run: (ctx: Context, body: unknown) => Promise<object>
}

/** Ties the body's type to its schema. */
export const apiCall = <Body>(call: Omit<ApiCall, 'body' | 'run'> & Typed<Body>): ApiCall => ({
  ...call,
  run: (ctx, body) => call.run(ctx, body as Body),
})

type Typed<Body> = { body: z.ZodType<Body>; run: (ctx: Context, body: Body) => Promise<object> }
