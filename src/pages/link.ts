import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../flow.ts'

/** The address of a flow's page about this subject, signed, until it expires. `page` is `<flow>.<page>`. */
export async function linkTo(
  _ctx: Context,
  _page: string,
  _about: { subject: string; until: Temporal.Instant },
): Promise<string> {
  throw new Error('Not built yet')
}
