import { sayDateTime } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold, code } from '../../../chat/text.ts'
import type { Section } from '../../../flow.ts'
import { reportWords } from '../messages/report.ts'
import type { Told } from '../told.ts'

/** Section by section; `also` stands below. */
export function reportCard(locale: Locale, { week, sections, at }: Told, also: readonly Block[] = []): Card {
  const words = reportWords[locale]
  const title = words.title(week)
  const body: Block[] = sections.length > 0 ? sections.flatMap(blocksOf) : [{ kind: 'text', text: words.quiet }]
  const asOf: Block = { kind: 'context', text: words.asOf(sayDateTime(at, week.timeZone, locale)) }
  return { locale, title, summary: title, blocks: [...body, asOf, ...also] }
}

const blocksOf = ({ title, blocks, command }: Section): Block[] => [
  { kind: 'text', style: 'heading', text: [bold(title)] },
  ...blocks,
  { kind: 'context', text: [code(command)] },
  { kind: 'divider' },
]
