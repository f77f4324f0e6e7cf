import type { Form } from '../../chat/form.ts'
import type { Member } from '../../database/types.ts'
import { FieldErrors } from '../../errors.ts'
import { handOver } from '../../escalation/hand-over.ts'
import { tellFlow } from '../../escalation/news.ts'
import type { Escalation } from '../../escalation/store/escalations.ts'
import { type Asking, ask, nothing, type Reply, type Submission } from '../../flow.ts'
import { awayOn } from '../../people/absences.ts'
import { isAdmin, isColleague, memberById, memberZoneToday } from '../../people/members.ts'
import { concerned, mustBeOpen } from './concerned.ts'
import { walkWords } from './messages/walk.ts'

const LONGEST_NOTE = 1_000

export async function askToWhom(ctx: Asking, id: string): Promise<Reply> {
  await mayGive(ctx, (await concerned(ctx, id)).escalation)
  return ask(handOverForm(ctx, id))
}

export async function giveAway(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const { escalation } = await concerned(ctx, context)
  await mayGive(ctx, escalation)
  const to = await receiver(ctx, escalation, typeof values.to === 'string' ? values.to : '')
  const note = typeof values.note === 'string' ? values.note.trim().slice(0, LONGEST_NOTE) : ''

  const giving = { by: ctx.actor, to, ...(note && { note }) }
  const held = await handOver(ctx, escalation, giving)
  await tellFlow(ctx, { kind: 'handed-over', escalation: held, ...giving })
  return nothing
}

/** What somebody has is theirs to give, or the owner's or an administrator's. */
async function mayGive(ctx: Asking, escalation: Escalation): Promise<void> {
  const { state, holderId, ownerId } = escalation
  const isTheirs = [holderId, ownerId].includes(ctx.actor.id) || isAdmin(ctx.actor)
  if (state !== 'acknowledged' || !isTheirs) await mustBeOpen(ctx, escalation)
}

async function receiver(ctx: Asking, { holderId, excludedIds }: Escalation, id: string): Promise<Member> {
  const words = walkWords[ctx.locale]
  const refuse = (to: string) => new FieldErrors({ to })
  const member = await memberById(ctx.db, ctx.workspace.id, id)
  if (!member) throw refuse(words.stranger)
  if (!isColleague(member)) throw refuse(words.unfit(member.name))
  if (member.id === ctx.actor.id) throw refuse(words.self)
  if (excludedIds.includes(member.id)) throw refuse(words.hasConflict(member.name))
  if (member.id === holderId) throw refuse(words.hasItAlready(member.name))
  const away = await awayOn(ctx.db, [member.id], memberZoneToday(member, ctx.now))
  if (away.size > 0) throw refuse(words.isAway(member.name))
  return member
}

function handOverForm({ locale }: Asking, id: string): Form {
  const words = walkWords[locale]
  const note = { name: 'note', label: words.note, hint: words.noteHint, optional: true, maxLength: LONGEST_NOTE }
  return {
    locale,
    id: 'escalation.hand-over',
    title: words.handOver,
    submit: words.handOver,
    context: id,
    fields: [
      { kind: 'person', name: 'to', label: words.to },
      { kind: 'text', lines: 'many', ...note },
    ],
  }
}
