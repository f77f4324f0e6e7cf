import type { CommandLine } from '../../chat/command-line.ts'
import { channelClosed, memberLeft, undelivered } from '../../escalation/pass-over.ts'
import { wakeOnTime } from '../../escalation/wake.ts'
import { stepOnTime } from '../../escalation/walk.ts'
import type { Asking, Flow } from '../../flow.ts'
import { askForEdit, askForNew, saveEdit, saveNew } from './edit.ts'
import { askForFallback, saveFallback } from './fallback.ts'
import { askToWhom, giveAway } from './hand-over.ts'
import { listPolicies, showByButton, showByCommand } from './list.ts'
import { comes, does, POLICY, POLICY_AND_OWNER, title } from './messages/commands.ts'
import { snoozeAnHour, snoozeToTomorrow } from './snooze.ts'
import { take } from './take.ts'
import { tryByButton, tryByCommand } from './try.ts'
import { policyByButton, policyMeant } from './which-policy.ts'
import { why } from './why.ts'

const editByCommand = async (ctx: Asking, { words }: CommandLine) =>
  askForEdit(ctx, await policyMeant(ctx, words.join(' ')))
const editByButton = async (ctx: Asking, id: string) => askForEdit(ctx, await policyByButton(ctx, id))

export const escalation: Flow = {
  name: 'escalation',
  title,
  commands: {
    list: { run: listPolicies, aliases: ['列表'], does: does.list },
    show: { run: showByCommand, aliases: ['查看'], usage: POLICY, does: does.show },
    new: { run: askForNew, aliases: ['新建'], does: does.new },
    edit: { run: editByCommand, aliases: ['编辑'], usage: POLICY, does: does.edit },
    try: { run: tryByCommand, aliases: ['试算'], usage: POLICY_AND_OWNER, does: does.try },
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
    fallback: askForFallback,
  },
  forms: { 'hand-over': giveAway, new: saveNew, edit: saveEdit, fallback: saveFallback },
  timers: {
    step: { does: comes.step, fire: stepOnTime },
    idle: { does: comes.idle, fire: wakeOnTime },
  },
  undelivered,
  memberLeft,
  channelClosed,
}
