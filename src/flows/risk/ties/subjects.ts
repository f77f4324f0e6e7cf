import type { Context, Subjects } from '../../../flow.ts'
import { isColleague } from '../../../people/members.ts'
import { holds } from '../../../people/roles.ts'
import { redraw } from '../drawn.ts'
import { readReference } from '../rules/reference.ts'
import { type Risk, riskByNumber, risksBy } from '../store/risks.ts'
import { asSubject, KIND } from '../subject.ts'
import { makeWords } from './messages/ties.ts'

/** Risks as they are tied to something else: every colleague knows of them. */
export const subjects: Subjects = {
  meant: async (ctx, typed) => {
    const reference = readReference(typed)
    if (reference?.kind !== 'risk' || !isColleague(ctx.actor)) return null
    const risk = await riskByNumber(ctx.db, ctx.workspace.id, reference.number)
    return risk && asSubject(risk)
  },
  named: async (ctx, all) => {
    if (ctx.actor && !isColleague(ctx.actor)) return []
    return (await risksAmong(ctx, all)).map(asSubject)
  },
  offers: ({ locale, actor }, { subject, reference }) =>
    subject.startsWith(KIND) || holds(actor, 'audit')
      ? []
      : [{ label: makeWords[locale].make, action: 'risk.make', value: reference }],
  tiesChanged: async (ctx, all) => {
    for (const risk of await risksAmong(ctx, all)) await redraw(ctx, risk)
  },
}

async function risksAmong({ db, workspace }: Context, all: readonly string[]): Promise<Risk[]> {
  const ids = all.flatMap((one) => (one.startsWith(KIND) ? one.slice(KIND.length) : []))
  return ids.length > 0 ? risksBy(db, { workspaceId: workspace.id, id: { in: ids } }) : []
}
