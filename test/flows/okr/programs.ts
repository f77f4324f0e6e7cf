import { randomUUID } from 'node:crypto'
import { UserError } from '../../../src/errors.ts'
import { okr } from '../../../src/flows/okr/flow.ts'
import { look } from '../../../src/intake/look.ts'
import { once } from '../../../src/intake/once.ts'
import { Refusal } from '../../../src/intake/refusal.ts'
import type { House } from '../../support/house.ts'

type Name = 'key-results' | 'check-ins'
/** An answer, or why there is none. */
export type Told = Record<string, unknown> & { error?: string; status?: number }

/** What a program is told that sends this with a new key, without the wire between. */
export async function send({ world, workspace }: House, name: Name, body: object): Promise<Told> {
  const call = okr.api?.[`okr/${name}`]?.post
  if (!call) throw new Error(`Nothing is done at ${name}`)
  const sent = { name: `okr/${name}`, params: {}, call, key: randomUUID(), body }
  return once(world, { workspace, tokenId: 'token' }, sent).then(({ answer }) => answer as Told, refused)
}

export async function ask({ world, workspace }: House, name: Name, query: Record<string, string> = {}): Promise<Told> {
  const question = okr.api?.[`okr/${name}`]?.get
  if (!question) throw new Error(`Nothing is asked at ${name}`)
  return look(world, workspace, { question, query }).then((answer) => answer as Told, refused)
}

function refused(error: unknown): Told {
  if (error instanceof UserError) return { status: 422, error: error.message }
  if (!(error instanceof Refusal)) throw error
  const { status, message, problems, present } = error
  const where = problems.map((problem) => `${problem.path}: ${problem.message}`)
  return { status, error: [message, ...where].join('\n'), ...(present && { present }) }
}
