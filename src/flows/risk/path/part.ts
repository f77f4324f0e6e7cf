import type { Part } from '../part.ts'
import { atRisk, withRisk } from '../which.ts'
import { askToClose, close } from './close.ts'
import { does, usage } from './messages/commands.ts'
import { askToReopen, reopen } from './reopen.ts'

export const path: Part = {
  commands: {
    close: { run: withRisk(askToClose), aliases: ['关闭'], usage: usage.one, does: does.close },
    reopen: { run: withRisk(askToReopen), aliases: ['重开'], usage: usage.one, does: does.reopen },
  },
  buttons: { close: atRisk(askToClose), reopen: atRisk(askToReopen) },
  asks: ['close', 'reopen'],
  forms: { close, reopen },
}
