import type { Response } from 'express'
import type { Workspace } from '../database/types.ts'

/** Who calls: the workspace that gave out the token. */
export type Caller = { workspace: Workspace; tokenId: string }

export const callerIn = ({ locals }: Response): Caller => locals.caller
