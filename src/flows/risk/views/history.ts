import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { gradeWords, riskName } from '../cards/lines.ts'
import { classNames } from '../messages/classes.ts'
import { refusals } from '../messages/refusals.ts'
import type { State } from '../rules/path.ts'
import { writeRisk } from '../rules/reference.ts'
import { type Assessment, assessmentsOf } from '../store/assessments.ts'
import type { Risk } from '../store/risks.ts'
import { type Event, happened } from './happened.ts'
import { lookWords } from './messages/looking.ts'

const MOST_SHOWN = 30

/** All that happened, the latest first, with who did it, when and why. */
export async function history(ctx: Asking, risk: Risk): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const title = words.historyTitle(riskName(risk))
  const entered = { at: risk.createdAt, byId: risk.createdById, what: words.entered, why: null }
  const all = [entered, ...(await happened(ctx, risk)), ...(await assessed(ctx, risk)), ...(await moved(ctx, risk))]
  const events = all.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const ids = [...new Set(events.flatMap(({ byId }) => byId ?? []))]
  const names = new Map((await membersByIds(ctx.db, ctx.workspace.id, ids)).map(({ id, name }) => [id, name]))
  const items = events.map((one) => lineOf(ctx, one, names)).toReversed()
  const more = items.length - MOST_SHOWN
  const card: Card = {
    ...{ locale: ctx.locale, title, summary: title },
    blocks: [
      { kind: 'list', items: items.slice(0, MOST_SHOWN) },
      ...(more > 0 ? [{ kind: 'context' as const, text: words.earlier(more) }] : []),
    ],
  }
  if (more <= 0) return show(card)
  return { kind: 'card', card, file: { name: `${writeRisk(risk.number)}.txt`, text: items.join('\n') } }
}

async function assessed(ctx: Asking, risk: Risk): Promise<Event[]> {
  const words = lookWords[ctx.locale]
  const all = await assessmentsOf(ctx.db, risk.id)
  return all.map((one, at) => {
    const before = all.slice(0, at).findLast(isKind(one))
    const grade = gradeWords(ctx.locale, one)
    const move = before ? words.moved(gradeWords(ctx.locale, before), grade) : grade
    return { ...one, what: words.assessed(words[one.kind], move) }
  })
}

const isKind =
  ({ kind }: Assessment) =>
  (one: Assessment): boolean =>
    one.kind === kind

async function moved(ctx: Asking, risk: Risk): Promise<Event[]> {
  const { state } = classNames[ctx.locale]
  const steps = await ctx.db.riskStep.findMany({ where: { riskId: risk.id }, orderBy: { id: 'asc' } })
  // The reason of an assessment stands with its grade.
  return steps.map(({ from, to, why, ...step }) => ({
    ...{ ...step, why: to === 'assessed' ? null : why },
    what: lookWords[ctx.locale].moved(state[from as State], state[to as State]),
  }))
}

function lineOf(ctx: Asking, { at, byId, what, why }: Event, names: ReadonlyMap<string, string>): string {
  // What happened by itself is nobody's.
  const who = byId ? [names.get(byId) ?? refusals[ctx.locale].somebody] : []
  const when = sayDateTime(toInstant(at), ctx.actor.timeZone, ctx.locale)
  return [when, ...who, what, ...(why ? [`“${why}”`] : [])].join(' · ')
}
