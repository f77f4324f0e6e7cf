import type { Flow } from '../../flow.ts'
import { accepting } from './accept/part.ts'
import { assessing } from './assess/part.ts'
import { govern } from './govern/part.ts'
import { title } from './messages/commands.ts'
import type { Part } from './part.ts'
import { path } from './path/part.ts'
import { channelClosed, memberLeft, undelivered } from './people/departures.ts'
import { register } from './register/part.ts'
import { responding } from './respond/part.ts'
import { reviewing } from './review/part.ts'
import { memberChanged, repair, upcoming } from './review/people.ts'
import { ties } from './ties/part.ts'
import { subjects } from './ties/subjects.ts'
import { transfer } from './transfer/part.ts'
import { views } from './views/part.ts'
import { report } from './views/report.ts'

// In the order in which the help lists them: what everybody does first, what the second line does last.
const parts: readonly Part[] = [
  views,
  register,
  assessing,
  responding,
  accepting,
  reviewing,
  path,
  ties,
  transfer,
  govern,
]
const all = <Table extends keyof Part>(table: Table): NonNullable<Part[Table]> =>
  Object.assign({}, ...parts.map((part) => part[table]))

export const risk: Flow = {
  name: 'risk',
  title,
  commands: all('commands'),
  buttons: all('buttons'),
  asks: parts.flatMap(({ asks = [] }) => asks),
  forms: all('forms'),
  timers: all('timers'),
  pages: all('pages'),
  subjects,
  memberChanged,
  memberLeft,
  channelClosed,
  undelivered,
  upcoming,
  report,
  repair,
}
