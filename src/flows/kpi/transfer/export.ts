import { Temporal } from 'temporal-polyfill'
import type { CommandLine } from '../../../chat/command-line.ts'
import { csvOf } from '../../../chat/csv.ts'
import { UserError } from '../../../errors.ts'
import { sendFile } from '../../../files/send-file.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { type People, peopleOf } from '../../../people/written.ts'
import { mustBeColleague } from '../authority.ts'
import { readKey } from '../rules/key.ts'
import { writePeriod } from '../rules/period.ts'
import { type Kpi, kpisBy } from '../store/kpis.ts'
import { allFound } from '../views/all-found.ts'
import { COLUMNS, MOST_VALUES } from './columns.ts'
import { transferWords } from './messages/transfer.ts'
import { countEntries, type Entry, entriesOf } from './store/entries.ts'

/** `/kpi export`, `/kpi export revenue orders`, `/kpi export mine`: values as a file; without words all there are. */
export async function exportByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = transferWords[ctx.locale]
  const kpis = await kpisMeant(ctx, line)
  if (kpis.length === 0) throw new UserError(words.nothing)
  const ids = kpis.map(({ id }) => id)
  const count = await countEntries(ctx.db, ids)
  if (count === 0) throw new UserError(words.noValues)
  if (count > MOST_VALUES) throw new UserError(words.tooMany(MOST_VALUES, count))

  return sendFile(ctx, {
    ...{ flow: 'kpi', said: words.exported(count, kpis.length), hint: words.exportHint, detail: { count } },
    file: { name: `kpis-${ctx.now.toString().slice(0, 10)}.csv`, text: await csvFor(ctx, kpis) },
  })
}

/** Those with these keys, archived ones too; else what the filters of the list find; else all there ever were. */
async function kpisMeant(ctx: Asking, line: CommandLine): Promise<Kpi[]> {
  const all = await kpisBy(ctx.db, { workspaceId: ctx.workspace.id })
  if (line.text.trim() === '') return all
  const keys = new Set(line.words.map(readKey))
  const named = all.filter(({ key }) => keys.has(key))
  return named.length > 0 && named.length === keys.size ? named : (await allFound(ctx, line)).kpis
}

async function csvFor(ctx: Asking, kpis: readonly Kpi[]): Promise<string> {
  const people = await peopleOf(ctx)
  const ids = kpis.map(({ id }) => id)
  const entries = groupBy(await entriesOf(ctx.db, ids), ({ kpiId }) => kpiId)
  const rows = kpis.flatMap((kpi) => (entries.get(kpi.id) ?? []).map((entry) => rowOf(kpi, entry, people)))
  return csvOf([COLUMNS, ...rows])
}

function rowOf(kpi: Kpi, { startsOn, value, source, at, byId }: Entry, people: People): string[] {
  const cells = {
    ...{ kpi: kpi.key, period: writePeriod(kpi.period, Temporal.PlainDate.from(startsOn)), value },
    ...{ name: kpi.name, unit: kpi.unit ?? '', layer: kpi.layer, owner: people.write(kpi.ownerId) },
    ...{ source, entered: at.toISOString(), by: byId ? people.write(byId) : '' },
  }
  return COLUMNS.map((column) => cells[column])
}
