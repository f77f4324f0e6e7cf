import type { Flow } from '../../flow.ts'
import { after } from './after/part.ts'
import { clocks } from './clocks/part.ts'
import { intake } from './intake/part.ts'
import { title } from './messages/commands.ts'
import type { Part } from './part.ts'
import { path } from './path/part.ts'
import { report } from './report/part.ts'
import { views } from './views/part.ts'

const parts: readonly Part[] = [intake, views, path, clocks, after, report]
const all = <Table extends keyof Part>(table: Table): NonNullable<Part[Table]> =>
  Object.assign({}, ...parts.map((part) => part[table]))

export const complaint: Flow = {
  name: 'complaint',
  title,
  commands: all('commands'),
  buttons: all('buttons'),
  forms: all('forms'),
  timers: all('timers'),
}
