import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { CAUSE_FAMILIES } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest } from '../which.ts'
import { arrangeApproval } from './approval.ts'
import { investigationForm, MOST_WHYS } from './cards/forms.ts'
import { done } from './done.ts'
import { formWords } from './messages/forms.ts'
import { stepWords } from './messages/steps.ts'
import { moveTo } from './move.ts'
import { mustManage } from './permissions.ts'
import { mustBePossible } from './possible.ts'
import { lastEntry } from './store/marks.ts'
import { keptOr } from './typed.ts'
import { progressWalks } from './walks.ts'
import { forForm, mustShow, needed, written } from './written.ts'

export async function askForFindings(ctx: Asking, complaint: Complaint, rest?: Rest): Promise<Reply> {
  await mustManage(ctx, complaint)
  await mustBePossible(ctx, complaint, 'investigate')
  const mark = await lastEntry(ctx.db, complaint.id, 'investigated')
  const typed = await forForm(ctx, 'findings', rest?.text)
  return ask(investigationForm(ctx.locale, complaint, mark, typed))
}

/** What was found; again and again, as more is known. */
export async function saveFindings(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  await mustManage(ctx, complaint)
  await mustBePossible(ctx, complaint, 'investigate')
  mustShow(ctx, context, await lastEntry(ctx.db, complaint.id, 'investigated'))
  const found = await readFindings(ctx, complaint, values)

  const investigated = await moveTo(ctx.db, complaint, 'investigating', found)
  await arrangeApproval(ctx, investigated)
  await progressWalks(ctx, investigated)
  const { findings, whys, rootCause, causeFamily } = found
  const lines = [findings, ...whys.map((why) => `→ ${why}`), ...(rootCause ? [`⇒ ${rootCause}`] : [])]
  await tell(ctx, investigated, { kind: 'investigated', text: lines.join('\n'), detail: { family: causeFamily } })
  return done(ctx, investigated, stepWords[ctx.locale].investigated(writeReference(complaint.number)))
}

async function readFindings(ctx: Asking, complaint: Complaint, values: Submission['values']) {
  const findings = keptOr(await written(ctx, 'findings', values.findings), complaint.findings)
  const rootCause = keptOr(await written(ctx, 'rootCause', values.rootCause), complaint.rootCause)
  const fields = Array.from({ length: MOST_WHYS }, (_, at) => `why${at + 1}`)
  const whys: string[] = []
  for (const [at, field] of fields.entries())
    whys.push(keptOr(await written(ctx, field, values[field]), complaint.whys[at] ?? null))
  await needed(ctx, 'findings', { value: findings, empty: formWords[ctx.locale].findingsNeeded })
  return {
    findings,
    whys: whys.filter((why) => why !== ''),
    rootCause: rootCause || null,
    causeFamily: CAUSE_FAMILIES.find((family) => family === values.family) ?? null,
  }
}
