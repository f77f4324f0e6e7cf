import { channelClosed, memberLeft, undelivered } from '../../escalation/pass-over.ts'
import { repair } from '../../escalation/repair.ts'
import { wakeOnTime } from '../../escalation/wake.ts'
import { stepOnTime } from '../../escalation/walk.ts'
import type { Asking, Flow } from '../../flow.ts'
import { askForEdit, askForNew, saveEdit, saveNew } from './edit.ts'
import { askForFallback, saveFallback } from './fallback.ts'
import { askToWhom, giveAway } from './hand-over.ts'
import { showByButton } from './list.ts'
import { comes, does, POLICY_USAGE, title, WALKS_USAGE } from './messages/commands.ts'
import { policyCommand } from './policy.ts'
import { snoozeAnHour, snoozeToTomorrow } from './snooze.ts'
import { take } from './take.ts'
import { tryByButton } from './try.ts'
import { report, walksByButton, walksByCommand } from './unresolved.ts'
import { policyByButton } from './which-policy.ts'
import { why } from './why.ts'

const editByButton = async (ctx: Asking, id: string) => askForEdit(ctx, await policyByButton(ctx, id))

export const escalation: Flow = {
  name: 'escalation',
  word: 'ops',
  title,
  commands: {
    escalations: { run: walksByCommand, aliases: ['升级', '升级事项'], usage: WALKS_USAGE, does: does.walks },
    policy: { run: policyCommand, aliases: ['策略'], usage: POLICY_USAGE, does: does.policy },
  },
  buttons: {
    take,
    'snooze-hour': snoozeAnHour,
    'snooze-tomorrow': snoozeToTomorrow,
    'hand-over': askToWhom,
    why,
    show: showByButton,
    new: askForNew,
    edit: editByButton,
    try: tryByButton,
    walks: walksByButton,
    fallback: askForFallback,
  },
  asks: ['hand-over', 'new', 'edit', 'fallback'],
  forms: { 'hand-over': giveAway, new: saveNew, edit: saveEdit, fallback: saveFallback },
  timers: {
    step: { does: comes.step, fire: stepOnTime, lasting: true },
    idle: { does: comes.idle, fire: wakeOnTime, lasting: true },
  },
  repair,
  undelivered,
  memberLeft,
  channelClosed,
  report,
}
