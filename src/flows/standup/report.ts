import type { Period } from '../../calendar/read-period.ts'
import type { Reader, Section } from '../../flow.ts'
import { participationTable } from './cards/history-card.ts'
import { reportWords } from './messages/reports.ts'
import { entriesOf } from './store/history.ts'
import { standupNames } from './store/standups.ts'

/** How many were asked and have answered; of all together and nobody by name, so everybody may know. */
export async function report({ db, workspace, locale }: Reader, week: Period): Promise<Section[]> {
  const standups = await standupNames(db, workspace.id)
  const entries = await entriesOf(
    db,
    standups.map(({ id }) => id),
    week,
  )
  const held = standups.flatMap(({ id, name }) => {
    const theirs = entries.get(id)
    return theirs ? [{ name, entries: theirs }] : []
  })
  if (held.length === 0) return []
  return [
    {
      title: reportWords[locale].reportTitle,
      blocks: [participationTable(locale, held)],
      command: `/standup history ${held[0]?.name} ${week.from} ${week.to}`,
    },
  ]
}
