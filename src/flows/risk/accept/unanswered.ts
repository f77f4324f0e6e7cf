import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import { open } from '../../../escalation/open.ts'
import { recard } from '../../../escalation/recard.ts'
import { resolve } from '../../../escalation/resolve.ts'
import type { Policy, Step } from '../../../escalation/rules/policy.ts'
import type { Asking, Context } from '../../../flow.ts'
import type { Risk } from '../store/risks.ts'
import { acceptWords } from './messages/accept.ts'
import type { Acceptance } from './store/acceptances.ts'

/** Minutes of working hours. */
const WORKING_DAY = 8 * 60
const MOST_REMINDED = 6
const decisionOn = ({ id }: Pick<Acceptance, 'id'>) => ({ flow: 'risk', subject: `decision/${id}` })

type About = { risk: Risk; acceptance: Acceptance; card: (locale: Locale) => Card }

/** Sixteen working hours after these were asked they are asked again, and sixteen later the administrators hear of it. */
export async function remindUnanswered(ctx: Context, { risk, acceptance, card }: About, asked: readonly Member[]) {
  const [first, ...others] = asked.slice(0, MOST_REMINDED)
  if (!first) return
  const which = decisionOn(acceptance)
  // Whoever decides now may be others than those whom a walk that is under way would tell.
  await resolve(ctx, which)
  await open(ctx, {
    ...{ ...which, about: acceptWords.en.questionTitle(`R-${risk.number}`), ownerId: first.id, card },
    policy: policyFor(others),
    excludes: [risk.ownerId, ...(acceptance.proposedById ? [acceptance.proposedById] : [])],
  })
}

function policyFor(others: readonly Member[]): Policy {
  const step = (after: number, tell: Step['tell']): Step => ({ after, clock: 'working', tell })
  return {
    ...{ name: 'Decisions', version: 1 },
    steps: [
      step(2 * WORKING_DAY, { to: 'owner' }),
      ...others.map(({ id }) => step(0, { to: 'member', memberId: id })),
      step(2 * WORKING_DAY, { to: 'admins' }),
    ],
    progress: { minutes: 2 * WORKING_DAY, clock: 'working' },
  }
}

/** It was decided, or there is nothing to decide any more. */
export async function endReminding(
  ctx: Context & Partial<Pick<Asking, 'actor'>>,
  { acceptance, card }: Omit<About, 'risk'>,
): Promise<void> {
  await recard(ctx, decisionOn(acceptance), card)
  await resolve(ctx, decisionOn(acceptance), ctx.actor)
}
