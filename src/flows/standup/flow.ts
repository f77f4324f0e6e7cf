import type { Command, Flow } from '../../flow.ts'
import { openAnswers, submitAnswers } from './answer.ts'
import { answerInWriting } from './answer-in-dm.ts'
import { resolveByButton } from './blockers.ts'
import { closeOnTime } from './close-run.ts'
import { askToDelete, deleteForGood } from './delete.ts'
import { memberLeft } from './departures.ts'
import { askForEdit, saveEdit } from './edit.ts'
import { exportByButton, exportByCommand } from './export.ts'
import { historyByButton, historyByCommand } from './history.ts'
import { listStandups } from './list.ts'
import { comes, does, title, usage } from './messages/commands.ts'
import { memberMoved } from './moved.ts'
import { answerByCommand } from './my-answers.ts'
import { blockersByCommand, resolveOnCard, showBlockers } from './open-blockers.ts'
import { openOnTime } from './open-run.ts'
import { pause, resume } from './pause.ts'
import { promptOnTime } from './prompt.ts'
import { remindOnTime } from './remind.ts'
import { report } from './report.ts'
import { askForNew, setUp } from './set-up.ts'
import { showStandup } from './show.ts'
import { showAll } from './show-all.ts'
import { askToSkip, submitSkip } from './skip.ts'
import { skipByCommand } from './skip-by-command.ts'
import { startNow } from './start.ts'
import { showStatus, statusByCommand } from './status.ts'
import { subjects } from './subjects.ts'
import { channelClosed, undelivered } from './undelivered.ts'
import { upcoming } from './upcoming.ts'
import { byId, type Deed, withStandup } from './which.ts'

export const standup: Flow = {
  name: 'standup',
  title,
  commands: {
    new: { run: askForNew, aliases: ['新建'], does: does.new },
    edit: aboutOne('edit', askForEdit, '编辑'),
    list: { run: listStandups, aliases: ['列表'], does: does.list },
    show: aboutOne('show', showStandup, '查看'),
    pause: aboutOne('pause', pause, '暂停'),
    resume: aboutOne('resume', resume, '恢复'),
    delete: aboutOne('delete', askToDelete, '删除'),
    start: aboutOne('start', startNow, '开始'),
    answer: { run: answerByCommand, aliases: ['回答'], usage: usage.name, does: does.answer },
    blockers: { run: blockersByCommand, aliases: ['阻碍'], usage: usage.name, does: does.blockers },
    skip: { run: skipByCommand, aliases: ['跳过'], usage: usage.reason, does: does.skip },
    status: { run: statusByCommand, aliases: ['状态'], usage: usage.name, does: does.status },
    history: { run: historyByCommand, aliases: ['历史'], usage: usage.history, does: does.history },
    export: { run: exportByCommand, aliases: ['导出'], usage: usage.export, does: does.export },
  },
  buttons: {
    new: askForNew,
    edit: byId(askForEdit),
    show: byId(showStandup),
    pause: byId(pause),
    resume: byId(resume),
    delete: byId(askToDelete),
    'delete-for-good': byId(deleteForGood),
    start: byId(startNow),
    status: byId(showStatus),
    history: byId(historyByButton),
    export: byId(exportByButton),
    answer: openAnswers,
    skip: askToSkip,
    resolve: resolveByButton,
    full: showAll,
    blockers: byId(showBlockers),
    'resolve-here': resolveOnCard,
  },
  asks: ['new', 'edit', 'answer', 'skip'],
  forms: { new: setUp, edit: saveEdit, answer: submitAnswers, skip: submitSkip },
  timers: {
    open: { does: comes.open, fire: openOnTime },
    prompt: { does: comes.prompt, fire: promptOnTime },
    remind: { does: comes.remind, fire: remindOnTime },
    close: { does: comes.close, fire: closeOnTime },
  },
  message: answerInWriting,
  subjects,
  undelivered,
  memberLeft,
  memberChanged: memberMoved,
  channelClosed,
  upcoming,
  report,
}

/** A command about one stand-up, by name or by where it is typed. */
function aboutOne(command: keyof typeof does, deed: Deed, alias: string): Command {
  const action = `standup.${command}`
  return {
    run: (ctx, line) => withStandup(ctx, { typed: line.words.join(' '), action }, deed),
    aliases: [alias],
    usage: usage.name,
    does: does[command],
  }
}
