import type { Context } from '../flow.ts'
import { redrawAll, redrawStorms } from './redraw.ts'
import type { Alert } from './store/alerts.ts'
import { openWalks, settleWalks } from './walks.ts'

/**
 * What is to be done about an alert that was changed: it is drawn anew, belongs to another walk, or is to be told anew.
 * `left` is where it was before.
 */
export type Changed = {
  alert: Alert
  becomes: 'drawn' | 'moved' | 'told'
  left?: Pick<Alert, 'walk' | 'stormId'>
}

/** People see what has changed, all of it at once; those to be told anew are left to whoever tells. */
export async function showChanges(ctx: Context, changes: readonly Changed[]): Promise<void> {
  const of = (what: Changed['becomes']) => changes.filter(({ becomes }) => becomes === what).map(({ alert }) => alert)
  if (of('moved').length > 0) await openWalks(ctx, of('moved'))
  await redrawAll(ctx, [...of('drawn'), ...of('moved')])
  await settleWalks(
    ctx,
    changes.flatMap(({ left }) => left?.walk ?? []),
  )
  await redrawStorms(
    ctx,
    changes.flatMap(({ left }) => left?.stormId ?? []),
  )
}
