import { record } from '../audit/record.ts'
import { noteCard } from '../chat/note-card.ts'
import { UserError } from '../errors.ts'
import { type Asking, type Reply, show } from '../flow.ts'
import { link, linkedTo, type Subject, subjectMeant, typedAs, unlink } from './links.ts'
import { tieWords } from './messages.ts'

/** Something of a flow that the asker may tie to something else; `id` is what its button `untie` begins with. */
export type End = Pick<Subject, 'subject' | 'reference'> & { flow: string; id: string }

/** Between the two, in either language. */
const TO = /^(?:to|with|and|与|和|到)\s+/iu

/** With what this reference means to the asker; the card has a button that takes it back. */
export async function tie(ctx: Asking, end: End, text: string): Promise<Reply> {
  const words = tieWords[ctx.locale]
  const typed = typedIn(ctx, end, text)
  const other = await subjectMeant(ctx, typed)
  if (!other) throw new UserError(words.unknown(typed.slice(0, 60)))
  if (other.subject === end.subject) throw new UserError(words.self)
  if (!(await link(ctx, end.subject, other.subject)))
    throw new UserError(words.linkedAlready(end.reference, other.reference))

  await record(ctx, { action: `${end.flow}.linked`, subject: end.subject, detail: { to: other.subject } })
  const buttons = [{ label: words.takeBack, action: `${end.flow}.untie`, value: `${end.id} ${other.reference}` }]
  const said = words.linked(end.reference, other.reference)
  return show(noteCard(ctx.locale, said, { tone: 'good', hints: wholeName(other), buttons }))
}

/** What is tied is known to whoever sees this end, even where its reference alone would tell them nothing. */
export async function untie(ctx: Asking, end: End, text: string): Promise<Reply> {
  const words = tieWords[ctx.locale]
  const typed = typedIn(ctx, end, text)
  const other = typedAs(await linkedTo(ctx, end.subject), typed) ?? (await subjectMeant(ctx, typed))
  if (!other || !(await unlink(ctx, end.subject, other.subject)))
    throw new UserError(words.notLinked(end.reference, typed.slice(0, 60)))

  await record(ctx, { action: `${end.flow}.unlinked`, subject: end.subject, detail: { from: other.subject } })
  const said = words.unlinked(end.reference, other.reference)
  return show(noteCard(ctx.locale, said, { tone: 'good', hints: wholeName(other) }))
}

function typedIn({ locale }: Asking, { flow, reference }: End, text: string): string {
  const typed = text.trim().replace(TO, '')
  if (typed === '') throw new UserError(tieWords[locale].usage(flow, reference))
  return typed
}

const wholeName = ({ name, reference }: Subject): string[] => (name === reference ? [] : [name])
