import type { Database } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { act, type World } from '../world.ts'
import type { ApiCall, Params } from './call.ts'
import type { Caller } from './caller.ts'
import { problemsIn, Refusal } from './refusal.ts'
import { hashOfRequest } from './request-hash.ts'

export type Asked = { name: string; params: Params; call: ApiCall; key: string; body: unknown }
export type Answered = { isFirst: boolean; answer: object }

/** How long an answer can be had again by its key. */
const KEPT_DAYS = 14

/** Does what is asked, once for its key; whoever asks again, later or at the same moment, gets the same answer. */
export async function once(
  world: World,
  { workspace, tokenId }: Caller,
  { name, params, call, key, body }: Asked,
): Promise<Answered> {
  const { data, error } = call.body.safeParse(body)
  if (error) throw new Refusal(422, 'The body does not fit.', { problems: problemsIn(error) })

  const request = { workspaceId: workspace.id, key, hash: hashOfRequest(addressOf(name, params), body) }
  return act(world, workspace, async (ctx) => {
    if (!(await isFirst(ctx, request))) return { isFirst: false, answer: await answerBefore(ctx, request) }
    const answer = call.answer.parse(await call.run({ ...ctx, tokenId }, data, params)) as object
    await remember(ctx, request, answer)
    return { isFirst: true, answer }
  })
}

const addressOf = (name: string, params: Params): string =>
  Object.entries(params).reduce((address, [param, value]) => address.replace(`{${param}}`, value), name)

/** Once a day: answers that nobody asks for again. */
export async function forgetRequests(db: Pick<Database, '$executeRaw'>): Promise<number> {
  return db.$executeRaw`DELETE FROM "ApiRequest" WHERE "at" < now() - make_interval(days => ${KEPT_DAYS}::int)`
}

type Request = { workspaceId: string; key: string; hash: string }

/** One that runs at the same moment waits here for the first. */
async function isFirst({ db }: Context, { workspaceId, key, hash }: Request): Promise<boolean> {
  const inserted = await db.$executeRaw`
    INSERT INTO "ApiRequest" ("workspaceId", "key", "hash", "answer") VALUES (${workspaceId}, ${key}, ${hash}, '{}')
    ON CONFLICT DO NOTHING`
  return inserted === 1
}

async function answerBefore({ db }: Context, { workspaceId, key, hash }: Request): Promise<object> {
  const known = await db.apiRequest.findUniqueOrThrow({ where: { workspaceId_key: { workspaceId, key } } })
  if (known.hash !== hash) {
    throw new Refusal(409, 'This Idempotency-Key was used for another request. Choose a new one for each new request.')
  }
  return known.answer as object
}

async function remember({ db }: Context, { workspaceId, key }: Request, answer: object): Promise<void> {
  await db.apiRequest.update({ where: { workspaceId_key: { workspaceId, key } }, data: { answer } })
}
