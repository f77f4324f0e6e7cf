import type { Part } from '../part.ts'
import { atRisk, withRisk } from '../which.ts'
import { askToDecide, decide } from './decide.ts'
import { expireOnTime } from './expire.ts'
import { does, usage } from './messages/commands.ts'
import { askToAccept, propose } from './propose.ts'

/** Living with a high or critical risk. */
export const accepting: Part = {
  commands: { accept: { run: withRisk(askToAccept), aliases: ['接受'], usage, does } },
  buttons: {
    accept: atRisk(askToAccept),
    'acceptance-accept': askToDecide('accept'),
    'acceptance-decline': askToDecide('decline'),
  },
  asks: ['accept', 'acceptance-accept', 'acceptance-decline'],
  forms: { accept: propose, decide },
  timers: {
    acceptance: {
      does: { en: 'end the acceptance of a risk', 'zh-CN': '风险接受到期' },
      fire: expireOnTime,
      lasting: true,
    },
  },
}
