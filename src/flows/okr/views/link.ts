import { record } from '../../../audit/record.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { link, linkedTo, type Subject, subjectMeant, typedAs, unlink } from '../../../links/links.ts'
import { mustOwnObjective } from '../authority.ts'
import { writeObjective } from '../rules/reference.ts'
import type { Objective } from '../store/objectives.ts'
import { lookWords } from './messages/looking.ts'
import { subjectOf } from './subjects.ts'

/** Between the two, in either language. */
const TO = /^(?:to|with|and|与|和|到)\s+/iu

/** `/okr link O-3 C-12`. */
export const tie = (ctx: Asking, objective: Objective, { text }: CommandLine): Promise<Reply> =>
  tieTo(ctx, objective, text)

export const untie = (ctx: Asking, objective: Objective, { text }: CommandLine): Promise<Reply> =>
  untieFrom(ctx, objective, text)

/** With what this reference means to the asker; the card has a button that takes it back. */
export async function tieTo(ctx: Asking, objective: Objective, typed: string): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const { other, reference } = await bothEnds(ctx, objective, typed)
  const isNew = await link(ctx, subjectOf(objective), other.subject)
  if (!isNew) throw new UserError(words.linkedAlready(reference, other.reference))
  await record(ctx, { action: 'okr.linked', subject: subjectOf(objective), detail: { to: other.subject } })
  const back = { label: words.takeBack, action: 'okr.untie', value: `${objective.id} ${other.reference}` }
  const said = words.linked(reference, other.reference)
  return show(noteCard(ctx.locale, said, { tone: 'good', hints: wholeName(other), buttons: [back] }))
}

/** What is tied is known to whoever sees the objective, even where its reference alone would tell them nothing. */
export async function untieFrom(ctx: Asking, objective: Objective, typed: string): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const tied = typedAs(await linkedTo(ctx, subjectOf(objective)), typed.trim().replace(TO, ''))
  const { other, reference } = await bothEnds(ctx, objective, typed, tied)
  const wasTied = await unlink(ctx, subjectOf(objective), other.subject)
  if (!wasTied) throw new UserError(words.notLinked(reference, other.reference))
  await record(ctx, { action: 'okr.unlinked', subject: subjectOf(objective), detail: { from: other.subject } })
  const said = words.unlinked(reference, other.reference)
  return show(noteCard(ctx.locale, said, { tone: 'good', hints: wholeName(other) }))
}

const wholeName = ({ name, reference }: Subject): string[] => (name === reference ? [] : [name])

async function bothEnds(
  ctx: Asking,
  objective: Objective,
  text: string,
  tied?: Subject,
): Promise<{ other: Subject; reference: string }> {
  const words = lookWords[ctx.locale]
  await mustOwnObjective(ctx, objective)
  const reference = writeObjective(objective.number)
  const typed = text.trim().replace(TO, '')
  if (typed === '') throw new UserError(words.linkUsage(reference))
  const other = tied ?? (await subjectMeant(ctx, typed))
  if (!other) throw new UserError(words.linkUnknown(typed.slice(0, 60)))
  if (other.subject === subjectOf(objective)) throw new UserError(words.linkSelf)
  return { other, reference }
}
