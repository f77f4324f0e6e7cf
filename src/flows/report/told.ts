import type { Temporal } from 'temporal-polyfill'
import type { Drawing, Reader, Section, Week } from '../../flow.ts'

/** The report on a week as one reader may see it, at an instant. */
export type Told = { week: Week; sections: readonly Section[]; at: Temporal.Instant }

/** What every flow has to say, in their order; by the code that answers their commands. */
export async function toldTo(ctx: Reader, week: Week): Promise<Told> {
  const sections: Section[] = []
  for (const flow of ctx.flows) sections.push(...((await flow.report?.(ctx, week)) ?? []))
  return { week, sections, at: ctx.now }
}

export const picturesIn = ({ sections }: Told): Drawing[] => sections.flatMap(({ pictures = [] }) => pictures)
