import type { Flow } from '../../flow.ts'
import { openAnswers, submitAnswers } from './answer.ts'
import { resolveByButton } from './blockers.ts'
import { closeOnTime } from './close-run.ts'
import { comes, does, title } from './messages/commands.ts'
import { openOnTime } from './open-run.ts'
import { promptOnTime } from './prompt.ts'
import { remindOnTime } from './remind.ts'
import { askForNew, setUp } from './set-up.ts'

export const standup: Flow = {
  name: 'standup',
  title,
  commands: {
    new: { run: askForNew, aliases: ['新建'], does: does.new },
  },
  buttons: {
    answer: openAnswers,
    resolve: resolveByButton,
  },
  forms: {
    new: setUp,
    answer: submitAnswers,
  },
  timers: {
    open: { does: comes.open, fire: openOnTime },
    prompt: { does: comes.prompt, fire: promptOnTime },
    remind: { does: comes.remind, fire: remindOnTime },
    close: { does: comes.close, fire: closeOnTime },
  },
}
