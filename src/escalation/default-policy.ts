import { record } from '../audit/record.ts'
import { nearestLocale, type Phrase } from '../chat/locale.ts'
import type { Context } from '../flow.ts'
import { FIRST_POLICY } from './rules/policy.ts'
import {
  createPolicy,
  holdPolicies,
  policyById,
  policyNamed,
  type StoredPolicy,
  setSettings,
  settingsOf,
} from './store/policies.ts'

const FIRST_NAME: Phrase = { en: 'Standard', 'zh-CN': '标准' }

/** The one that counts where a flow names none; made when it is asked for the first time. */
export async function defaultPolicy(ctx: Context): Promise<StoredPolicy> {
  const known = await chosen(ctx)
  if (known) return known
  await holdPolicies(ctx.db, ctx.workspace)
  return (await chosen(ctx)) ?? makeFirst(ctx)
}

async function chosen({ db, workspace }: Context): Promise<StoredPolicy | null> {
  const { defaultPolicyId } = await settingsOf(db, workspace.id)
  return defaultPolicyId ? policyById(db, workspace.id, defaultPolicyId) : null
}

async function makeFirst(ctx: Context): Promise<StoredPolicy> {
  const name = FIRST_NAME[nearestLocale(ctx.workspace.locale)]
  const taken = await policyNamed(ctx.db, ctx.workspace.id, name)
  const policy = taken ?? (await createPolicy(ctx, name, FIRST_POLICY))
  await setSettings(ctx.db, ctx.workspace.id, { defaultPolicyId: policy.id })
  const detail = { name, version: policy.version, reason: 'first policy' }
  await record(ctx, { action: 'escalation.default-set', subject: `escalation-policy:${policy.id}`, detail })
  return policy
}
