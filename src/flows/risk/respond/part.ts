import type { Part } from '../part.ts'
import { atRisk, withRisk } from '../which.ts'
import { actionByCommand } from './action.ts'
import { addAction, askForAction } from './add-action.ts'
import { askToEditAction, saveAction } from './edit-action.ts'
import { askToDrop, askWhatCame, dropByForm, finish } from './end-action.ts'
import { does, usage } from './messages/commands.ts'
import { monitor } from './monitor.ts'
import { askToRespond, respond } from './respond.ts'
import { showAction } from './show-action.ts'
import { atAction } from './which-action.ts'

/** What is done about risks. */
export const responding: Part = {
  commands: {
    respond: { run: withRisk(askToRespond), aliases: ['应对'], usage: usage.one, does: does.respond },
    action: { run: actionByCommand, aliases: ['措施'], usage: usage.action, does: does.action },
    monitor: { run: withRisk(monitor), aliases: ['监控'], usage: usage.one, does: does.monitor },
  },
  buttons: {
    respond: atRisk(askToRespond),
    monitor: atRisk(monitor),
    action: atRisk(askForAction),
    'action-show': atAction(showAction),
    'action-edit': atAction(askToEditAction),
    'action-done': atAction(askWhatCame),
    'action-drop': atAction(askToDrop),
  },
  asks: ['respond', 'action', 'action-edit', 'action-done', 'action-drop'],
  forms: {
    respond,
    action: addAction,
    'action-edit': saveAction,
    'action-done': finish,
    'action-drop': dropByForm,
  },
}
