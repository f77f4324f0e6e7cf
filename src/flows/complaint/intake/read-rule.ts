import type { FormValues } from '../../../chat/form.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { isColleague, memberById } from '../../../people/members.ts'
import { SEVERITIES, TYPES } from '../rules/classes.ts'
import { keywordsOf } from '../rules/routing.ts'
import { LONGEST_CRITERION } from './cards/rule-form.ts'
import { ruleWords } from './messages/rules.ts'
import type { RuleChange } from './store/routing-rules.ts'

/** What the form says; whatever is wrong stands beside its field. */
export async function readRule(ctx: Asking, values: FormValues): Promise<RuleChange> {
  const words = ruleWords[ctx.locale]
  const rule: RuleChange = {
    type: TYPES.find((type) => type === values.type) ?? null,
    severity: SEVERITIES.find((severity) => String(severity) === values.severity) ?? null,
    product: textOf(values, 'product'),
    keyword: keywordsOf(textOf(values, 'keyword') ?? '').join(', ') || null,
    ownerId: textOf(values, 'owner'),
    channelId: textOf(values, 'channel'),
  }
  const tooLong = (['product', 'keyword'] as const).filter((field) => (rule[field] ?? '').length > LONGEST_CRITERION)
  const errors = {
    ...Object.fromEntries(tooLong.map((field) => [field, words.long(LONGEST_CRITERION)])),
    ...(rule.ownerId || rule.channelId ? {} : { owner: words.nothingToDo }),
    ...((await isUsableOwner(ctx, rule.ownerId)) ? {} : { owner: words.ownerWrong }),
    ...((await isUsableChannel(ctx, rule.channelId)) ? {} : { channel: words.channelWrong }),
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return rule
}

const textOf = (values: FormValues, field: string): string | null => {
  const value = values[field]
  return (typeof value === 'string' && value.trim().replace(/\s+/gu, ' ')) || null
}

/** Nobody at all will do as well. */
export async function isUsableOwner({ db, workspace }: Asking, id: string | null): Promise<boolean> {
  const member = id ? await memberById(db, workspace.id, id) : null
  return id === null || (member !== null && isColleague(member))
}

/** None at all will do as well. */
export const isUsableChannel = async ({ db, workspace }: Asking, id: string | null): Promise<boolean> =>
  id === null || (await db.channel.count({ where: { id, workspaceId: workspace.id, closedAt: null } })) > 0
