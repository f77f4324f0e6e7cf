import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { link } from '../../../links/links.ts'
import type { Acting } from '../acting.ts'
import { readGrade } from '../assess/read-grade.ts'
import { assess } from '../assess/record.ts'
import { mustNotAudit } from '../authority.ts'
import { post } from '../drawn.ts'
import type { Grade } from '../rules/grade.ts'
import { writeRisk } from '../rules/reference.ts'
import { categoriesOf } from '../store/categories.ts'
import { type Risk, riskById } from '../store/risks.ts'
import { holdRegister, settingsOf, takeNumbers } from '../store/settings.ts'
import { subjectOf } from '../subject.ts'
import { mustBeFirst } from '../ties/make.ts'
import { shown } from '../views/show.ts'
import { newRiskForm } from './cards/risk-form.ts'
import { registerWords } from './messages/register.ts'
import { mustBeRight, readLinks, readRisk, type Terms } from './read-risk.ts'
import { tellNewOwner } from './tell-owner.ts'

/** `/risk new`, `/risk new Our supplier fails`. */
export async function askForRisk(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustNotAudit(ctx)
  const categories = await categoriesOf(ctx.db, ctx.workspace.id)
  const scales = await settingsOf(ctx.db, ctx.workspace.id)
  return ask(newRiskForm(ctx.locale, { title: text.trim(), ownerId: ctx.actor.id }, { categories, scales }))
}

export async function createByForm(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustNotAudit(ctx)
  await holdRegister(ctx.db, ctx.workspace.id)
  await mustBeFirst(ctx, context)
  const { terms, errors } = await readRisk(ctx, values)
  const grade = readGrade(ctx.locale, values, { errors, optional: true })
  const links = await readLinks(ctx, values, errors)
  mustBeRight(errors)
  const risk = await createRisk(ctx, terms, grade)
  for (const { subject } of links) {
    await link(ctx, subjectOf(risk), subject)
    await record(ctx, { action: 'risk.linked', subject: subjectOf(risk), detail: { to: subject } })
  }
  await tellNewOwner(ctx, risk)
  return shown(ctx, risk, registerWords[ctx.locale].created(writeRisk(risk.number)))
}

/** Into the register, with its first grade where there is one, and onto the channel of risks. */
export async function createRisk(ctx: Acting, terms: Terms, grade: Grade | null): Promise<Risk> {
  const number = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'risk' })
  const { channelId } = await settingsOf(ctx.db, ctx.workspace.id)
  const about = { workspaceId: ctx.workspace.id, number, channelId }
  const { id } = await ctx.db.risk.create({
    data: { ...about, ...terms, createdAt: toDate(ctx.now), createdById: ctx.actor.id },
  })
  const { ownerId, categoryId, line } = terms
  await record(ctx, { action: 'risk.created', subject: `risk:${id}`, detail: { number, ownerId, categoryId, line } })
  const risk = await present(ctx, id)
  await post(ctx, risk)
  return grade ? assess(ctx, risk, { inherent: grade, residual: null, why: null }) : risk
}

async function present(ctx: Acting, id: string): Promise<Risk> {
  const risk = await riskById(ctx.db, ctx.workspace.id, id)
  if (!risk) throw new Error('A risk that was made is not there')
  return risk
}
