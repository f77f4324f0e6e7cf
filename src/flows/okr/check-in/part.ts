import type { Part } from '../part.ts'
import { does, usage } from './messages/commands.ts'
import { openCheckIn, submitCheckIn } from './submit.ts'
import { update } from './update.ts'

export const checkIn: Part = {
  commands: { update: { run: update, aliases: ['更新', '进展'], usage, does } },
  buttons: { 'check-in': openCheckIn },
  asks: ['check-in'],
  forms: { 'check-in': submitCheckIn },
}
