import type { Subjects } from '../../../flow.ts'
import { isColleague } from '../../../people/members.ts'
import { readKey } from '../rules/key.ts'
import { kpiByKey, kpisBy } from '../store/kpis.ts'
import { asSubject, KIND } from '../subject.ts'

/** KPIs as they are tied to something else: every colleague knows of them. */
export const subjects: Subjects = {
  meant: async (ctx, typed) => {
    const key = isColleague(ctx.actor) ? readKey(typed) : null
    const kpi = key && (await kpiByKey(ctx.db, ctx.workspace.id, key))
    return kpi ? asSubject(kpi) : null
  },
  named: async ({ db, workspace, actor }, all) => {
    const ids = all.flatMap((one) => (one.startsWith(KIND) ? one.slice(KIND.length) : []))
    if (ids.length === 0 || (actor && !isColleague(actor))) return []
    return (await kpisBy(db, { workspaceId: workspace.id, id: { in: ids } })).map(asSubject)
  },
}
