import type { Locale } from '../../chat/locale.ts'
import { inGrid } from '../../pictures/grid.ts'
import { pngOf } from '../../pictures/png.ts'
import type { Picture } from '../../platform.ts'
import { picturesIn, type Told } from './told.ts'

/** All pictures of a report as one; nothing where there are none. */
export async function pictured(locale: Locale, told: Told): Promise<{ file?: Picture }> {
  const drawings = picturesIn(told)
  if (drawings.length === 0) return {}
  const png = await pngOf(inGrid(drawings.map(({ svg }) => svg)))
  const alt = drawings.map((drawing) => drawing.alt).join(locale === 'en' ? ' · ' : '；')
  return { file: { name: `${nameOf(told)}.png`, png, alt } }
}

export const nameOf = ({ week: { from, to } }: Told): string => `report-${from}-${to}`
