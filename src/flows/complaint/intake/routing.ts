import { UserError } from '../../../errors.ts'
import { type Present, presentFacts } from '../../../escalation/store/facts.ts'
import type { Asking, Context } from '../../../flow.ts'
import { type Routed, type Rule, winner } from '../rules/routing.ts'
import { type Candidate, type Chosen, chooseOwner } from '../rules/routing-owner.ts'
import { type Settings, settingsOf } from '../store/settings.ts'
import { routingWords } from './messages/routing.ts'
import { rulesOf } from './store/routing-rules.ts'

export type Routing = {
  won: ReturnType<typeof winner<Rule>>
  chosen: Chosen
  channelId: string | null
  members: Present['members']
}

type Filer = Context & Partial<Pick<Asking, 'actor' | 'locale'>>

/** Which rule wins, who gets it right now, and where its card stands. */
export async function route(ctx: Filer, complaint: Routed, namedIds: readonly string[]): Promise<Routing> {
  const { db, workspace, now, actor } = ctx
  const settings = await settingsOf(db, workspace.id)
  const won = winner(await rulesOf(db, workspace.id), complaint)
  const candidates = candidatesOf(won?.rule, settings)
  const steps = [...candidates, ...(actor ? [filing(actor.id)] : [])].map(({ memberId }) => ({
    after: 0,
    clock: 'calendar' as const,
    tell: { to: 'member' as const, memberId },
  }))
  const channelIds = [won?.rule.channelId, settings.triageChannelId].filter((id) => typeof id === 'string')
  const question = { workspaceId: workspace.id, ownerId: actor?.id ?? candidates[0]?.memberId ?? '', now }
  const present = await presentFacts(db, question, { steps, channelIds })
  const facts = { ...present, unreachable: new Set<string>(), excluded: new Set(namedIds) }
  const chosen =
    chooseOwner(candidates, facts) ??
    (actor ? chooseOwner([filing(actor.id)], facts) : null) ??
    (await anybody(ctx, namedIds))
  const channelId = channelIds.find((id) => present.openChannels.has(id)) ?? null
  return { won, chosen, channelId, members: present.members }
}

const filing = (memberId: string): Candidate => ({ origin: 'filer', memberId })

const candidatesOf = (rule: Rule | undefined, { dutyOwnerId }: Settings): Candidate[] => [
  ...(rule?.ownerId ? [{ origin: 'rule' as const, memberId: rule.ownerId }] : []),
  ...(dutyOwnerId ? [{ origin: 'duty' as const, memberId: dutyOwnerId }] : []),
]

/** Better somebody than nobody: the colleague who has been here longest. */
async function anybody({ db, workspace, locale = 'en' }: Filer, namedIds: readonly string[]): Promise<Chosen> {
  const colleague = await db.member.findFirst({
    where: { workspaceId: workspace.id, kind: 'person', leftAt: null, id: { notIn: [...namedIds] } },
    orderBy: { createdAt: 'asc' },
  })
  if (!colleague) throw new UserError(routingWords[locale].nobody)
  return { ownerId: colleague.id, origin: 'anybody', passed: [] }
}
