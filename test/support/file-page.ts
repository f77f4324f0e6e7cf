import type { Sheet } from '../../src/pages/page.ts'
import { act } from '../../src/world.ts'
import type { House } from './house.ts'

/** The page for files that the newest link of this flow leads to. */
export async function filePage(house: House, flow: 'kpi' | 'okr' | 'risk') {
  const table = { kpi: 'KpiImport', okr: 'OkrImport', risk: 'RiskImport' }[flow]
  const sql = `SELECT "id" FROM "${table}" ORDER BY "id" DESC LIMIT 1`
  const [{ id = '' } = {}] = await house.db.$queryRawUnsafe<{ id: string }[]>(sql)
  const page = house.world.flows.find(({ name }) => name === flow)?.pages?.import
  if (!page) throw new Error('This flow takes no files')
  const submit = (values: Record<string, string>) =>
    act(house.world, house.workspace, (ctx) => page.submit(ctx, id, values)).finally(house.settle)
  return {
    open: () => act(house.world, house.workspace, (ctx) => page.show(ctx, id)),
    check: (text: string) => submit({ file: text }),
    write: () => submit({ deed: 'write' }),
  }
}

export const wordsIn = ({ title, paragraphs, items = [] }: Sheet): string => [title, ...paragraphs, ...items].join('\n')

/** The text of the file that this command sends. */
export async function exported(house: House, who: string, line: string): Promise<string> {
  house.sleepUntil(house.now().add({ seconds: 1 }).toString())
  await house.as(who).command(line, 'general')
  const sent = house.as(who).lastDirect().file
  if (!sent || !('text' in sent)) throw new Error('No file was sent')
  return sent.text
}
