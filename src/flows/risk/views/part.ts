import type { Part } from '../part.ts'
import { atRisk, withRisk } from '../which.ts'
import { listByButton, listByCommand } from './list.ts'
import { does, usage } from './messages/commands.ts'
import { showRisk } from './show.ts'

export const views: Part = {
  commands: {
    list: { run: listByCommand, aliases: ['列表'], usage: usage.list, does: does.list },
    show: { run: withRisk(showRisk), aliases: ['查看'], usage: usage.show, does: does.show },
  },
  buttons: { list: listByButton, show: atRisk(showRisk) },
}
