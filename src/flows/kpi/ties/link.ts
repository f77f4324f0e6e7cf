import type { CommandLine } from '../../../chat/command-line.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { type End, tie, untie } from '../../../links/tie.ts'
import { mustChange } from '../authority.ts'
import type { Kpi } from '../store/kpis.ts'
import { asSubject } from '../subject.ts'
import { kpiOf } from '../which.ts'

/** `/kpi link revenue C-12`. */
export const tieKpi = async (ctx: Asking, kpi: Kpi, { text }: CommandLine): Promise<Reply> =>
  tie(ctx, await ownEnd(ctx, kpi), text)

export const untieKpi = async (ctx: Asking, kpi: Kpi, { text }: CommandLine): Promise<Reply> =>
  untie(ctx, await ownEnd(ctx, kpi), text)

export async function untieByButton(ctx: Asking, value: string): Promise<Reply> {
  const [, ...reference] = value.split(' ')
  return untie(ctx, await ownEnd(ctx, await kpiOf(ctx, value)), reference.join(' '))
}

async function ownEnd(ctx: Asking, kpi: Kpi): Promise<End> {
  await mustChange(ctx, kpi)
  return { flow: 'kpi', id: kpi.id, ...asSubject(kpi) }
}
