import { record } from '../../audit/record.ts'
import { FieldErrors } from '../../errors.ts'
import { setSettings, settingsOf } from '../../escalation/store/policies.ts'
import { type Asking, ask, type Reply, type Submission } from '../../flow.ts'
import { fallbackForm } from './cards/policy-form.ts'
import { listPolicies } from './list.ts'
import { policyWords } from './messages/policies.ts'
import { mustBeAdmin } from './which-policy.ts'

export async function askForFallback(ctx: Asking): Promise<Reply> {
  mustBeAdmin(ctx)
  const { fallbackChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  return ask(fallbackForm(ctx.locale, fallbackChannelId))
}

export async function saveFallback(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeAdmin(ctx)
  const channelId = typeof values.channel === 'string' && values.channel !== '' ? values.channel : null
  if (channelId && !(await isUsable(ctx, channelId)))
    throw new FieldErrors({ channel: policyWords[ctx.locale].fallbackWrong })

  const { fallbackChannelId: before } = await settingsOf(ctx.db, ctx.workspace.id)
  if (before !== channelId) {
    await setSettings(ctx.db, ctx.workspace.id, { fallbackChannelId: channelId })
    const subject = `workspace:${ctx.workspace.id}`
    await record(ctx, { action: 'escalation.fallback-set', subject, detail: { before, after: channelId } })
  }
  return listPolicies(ctx)
}

async function isUsable({ db, workspace }: Asking, id: string): Promise<boolean> {
  return (await db.channel.count({ where: { id, workspaceId: workspace.id, closedAt: null } })) > 0
}
