import { changedIn } from '../../../audit/changed-in.ts'
import { record } from '../../../audit/record.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { namesChanged } from '../../../links/links.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { say } from '../../../outbox/say.ts'
import { membersByIds } from '../../../people/members.ts'
import type { Acting } from '../acting.ts'
import { assess } from '../assess/record.ts'
import { riskName } from '../cards/lines.ts'
import { redraw } from '../drawn.ts'
import { TEXTS } from '../register/edit.ts'
import { createRisk } from '../register/new.ts'
import { changeRisk, lockRisk, type Risk } from '../store/risks.ts'
import { subjectOf } from '../subject.ts'
import { watchResidual } from '../watch-residual.ts'
import type { Plan } from './check.ts'
import { transferWords } from './messages/transfer.ts'

const MOST_NAMED = 20

/** Until this transaction ends nobody else changes what the plans change; false when somebody has since it was looked up. */
export async function holdAsChecked(ctx: Acting, plans: readonly Plan[]): Promise<boolean> {
  const touched = plans.flatMap(({ known, isChanged, assessed }) => (known && (isChanged || assessed) ? [known] : []))
  for (const { id, version } of touched.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    if ((await lockRisk(ctx.db, ctx.workspace.id, id))?.version !== version) return false
  return true
}

/** All of it; whoever was given something hears of it in one message. */
export async function writePlans(ctx: Acting, importId: string, plans: readonly Plan[]): Promise<void> {
  const given: Risk[] = []
  for (const plan of plans) {
    const { known, terms, isChanged, assessed } = plan
    let risk = known ?? (await createRisk(ctx, terms, null))
    if (known && isChanged) risk = await change(ctx, known, terms)
    if (risk.ownerId !== known?.ownerId) given.push(risk)
    if (assessed) await assess(ctx, risk, assessed)
  }
  await tellOwners(ctx, importId, given)
}

async function change(ctx: Acting, known: Risk, terms: Plan['terms']): Promise<Risk> {
  const risk = await changeRisk(ctx.db, known, terms)
  const changed = changedIn(known, terms, TEXTS)
  await record(ctx, { action: 'risk.changed', subject: subjectOf(risk), detail: { ...changed, by: 'import' } })
  if ('title' in changed) await namesChanged(ctx, [subjectOf(risk)])
  await watchResidual(ctx, risk)
  await redraw(ctx, risk)
  return risk
}

async function tellOwners(ctx: Acting, importId: string, given: readonly Risk[]): Promise<void> {
  const byOwner = groupBy(
    given.filter(({ ownerId }) => ownerId !== ctx.actor.id),
    ({ ownerId }) => ownerId,
  )
  for (const { id, locale: tag } of await membersByIds(ctx.db, ctx.workspace.id, [...byOwner.keys()])) {
    const locale = nearestLocale(tag)
    const risks = byOwner.get(id) ?? []
    const items = risks.slice(0, MOST_NAMED).map(riskName)
    const said = transferWords[locale].given(ctx.actor.name, risks.length)
    const more = risks.length > MOST_NAMED ? [transferWords[locale].moreProblems(risks.length - MOST_NAMED)] : []
    await say(ctx, {
      key: `risk/import/${importId}/${id}`,
      to: { person: id },
      card: noteCard(locale, said, { blocks: [{ kind: 'list', items }], hints: more }),
    })
  }
}
