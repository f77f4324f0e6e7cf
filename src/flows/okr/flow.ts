import type { Flow } from '../../flow.ts'
import { forPrograms } from './api/part.ts'
import { measured } from './check-in/measured.ts'
import { checkIn } from './check-in/part.ts'
import { title } from './messages/commands.ts'
import type { Part } from './part.ts'
import { review } from './review/part.ts'
import { channelClosed, memberChanged, memberLeft, undelivered } from './rhythm/departures.ts'
import { rhythm } from './rhythm/part.ts'
import { repair, upcoming } from './rhythm/upcoming.ts'
import { setup } from './setup/part.ts'
import { importPage } from './transfer/import-page.ts'
import { transfer } from './transfer/part.ts'
import { views } from './views/part.ts'
import { report } from './views/report.ts'
import { subjects } from './views/subjects.ts'

// In the order in which the help lists them: what everybody does first, what administrators do last.
const parts: readonly Part[] = [checkIn, views, rhythm, setup, review, transfer, forPrograms]
const all = <Table extends keyof Part>(table: Table): NonNullable<Part[Table]> =>
  Object.assign({}, ...parts.map((part) => part[table]))

export const okr: Flow = {
  name: 'okr',
  title,
  commands: all('commands'),
  buttons: all('buttons'),
  asks: parts.flatMap(({ asks = [] }) => asks),
  forms: all('forms'),
  timers: all('timers'),
  api: all('api'),
  pages: { import: importPage },
  subjects,
  measured,
  undelivered,
  memberChanged,
  memberLeft,
  channelClosed,
  upcoming,
  report,
  repair,
}
