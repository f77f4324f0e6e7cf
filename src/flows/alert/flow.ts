import { settleOnTime } from '../../alerts/come-back.ts'
import { unmuteOnTime } from '../../alerts/mute.ts'
import type { Flow } from '../../flow.ts'
import { askForCause, askForNote, askToWhom, assign, saveCause, saveNote, take } from './deeds.ts'
import { alertsByCommand, listByButton, showByButton } from './list.ts'
import { comes, does, title, usage } from './messages/commands.ts'
import { hearOfEscalation, holdThem } from './news.ts'
import { askForSettings, channelClosed, saveSettings } from './settings.ts'

export const alert: Flow = {
  name: 'alert',
  word: 'risk',
  title,
  commands: { alerts: { run: alertsByCommand, aliases: ['预警'], usage, does } },
  buttons: {
    ...{ list: listByButton, show: showByButton, take, note: askForNote, resolve: askForCause },
    ...{ assign: askToWhom, settings: askForSettings },
  },
  asks: ['note', 'resolve', 'assign', 'settings'],
  forms: { note: saveNote, resolve: saveCause, assign, settings: saveSettings },
  timers: {
    unmute: { does: comes.unmute, fire: unmuteOnTime },
    settle: { does: comes.settle, fire: settleOnTime },
  },
  holds: holdThem,
  escalation: hearOfEscalation,
  channelClosed,
}
