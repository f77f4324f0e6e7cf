import type { Part } from '../part.ts'
import { withRisk } from '../which.ts'
import { tie, untie, untieByButton } from './link.ts'
import { askToMake } from './make.ts'
import { does, usage } from './messages/commands.ts'

export const ties: Part = {
  commands: {
    link: { run: withRisk(tie), aliases: ['关联'], usage: usage.link, does: does.link },
    unlink: { run: withRisk(untie), aliases: ['取消关联'], usage: usage.link, does: does.unlink },
  },
  buttons: { make: askToMake, untie: untieByButton },
}
