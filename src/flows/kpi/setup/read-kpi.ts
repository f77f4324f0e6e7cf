import type { FormValues } from '../../../chat/form.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { isColleague, memberById } from '../../../people/members.ts'
import { LONGEST_NAME, LONGEST_UNIT } from '../cards/kpi-form.ts'
import { kpiWords } from '../messages/kpis.ts'
import { keyFrom, readKey } from '../rules/key.ts'
import { PERIODS } from '../rules/period.ts'
import { type Kpi, kpiByKey, LAYERS, SOURCES } from '../store/kpis.ts'

export type KpiTerms = Pick<
  Kpi,
  'name' | 'key' | 'unit' | 'layer' | 'direction' | 'ownerId' | 'period' | 'source' | 'channelId'
>
type Errors = Record<string, string>

/** What the form says; whatever is wrong stands beside its field. `of` is the KPI that is there already. */
export async function readKpi(ctx: Asking, values: FormValues, of?: Kpi): Promise<KpiTerms> {
  const errors: Errors = {}
  const words = kpiWords[ctx.locale]
  const name = lineIn(values, 'name')
  if (name === '') errors.name = words.needed
  if (name.length > LONGEST_NAME) errors.name = words.tooLong(LONGEST_NAME, name.length)
  const unit = lineIn(values, 'unit') || null
  if (unit && unit.length > LONGEST_UNIT) errors.unit = words.tooLong(LONGEST_UNIT, unit.length)
  const terms: KpiTerms = {
    ...{ name, unit, key: await keyIn(ctx, lineIn(values, 'key') || keyFrom(name), { of, errors }) },
    layer: LAYERS.find((layer) => layer === values.layer) ?? 'operational',
    direction: values.direction === 'down' ? 'down' : 'up',
    ownerId: await ownerIn(ctx, values, { of, errors }),
    period: PERIODS.find((period) => period === values.period) ?? 'week',
    source: SOURCES.find((source) => source === values.source) ?? 'typed',
    channelId: await channelIn(ctx, values, errors),
  }
  if (of) await mustKeepMeaning(ctx, of, { terms, errors })
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return terms
}

type About = { of: Kpi | undefined; errors: Errors }

async function keyIn(ctx: Asking, typed: string, { of, errors }: About): Promise<string> {
  const words = kpiWords[ctx.locale]
  const key = readKey(typed)
  if (!key) errors.key = words.badKey
  const other = key && (await kpiByKey(ctx.db, ctx.workspace.id, key))
  if (other && other.id !== of?.id) errors.key = words.keyTaken(other.name)
  return key ?? ''
}

async function ownerIn(ctx: Asking, values: FormValues, { of, errors }: About): Promise<string> {
  const id = lineIn(values, 'owner') || of?.ownerId || ctx.actor.id
  if (id === of?.ownerId) return id
  const owner = await memberById(ctx.db, ctx.workspace.id, id)
  if (!owner || !isColleague(owner)) errors.owner = kpiWords[ctx.locale].ownerGone
  return id
}

/** A channel of this workspace that is open; null where none was chosen. */
export async function channelIn(ctx: Asking, values: FormValues, errors: Errors): Promise<string | null> {
  const id = lineIn(values, 'channel') || null
  const where = { id: id ?? '', workspaceId: ctx.workspace.id, closedAt: null }
  if (id && (await ctx.db.channel.count({ where })) === 0) errors.channel = kpiWords[ctx.locale].channelWrong
  return id
}

/** What its values are counted in, and for how long, they keep. */
async function mustKeepMeaning(
  ctx: Asking,
  of: Kpi,
  { terms, errors }: { terms: KpiTerms; errors: Errors },
): Promise<void> {
  if (terms.unit === of.unit && terms.period === of.period) return
  const count = await ctx.db.kpiSample.count({ where: { kpiId: of.id } })
  if (count === 0) return
  if (terms.unit !== of.unit) errors.unit = kpiWords[ctx.locale].unitFixed(count)
  if (terms.period !== of.period) errors.period = kpiWords[ctx.locale].periodFixed
}

export function lineIn(values: FormValues, field: string): string {
  const value = values[field]
  return typeof value === 'string' ? value.trim().replace(/\s+/gu, ' ') : ''
}
