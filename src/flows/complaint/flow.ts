import type { Flow } from '../../flow.ts'
import { csat } from './after/csat-page.ts'
import { after } from './after/part.ts'
import { clocks } from './clocks/part.ts'
import { fileByApi } from './intake/api.ts'
import { channelClosed } from './intake/channel-closed.ts'
import { fileMessage, overheard } from './intake/drafts.ts'
import { shortcutTitle } from './intake/messages/commands.ts'
import { intake, setUp } from './intake/part.ts'
import { title } from './messages/commands.ts'
import type { Part } from './part.ts'
import { memberLeft, repair, undelivered } from './path/departures.ts'
import { hearOfEscalation, holdComplaintOf, mayKnow } from './path/news.ts'
import { path } from './path/part.ts'
import { report } from './report/part.ts'
import { section } from './report/report.ts'
import { views } from './views/part.ts'
import { subjects } from './views/subjects.ts'
import { traces } from './views/traces.ts'

// In the order in which the help lists them: what everybody does first, what administrators do last.
const parts: readonly Part[] = [intake, views, path, after, report, clocks, setUp]
const all = <Table extends keyof Part>(table: Table): NonNullable<Part[Table]> =>
  Object.assign({}, ...parts.map((part) => part[table]))

export const complaint: Flow = {
  name: 'complaint',
  title,
  commands: all('commands'),
  buttons: all('buttons'),
  asks: parts.flatMap(({ asks = [] }) => asks),
  forms: all('forms'),
  timers: all('timers'),
  traces,
  subjects,
  shortcuts: { file: { title: shortcutTitle, run: fileMessage } },
  overheard,
  api: { complaints: { post: fileByApi } },
  holds: holdComplaintOf,
  mayKnow,
  escalation: hearOfEscalation,
  undelivered,
  memberLeft,
  repair,
  channelClosed,
  pages: { csat },
  report: section,
}
