import type { Part } from '../part.ts'
import { withReference } from '../which.ts'
import { breachAllOnTime, breachOnTime } from './breach.ts'
import { showClocks, showClocksByButton } from './clock.ts'
import { comes, comesExactly, does, usage } from './messages/commands.ts'
import { askWhyPause, pauseByCommand, pauseByForm, resume, resumeByButton } from './pause.ts'
import { replanOnTime } from './replan.ts'
import { askForTargets, saveTargets, showTargets } from './sla.ts'
import { forClock } from './timers.ts'
import { warnOnTime } from './warn.ts'

export const clocks: Part = {
  commands: {
    clock: { run: withReference(showClocks), aliases: ['计时'], usage: usage.reference, does: does.clock },
    pause: { run: withReference(pauseByCommand), aliases: ['暂停'], usage: usage.pause, does: does.pause },
    resume: { run: withReference(resume), aliases: ['恢复'], usage: usage.reference, does: does.resume },
    sla: { run: showTargets, aliases: ['时限'], usage: usage.sla, does: does.sla },
  },
  buttons: {
    'sla-edit': askForTargets,
    clock: showClocksByButton,
    pause: askWhyPause,
    resume: resumeByButton,
  },
  asks: ['sla-edit', 'pause'],
  forms: { sla: saveTargets, pause: pauseByForm },
  timers: {
    warn: { does: comes.warn, doesExactly: forClock(comesExactly.warn), fire: warnOnTime },
    breach: {
      does: comes.breach,
      doesExactly: forClock(comesExactly.breach),
      fire: breachOnTime,
      fireAll: breachAllOnTime,
    },
    replan: { does: comes.replan, fire: replanOnTime },
  },
}
