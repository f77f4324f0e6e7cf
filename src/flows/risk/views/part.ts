import { map } from '../map/map.ts'
import { does as mapDoes, usage as mapUsage } from '../map/messages/commands.ts'
import type { Part } from '../part.ts'
import { atRisk, withRisk } from '../which.ts'
import { history } from './history.ts'
import { listByButton, listByCommand } from './list.ts'
import { does, usage } from './messages/commands.ts'
import { showRisk } from './show.ts'

export const views: Part = {
  commands: {
    list: { run: listByCommand, aliases: ['列表'], usage: usage.list, does: does.list },
    show: { run: withRisk(showRisk), aliases: ['查看'], usage: usage.show, does: does.show },
    map: { run: map, aliases: ['热力图', '风险图'], usage: mapUsage, does: mapDoes },
    history: { run: withRisk(history), aliases: ['记录', '历史'], usage: usage.history, does: does.history },
  },
  buttons: { list: listByButton, show: atRisk(showRisk), history: atRisk(history) },
}
