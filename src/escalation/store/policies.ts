import { toDate } from '../../calendar/instant.ts'
import type { Db, Workspace } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import type { EscalationPolicyVersion, EscalationPolicy as Row } from '../../generated/client.ts'
import type { Clock, Policy, Step } from '../rules/policy.ts'

export type StoredPolicy = Policy & { id: string }
export type Terms = Pick<Policy, 'steps' | 'progress'>
type Writing = Pick<Context, 'db' | 'now' | 'workspace'> & { actor?: { id: string } }

export const settingsOf = async (
  db: Db,
  workspaceId: string,
): Promise<{ defaultPolicyId: string | null; fallbackChannelId: string | null }> =>
  (await db.escalationSettings.findUnique({ where: { workspaceId } })) ?? {
    defaultPolicyId: null,
    fallbackChannelId: null,
  }

export async function setSettings(
  db: Db,
  workspaceId: string,
  data: { defaultPolicyId: string } | { fallbackChannelId: string | null },
): Promise<void> {
  await db.escalationSettings.upsert({ where: { workspaceId }, create: { workspaceId, ...data }, update: data })
}

/** All of them as they are now, by name. */
export async function policiesOf(db: Db, workspaceId: string): Promise<StoredPolicy[]> {
  const rows = await db.escalationPolicy.findMany({ where: { workspaceId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  const versions = await db.escalationPolicyVersion.findMany({
    where: { OR: rows.map(({ id, version }) => ({ policyId: id, version })) },
  })
  return rows.flatMap((row) => {
    const version = versions.find(({ policyId }) => policyId === row.id)
    return version ? whole(row, version) : []
  })
}

export async function policyById(db: Db, workspaceId: string, id: string): Promise<StoredPolicy | null> {
  const row = await db.escalationPolicy.findFirst({ where: { id, workspaceId } })
  return row && newestOf(db, row)
}

/** Nobody else edits it until this transaction ends. */
export async function lockPolicy(db: Db, workspaceId: string, id: string): Promise<StoredPolicy | null> {
  await db.$queryRaw`SELECT 1 FROM "EscalationPolicy" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR UPDATE`
  return policyById(db, workspaceId, id)
}

/** In whatever case it is written. */
export async function policyNamed(db: Db, workspaceId: string, name: string): Promise<StoredPolicy | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT * FROM "EscalationPolicy" WHERE "workspaceId" = ${workspaceId} AND lower("name") = lower(${name})`
  return row ? newestOf(db, row) : null
}

/** Two people cannot give one name, or make the first policy, at the same moment: the second waits here for the first. */
export async function holdPolicies(db: Db, { id }: Workspace): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`escalation policies ${id}`}))`
}

export async function createPolicy(ctx: Writing, name: string, terms: Terms): Promise<StoredPolicy> {
  const data = { workspaceId: ctx.workspace.id, name, createdAt: toDate(ctx.now) }
  const { id, version } = await ctx.db.escalationPolicy.create({ data })
  await addVersion(ctx, { id, version }, terms)
  return { id, name, version, ...terms }
}

export async function nextVersion(
  ctx: Writing,
  policy: StoredPolicy,
  edited: Terms & { name: string },
): Promise<StoredPolicy> {
  const { name, ...terms } = edited
  const version = policy.version + 1
  await ctx.db.escalationPolicy.update({ where: { id: policy.id }, data: { name, version } })
  await addVersion(ctx, { id: policy.id, version }, terms)
  return { id: policy.id, name, version, ...terms }
}

async function addVersion(ctx: Writing, { id, version }: { id: string; version: number }, terms: Terms): Promise<void> {
  await ctx.db.escalationPolicyVersion.create({
    data: {
      policyId: id,
      version,
      steps: terms.steps.map((step) => ({ ...step })),
      progressMinutes: terms.progress.minutes,
      progressClock: terms.progress.clock,
      at: toDate(ctx.now),
      byId: ctx.actor?.id ?? null,
    },
  })
}

async function newestOf(db: Db, row: Row): Promise<StoredPolicy> {
  const policyId_version = { policyId: row.id, version: row.version }
  return whole(row, await db.escalationPolicyVersion.findUniqueOrThrow({ where: { policyId_version } }))
}

const whole = ({ id, name, version }: Row, terms: EscalationPolicyVersion): StoredPolicy => ({
  id,
  name,
  version,
  steps: terms.steps as unknown as Step[],
  progress: { minutes: terms.progressMinutes, clock: terms.progressClock as Clock },
})
