import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../flow.ts'
import { signed } from './signed.ts'

/** The address of a flow's page about this subject, signed, until it expires. `page` is `<flow>.<page>`. */
export async function linkTo(
  { db, workspace, site }: Pick<Context, 'db' | 'workspace' | 'site'>,
  page: string,
  { subject, until }: { subject: string; until: Temporal.Instant },
): Promise<string> {
  return `${site}/p/${await signed(db, { workspaceId: workspace.id, page, subject, until })}`
}
