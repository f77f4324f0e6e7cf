import type { Flow } from '../../flow.ts'
import { does, reportUsage, title } from './messages/commands.ts'
import { reportOnTime } from './on-mondays.ts'
import { channelClosed, memberChanged, memberLeft } from './people.ts'
import { fileByButton, postByButton, reportByCommand } from './report.ts'
import { mondaysByButton, startByButton, stopByButton } from './who-gets-it.ts'

export const report: Flow = {
  name: 'report',
  word: 'ops',
  title,
  commands: { report: { run: reportByCommand, aliases: ['报告', '周报'], usage: reportUsage, does: does.report } },
  buttons: {
    file: fileByButton,
    post: postByButton,
    mondays: mondaysByButton,
    start: startByButton,
    stop: stopByButton,
  },
  forms: {},
  timers: { monday: { does: does.monday, fire: reportOnTime } },
  memberChanged,
  memberLeft,
  channelClosed,
}
