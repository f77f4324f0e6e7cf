import type { CommandLine } from '../../../chat/command-line.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { isAdmin, membersByIds } from '../../../people/members.ts'
import type { Rule } from '../rules/routing.ts'
import { settingsOf } from '../store/settings.ts'
import { mustBeColleague } from '../which.ts'
import type { Names } from './cards/reasons.ts'
import { rulesCard } from './cards/rules-card.ts'
import { ruleWords } from './messages/rules.ts'
import { rulesOf } from './store/routing-rules.ts'
import { tryRules } from './try-rules.ts'

const TRY = ['try', '试算', '试一下']

/** `/complaint rules` and `/complaint rules try <text>`. */
export async function rules(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const [deed = ''] = line.words
  if (TRY.includes(deed.toLowerCase())) return tryRules(ctx, line)
  if (line.text.trim() !== '') throw new UserError(ruleWords[ctx.locale].usage)
  return listRules(ctx)
}

/** Also in the place of the card whose button was pressed, with what has become of a rule. */
export async function listRules(ctx: Asking, news?: string): Promise<Reply> {
  const { db, workspace, actor, locale } = ctx
  const all = await rulesOf(db, workspace.id)
  const { dutyOwnerId } = await settingsOf(db, workspace.id)
  const names = await namesIn(ctx, all, dutyOwnerId ? [dutyOwnerId] : [])
  const duty = dutyOwnerId ? (names.get(dutyOwnerId) ?? null) : null
  return show(rulesCard(locale, { rules: all, names, duty, mayChange: isAdmin(actor), ...(news && { news }) }))
}

export async function namesIn(
  { db, workspace }: Asking,
  all: readonly Rule[],
  memberIds: readonly string[] = [],
): Promise<Names> {
  const people = [...all.flatMap(({ ownerId }) => ownerId ?? []), ...memberIds]
  const rooms = all.flatMap(({ channelId }) => channelId ?? [])
  const members = await membersByIds(db, workspace.id, [...new Set(people)])
  const channels = await db.channel.findMany({ where: { workspaceId: workspace.id, id: { in: rooms } } })
  return new Map([...members, ...channels].map(({ id, name }) => [id, name.replace(/^#/, '')]))
}
