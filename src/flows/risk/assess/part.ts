import type { Part } from '../part.ts'
import { atRisk, withRisk } from '../which.ts'
import { askToAssess, submitAssessment } from './assess.ts'
import { does, usage } from './messages/commands.ts'

export const assessing: Part = {
  commands: {
    assess: { run: withRisk(askToAssess), aliases: ['评估'], usage: usage.assess, does: does.assess },
  },
  buttons: { assess: atRisk(askToAssess) },
  asks: ['assess'],
  forms: { assess: submitAssessment },
}
