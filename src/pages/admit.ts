import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../chat/locale.ts'
import type { Workspace } from '../database/types.ts'
import type { Flow } from '../flow.ts'
import { reading, type World } from '../world.ts'
import type { Page } from './page.ts'
import { readSigned } from './signed.ts'

/** What a link opens: it is ours and has not expired. */
export type Admitted = { kind: 'open'; workspace: Workspace; page: Page; subject: string }
export type Admission = Admitted | { kind: 'unknown' } | { kind: 'expired'; locale: Locale | null }

const UNKNOWN: Admission = { kind: 'unknown' }

/** Reads a link; one that was forged, cut off or made for a page that there no longer is looks like none at all. */
export async function admit(world: World, token: string): Promise<Admission> {
  const ticket = await readSigned(world.db, token)
  if (!ticket) return UNKNOWN

  const { workspaceId, page: name, subject, until } = ticket
  const workspace = await world.db.workspace.findUnique({ where: { id: workspaceId } })
  const page = pageNamed(world.flows, name)
  if (!workspace || !page) return UNKNOWN

  if (Temporal.Instant.compare(world.clock.now(), until) < 0) return { kind: 'open', workspace, page, subject }
  const locale = await reading(world, workspace, async (ctx) => page.localeOf?.(ctx, subject) ?? null)
  return { kind: 'expired', locale }
}

function pageNamed(flows: readonly Flow[], name: string): Page | undefined {
  const [flowName = '', ...rest] = name.split('.')
  const pages = flows.find((flow) => flow.name === flowName)?.pages ?? {}
  const page = rest.join('.')
  return Object.hasOwn(pages, page) ? pages[page] : undefined
}
