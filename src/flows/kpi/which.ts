import type { CommandLine } from '../../chat/command-line.ts'
import { nearestWord } from '../../chat/nearest.ts'
import { UserError } from '../../errors.ts'
import type { Asking, Reply } from '../../flow.ts'
import { mustBeColleague } from './authority.ts'
import { kpiWords } from './messages/kpis.ts'
import { readKey } from './rules/key.ts'
import { holdKpis, type Kpi, kpiById, kpiByKey, kpisBy } from './store/kpis.ts'

/** `/kpi show orders …`: the deed with what was meant, and what was typed after it. */
export const withKpi =
  (deed: (ctx: Asking, kpi: Kpi, rest: CommandLine) => Promise<Reply>) =>
  async (ctx: Asking, line: CommandLine): Promise<Reply> => {
    mustBeColleague(ctx)
    const [first = '', ...words] = line.words
    const kpi = await kpiMeant(ctx, first)
    return deed(ctx, kpi, { ...line, words, text: line.text.trim().slice(first.length).trim() })
  }

export async function kpiMeant(ctx: Asking, typed: string): Promise<Kpi> {
  const words = kpiWords[ctx.locale]
  if (typed === '') throw new UserError(words.whichKpi)
  const key = readKey(typed)
  const kpi = key && (await kpiByKey(ctx.db, ctx.workspace.id, key))
  if (kpi) return kpi
  const keys = (await kpisBy(ctx.db, { workspaceId: ctx.workspace.id, archivedAt: null })).map((one) => one.key)
  const alike = nearestWord(typed, keys)
  throw new UserError([words.unknown(typed.slice(0, 60)), ...(alike ? [words.nearest(alike)] : [])].join(' '))
}

/** The value of a button or the context of a form: the id first, and perhaps more after a space. */
export async function kpiOf(ctx: Asking, value: string): Promise<Kpi> {
  mustBeColleague(ctx)
  const kpi = await kpiById(ctx.db, ctx.workspace.id, value.split(' ')[0] ?? '')
  if (!kpi) throw new UserError(kpiWords[ctx.locale].gone)
  return kpi
}

/** As it is now, held until this transaction ends; refuses one that is archived. */
export async function holdLive(ctx: Asking, id: string): Promise<Kpi> {
  mustBeColleague(ctx)
  const [kpi] = await holdKpis(ctx.db, ctx.workspace.id, [id.split(' ')[0] ?? ''])
  if (!kpi) throw new UserError(kpiWords[ctx.locale].gone)
  if (kpi.archivedAt) throw new UserError(kpiWords[ctx.locale].isArchived(kpi.name))
  return kpi
}
