import { record } from '../../../audit/record.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { link, linkedTo, type Subject, subjectMeant, typedAs, unlink } from '../../../links/links.ts'
import { mustOwnRisk } from '../authority.ts'
import { writeRisk } from '../rules/reference.ts'
import type { Risk } from '../store/risks.ts'
import { subjectOf } from '../subject.ts'
import { riskOf } from '../which.ts'
import { tieWords } from './messages/ties.ts'

/** Between the two, in either language. */
const TO = /^(?:to|with|and|与|和|到)\s+/iu

/** `/risk link R-3 C-12`; the card has a button that takes it back. */
export async function tie(ctx: Asking, risk: Risk, { text }: CommandLine): Promise<Reply> {
  const words = tieWords[ctx.locale]
  await mustOwnRisk(ctx, risk)
  const reference = writeRisk(risk.number)
  const typed = text.trim().replace(TO, '')
  if (typed === '') throw new UserError(words.linkUsage(reference))
  const other = await subjectMeant(ctx, typed)
  if (!other) throw new UserError(words.unknown(typed.slice(0, 60)))
  if (other.subject === subjectOf(risk)) throw new UserError(words.self)
  if (!(await link(ctx, subjectOf(risk), other.subject)))
    throw new UserError(words.linkedAlready(reference, other.reference))

  await record(ctx, { action: 'risk.linked', subject: subjectOf(risk), detail: { to: other.subject } })
  const buttons = [{ label: words.takeBack, action: 'risk.untie', value: `${risk.id} ${other.reference}` }]
  const said = words.linked(reference, other.reference)
  return show(noteCard(ctx.locale, said, { tone: 'good', hints: wholeName(other), buttons }))
}

/** What is tied is known to whoever sees the risk, even where its reference alone would tell them nothing. */
export async function untie(ctx: Asking, risk: Risk, { text }: Pick<CommandLine, 'text'>): Promise<Reply> {
  const words = tieWords[ctx.locale]
  await mustOwnRisk(ctx, risk)
  const reference = writeRisk(risk.number)
  const typed = text.trim().replace(TO, '')
  if (typed === '') throw new UserError(words.linkUsage(reference))
  const other = typedAs(await linkedTo(ctx, subjectOf(risk)), typed) ?? (await subjectMeant(ctx, typed))
  if (!other || !(await unlink(ctx, subjectOf(risk), other.subject)))
    throw new UserError(words.notLinked(reference, typed.slice(0, 60)))

  await record(ctx, { action: 'risk.unlinked', subject: subjectOf(risk), detail: { from: other.subject } })
  const said = words.unlinked(reference, other.reference)
  return show(noteCard(ctx.locale, said, { tone: 'good', hints: wholeName(other) }))
}

export async function untieByButton(ctx: Asking, value: string): Promise<Reply> {
  const [, ...reference] = value.split(' ')
  return untie(ctx, await riskOf(ctx, value), { text: reference.join(' ') })
}

const wholeName = ({ name, reference }: Subject): string[] => (name === reference ? [] : [name])
