import { record } from '../../audit/record.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { defaultPolicy } from '../../escalation/default-policy.ts'
import { FIRST_POLICY } from '../../escalation/rules/policy.ts'
import { writeWait } from '../../escalation/rules/wait-syntax.ts'
import {
  createPolicy,
  holdPolicies,
  lockPolicy,
  nextVersion,
  policyNamed,
  type StoredPolicy,
  setSettings,
} from '../../escalation/store/policies.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { policyCard } from './cards/policy-card.ts'
import { editPolicyForm, newPolicyForm } from './cards/policy-form.ts'
import { linesOf } from './lines.ts'
import { policyWords } from './messages/policies.ts'
import { type Given, readPolicy } from './read-policy.ts'
import { mustBeAdmin } from './which-policy.ts'

export async function askForNew(ctx: Asking): Promise<Reply> {
  mustBeAdmin(ctx)
  const steps = (await linesOf(ctx, FIRST_POLICY)).join('\n')
  const progress = writeWait(FIRST_POLICY.progress, ctx.locale)
  return ask(newPolicyForm(ctx.locale, { name: '', steps, progress, isDefault: false }))
}

export async function askForEdit(ctx: Asking, policy: StoredPolicy): Promise<Reply> {
  mustBeAdmin(ctx)
  const { id, name, version, progress } = policy
  const isDefault = (await defaultPolicy(ctx)).id === id
  const preset = {
    name,
    isDefault,
    steps: (await linesOf(ctx, policy)).join('\n'),
    progress: writeWait(progress, ctx.locale),
  }
  return ask(editPolicyForm(ctx.locale, { ...preset, id, version }))
}

export async function saveNew(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeAdmin(ctx)
  const given = await readPolicy(ctx, values)
  const standard = await defaultPolicy(ctx)
  await holdPolicies(ctx.db, ctx.workspace)
  await mustBeFree(ctx, given.name, null)

  const { name, steps, progress } = given
  const policy = await createPolicy(ctx, name, { steps, progress })
  const detail = { name, steps: await linesOf(ctx, policy), progress: { ...progress } }
  await record(ctx, { action: 'escalation.policy-created', subject: `escalation-policy:${policy.id}`, detail })
  return saved(ctx, policy, { standard, isDefault: given.isDefault, isNews: true })
}

export async function saveEdit(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeAdmin(ctx)
  const [id = '', version] = context.split(' ')
  const given = await readPolicy(ctx, values)
  const standard = await defaultPolicy(ctx)
  await holdPolicies(ctx.db, ctx.workspace)
  const before = await lockPolicy(ctx.db, ctx.workspace.id, id)
  if (!before) throw new UserError(policyWords[ctx.locale].gone)
  if (String(before.version) !== version) throw new UserError(policyWords[ctx.locale].stale(before.name))
  await mustBeFree(ctx, given.name, before.id)

  const after = await changed(ctx, before, given)
  return saved(ctx, after, { standard, isDefault: given.isDefault, isNews: after.version !== before.version })
}

async function mustBeFree(ctx: Asking, name: string, ownId: string | null): Promise<void> {
  const other = await policyNamed(ctx.db, ctx.workspace.id, name)
  if (other && other.id !== ownId) throw new FieldErrors({ name: policyWords[ctx.locale].nameTaken(other.name) })
}

/** The policy itself when nothing in it is another. */
async function changed(ctx: Asking, before: StoredPolicy, { name, steps, progress }: Given): Promise<StoredPolicy> {
  const [was, is] = [await linesOf(ctx, before), await linesOf(ctx, { steps })]
  const [had, has] = [writeWait(before.progress, 'en'), writeWait(progress, 'en')]
  if (name === before.name && was.join('\n') === is.join('\n') && had === has) return before

  const after = await nextVersion(ctx, before, { name, steps, progress })
  const detail = { before: { name: before.name, steps: was, progress: had }, after: { name, steps: is, progress: has } }
  const subject = `escalation-policy:${after.id}`
  await record(ctx, { action: 'escalation.policy-edited', subject, detail: { version: after.version, ...detail } })
  return after
}

type Saving = { standard: StoredPolicy; isDefault: boolean; isNews: boolean }

/** The default is always one of them: it passes on when another one becomes it. */
async function saved(ctx: Asking, policy: StoredPolicy, { standard, isDefault, isNews }: Saving): Promise<Reply> {
  const words = policyWords[ctx.locale]
  const becomesDefault = isDefault && standard.id !== policy.id
  if (becomesDefault) {
    await setSettings(ctx.db, ctx.workspace.id, { defaultPolicyId: policy.id })
    const detail = { name: policy.name, before: standard.name }
    await record(ctx, { action: 'escalation.default-set', subject: `escalation-policy:${policy.id}`, detail })
  }
  const isNow = standard.id === policy.id || becomesDefault
  const news = isNews || becomesDefault ? words.saved(policy.name, policy.version) : words.same(policy.name)
  return show(
    policyCard(ctx.locale, { policy, lines: await linesOf(ctx, policy), isDefault: isNow, mayChange: true, news }),
  )
}
