import { alertsBy } from '../../alerts/store/alerts.ts'
import { holdAlerts } from '../../alerts/store/settings.ts'
import { noteTaken, noteWoken } from '../../alerts/take.ts'
import type { Member } from '../../database/types.ts'
import type { News } from '../../escalation/news.ts'
import type { Asking, Context } from '../../flow.ts'

/** Whoever changes an alert holds all of them, before the walks about them. */
export const holdThem = ({ db, workspace }: Context): Promise<void> => holdAlerts(db, workspace.id)

/** What became of a walk is true of all the alerts in it. */
export async function hearOfEscalation(ctx: Context, news: News): Promise<void> {
  const where = { workspaceId: ctx.workspace.id, walk: news.escalation.subject, toldAt: { not: null } }
  const alerts = await alertsBy(ctx.db, { ...where, state: { not: 'resolved' } })
  switch (news.kind) {
    case 'acknowledged':
      return noteTaken(actedBy(ctx, news.by), alerts, news.by)
    case 'handed-over':
      return noteTaken(actedBy(ctx, news.by), alerts, news.to)
    case 'woken':
      return noteWoken(ctx, alerts)
    case 'exhausted':
      return
  }
}

const actedBy = (ctx: Context, actor: Member): Context & Pick<Asking, 'actor'> => ({ ...ctx, actor })
