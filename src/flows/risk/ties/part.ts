import type { Part } from '../part.ts'
import { withRisk } from '../which.ts'
import { tieRisk, untieByButton, untieRisk } from './link.ts'
import { askToMake } from './make.ts'
import { does, usage } from './messages/commands.ts'

export const ties: Part = {
  commands: {
    link: { run: withRisk(tieRisk), aliases: ['关联'], usage: usage.link, does: does.link },
    unlink: { run: withRisk(untieRisk), aliases: ['取消关联'], usage: usage.link, does: does.unlink },
  },
  buttons: { make: askToMake, untie: untieByButton },
  asks: ['make'],
}
