import type { Part } from '../part.ts'
import { withReference } from '../which.ts'
import { closeInSilence } from './close-in-silence.ts'
import { inviteAgain } from './invite.ts'
import { comes, does, usage } from './messages/commands.ts'
import { askForRating, rate, submitRating } from './rate.ts'

export const after: Part = {
  commands: {
    rate: { run: withReference(rate), aliases: ['满意度'], usage: usage.rate, does: does.rate },
    survey: { run: withReference(inviteAgain), aliases: ['回访'], usage: usage.survey, does: does.survey },
  },
  buttons: { rate: askForRating },
  asks: ['rate'],
  forms: { rate: submitRating },
  timers: { close: { does: comes.close, fire: closeInSilence } },
}
