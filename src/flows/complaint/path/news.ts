import { nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import { UserError } from '../../../errors.ts'
import type { News } from '../../../escalation/news.ts'
import type { Asking, Context } from '../../../flow.ts'
import { isOpen } from '../rules/path.ts'
import { type Complaint, lockComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { acknowledgeAs } from './acknowledge.ts'
import { assignTo } from './assign.ts'
import { peopleWords } from './messages/people.ts'
import { stepWords } from './messages/steps.ts'

/** What became of a walk about a complaint: whoever takes it has the complaint. */
export async function hearOfEscalation(ctx: Context, news: News): Promise<void> {
  const [id = '', worry = ''] = news.escalation.subject.split('/')
  const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
  if (!complaint || !isOpen(complaint.state)) return
  switch (news.kind) {
    case 'acknowledged':
      mustBeFree(complaint, news.by, news.by)
      if (worry === 'acknowledge' && complaint.state === 'received')
        await acknowledgeAs(actedBy(ctx, news.by), complaint)
      else await assignTo(actedBy(ctx, news.by), complaint, { ownerId: news.by.id })
      return
    case 'handed-over':
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

/** Nobody gets a complaint that is about them, not even by an escalation. */
function mustBeFree({ namedIds }: Complaint, member: Member, actor: Member): void {
  if (!namedIds.includes(member.id)) return
  const locale = nearestLocale(actor.locale)
  throw new UserError(member.id === actor.id ? stepWords[locale].youAreNamed : peopleWords[locale].named(member.name))
}
