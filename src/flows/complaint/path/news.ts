import { nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import { UserError } from '../../../errors.ts'
import type { News } from '../../../escalation/news.ts'
import type { Asking, Context } from '../../../flow.ts'
import { refusals } from '../messages/refusals.ts'
import { isOpen } from '../rules/path.ts'
import { maySee } from '../sight.ts'
import { type Complaint, complaintById, lockComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { acknowledgeAs } from './acknowledge.ts'
import { assignTo } from './assign.ts'
import { peopleWords } from './messages/people.ts'
import { stepWords } from './messages/steps.ts'

/** Whoever changes a complaint holds it before the walks about it. */
export async function holdComplaintOf({ db, workspace }: Context, subject: string): Promise<void> {
  await lockComplaint(db, workspace.id, subject.split('/')[0] ?? '')
}

export async function mayKnow(ctx: Context, subject: string, member: Member | null): Promise<boolean> {
  const complaint = await complaintById(ctx.db, ctx.workspace.id, subject.split('/')[0] ?? '')
  if (complaint === null) return false
  return member ? maySee(ctx.db, member, complaint, ctx.now) : !complaint.confidential
}

/** What became of a walk about a complaint: whoever takes it has the complaint. */
export async function hearOfEscalation(ctx: Context, news: News): Promise<void> {
  const [id = '', worry = ''] = news.escalation.subject.split('/')
  const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
  if (!complaint || !isOpen(complaint.state)) return
  switch (news.kind) {
    case 'acknowledged':
      await mustSee(ctx, complaint, news.by)
      mustBeFree(complaint, news.by, news.by)
      if (complaint.state === 'received') await acknowledgeAs(actedBy(ctx, news.by), complaint)
      else await assignTo(actedBy(ctx, news.by), complaint, { ownerId: news.by.id })
      return
    case 'handed-over':
      await mustSee(ctx, complaint, news.by)
      mustBeFree(complaint, news.to, news.by)
      await assignTo(actedBy(ctx, news.by), complaint, { ownerId: news.to.id })
      return
    case 'exhausted':
      await tell(ctx, complaint, { kind: 'exhausted', detail: { worry } })
      return
    case 'woken':
      return
  }
}

const actedBy = (ctx: Context, actor: Member): Context & Pick<Asking, 'actor'> => ({ ...ctx, actor })

/** A channel can be told of a confidential one, but not everybody there may have it. */
async function mustSee({ db, now }: Context, complaint: Complaint, member: Member): Promise<void> {
  if (!(await maySee(db, member, complaint, now))) throw new UserError(refusals[nearestLocale(member.locale)].gone)
}

/** Nobody gets a complaint that is about them, not even by an escalation. */
function mustBeFree({ namedIds }: Complaint, member: Member, actor: Member): void {
  if (!namedIds.includes(member.id)) return
  const locale = nearestLocale(actor.locale)
  throw new UserError(member.id === actor.id ? stepWords[locale].youAreNamed : peopleWords[locale].named(member.name))
}
