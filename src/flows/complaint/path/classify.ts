import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { retargetClocks } from '../clocks/clockwork.ts'
import { classNames } from '../messages/classes.ts'
import { SEVERITIES, type Severity, TYPES, type Type } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, changeComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest } from '../which.ts'
import { arrangeApproval } from './approval.ts'
import { classificationForm } from './cards/forms.ts'
import { classesIn } from './class-words.ts'
import { done } from './done.ts'
import { mayDecide, mustBeFreeToLower } from './lower.ts'
import { formWords } from './messages/forms.ts'
import { stepWords } from './messages/steps.ts'
import { mustManage } from './permissions.ts'
import { mustBeOpen } from './possible.ts'
import { mustShow } from './written.ts'

type Classes = { severity: Severity; type: Type }

export async function classifyOrAsk(ctx: Asking, complaint: Complaint, rest?: Rest): Promise<Reply> {
  await mustClassify(ctx, complaint)
  if (!rest || rest.text === '') return ask(classificationForm(ctx.locale, complaint))
  const words = formWords[ctx.locale]
  const read = classesIn(rest.words)
  if ('wrong' in read)
    throw new UserError(read.wrong === 'twice' ? words.classTwice : words.classUnknown(read.wrong.unknown))
  const { severity = complaint.severity, type = complaint.type } = read
  return classify(ctx, complaint, { severity, type })
}

export async function submitClassification(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  await mustClassify(ctx, complaint)
  mustShow(ctx, context, complaint.severity, complaint.type)
  const severity = SEVERITIES.find((one) => String(one) === values.severity) ?? complaint.severity
  const type = TYPES.find((one) => one === values.type) ?? complaint.type
  return classify(ctx, complaint, { severity, type })
}

async function mustClassify(ctx: Asking, complaint: Complaint): Promise<void> {
  if (!(await mayDecide(ctx, complaint))) await mustManage(ctx, complaint)
  await mustBeOpen(ctx, complaint, 'classify')
}

/** Clocks and the question of approval follow; what the rules had suggested stays on record beside it. */
async function classify(ctx: Asking, complaint: Complaint, { severity, type }: Classes): Promise<Reply> {
  const words = stepWords[ctx.locale]
  const { severity: severities, type: types } = classNames[ctx.locale]
  const said = [writeReference(complaint.number), severities[severity], types[type]] as const
  if (severity === complaint.severity && type === complaint.type) throw new UserError(words.classifiedSo(...said))
  await mustBeFreeToLower(ctx, complaint, severity)

  const classified = await changeComplaint(ctx.db, complaint, { severity, type })
  await retargetClocks(ctx, classified)
  await arrangeApproval(ctx, classified)
  const { suggestedSeverity, suggestedType } = complaint
  const from = { severity: complaint.severity, type: complaint.type }
  await tell(ctx, classified, {
    kind: 'classified',
    detail: { severity, type, from, suggested: { severity: suggestedSeverity, type: suggestedType } },
  })
  return done(ctx, classified, words.classified(...said))
}
