import type { Request, RequestHandler, Response } from 'express'
import { toDate } from '../calendar/instant.ts'
import type { World } from '../world.ts'
import type { Caller } from './caller.ts'
import { perAddress } from './limits.ts'
import { Refusal } from './refusal.ts'
import { workspaceOfToken } from './tokens.ts'

const FAILURES_A_MINUTE = 20

/** Lets in whoever shows a token. Those who show a wrong one too often have to wait; others at their address do not. */
export function authenticated(world: World): RequestHandler {
  const failures = perAddress(FAILURES_A_MINUTE)
  return async (request, response, next) => {
    const caller = await callerOf(world, request)
    if (!caller) return failures(request, response, (tooMany) => next(tooMany ?? unknownCaller(response)))

    await noteUse(world, caller)
    response.locals.caller = caller
    next()
  }
}

async function callerOf({ db }: World, request: Request): Promise<Caller | null> {
  const token = /^Bearer +([\x21-\x7e]{1,500})$/i.exec(request.get('authorization') ?? '')?.[1]
  const found = token ? await workspaceOfToken(db, token) : null
  const workspace = found && (await db.workspace.findUnique({ where: { id: found.workspaceId } }))
  return workspace && { workspace, tokenId: found.tokenId }
}

function unknownCaller(response: Response): Refusal {
  response.set('WWW-Authenticate', 'Bearer realm="Drumbeat"')
  return new Refusal(401, 'Send the token of your workspace: “Authorization: Bearer …”. An administrator makes one.')
}

/** Once a minute is enough to see whether a token is in use. */
async function noteUse({ db, clock }: World, { tokenId }: Caller): Promise<void> {
  const now = clock.now()
  await db.$executeRaw`
    UPDATE "ApiToken" SET "lastUsedAt" = ${toDate(now)} WHERE "id" = ${tokenId}
      AND ("lastUsedAt" IS NULL OR "lastUsedAt" <= ${toDate(now.subtract({ minutes: 1 }))})`
}
