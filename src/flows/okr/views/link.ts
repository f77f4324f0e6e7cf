import { record } from '../../../audit/record.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { link, type Subject, subjectMeant, unlink } from '../../../links/links.ts'
import { mustOwnObjective } from '../authority.ts'
import { noteCard } from '../cards/note.ts'
import { writeObjective } from '../rules/reference.ts'
import type { Objective } from '../store/objectives.ts'
import { lookWords } from './messages/looking.ts'
import { subjectOf } from './subjects.ts'

/** Between the two, in either language. */
const TO = /^(?:to|with|and|与|和|到)\s+/iu

/** `/okr link O-3 C-12`. */
export async function tie(ctx: Asking, objective: Objective, { text }: CommandLine): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const { other, reference } = await bothEnds(ctx, objective, text)
  const isNew = await link(ctx, subjectOf(objective), other.subject)
  if (!isNew) throw new UserError(words.linkedAlready(reference, other.name))
  await record(ctx, { action: 'okr.linked', subject: subjectOf(objective), detail: { to: other.subject } })
  return show(noteCard(ctx.locale, words.linked(reference, other.name), { tone: 'good' }))
}

export async function untie(ctx: Asking, objective: Objective, { text }: CommandLine): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const { other, reference } = await bothEnds(ctx, objective, text)
  const wasTied = await unlink(ctx, subjectOf(objective), other.subject)
  if (!wasTied) throw new UserError(words.notLinked(reference, other.name))
  await record(ctx, { action: 'okr.unlinked', subject: subjectOf(objective), detail: { from: other.subject } })
  return show(noteCard(ctx.locale, words.unlinked(reference, other.name), { tone: 'good' }))
}

async function bothEnds(
  ctx: Asking,
  objective: Objective,
  text: string,
): Promise<{ other: Subject; reference: string }> {
  const words = lookWords[ctx.locale]
  await mustOwnObjective(ctx, objective)
  const reference = writeObjective(objective.number)
  const typed = text.trim().replace(TO, '')
  if (typed === '') throw new UserError(words.linkUsage(reference))
  const other = await subjectMeant(ctx, typed)
  if (!other) throw new UserError(words.linkUnknown(typed.slice(0, 60)))
  if (other.subject === subjectOf(objective)) throw new UserError(words.linkSelf)
  return { other, reference }
}
