import type { Part } from '../part.ts'
import { dismissDraft, fileDraft } from './drafts.ts'
import { does, usage } from './messages/commands.ts'
import {
  askForRule,
  askToEditRule,
  deleteRuleForGood,
  moveRuleDown,
  moveRuleUp,
  saveNewRule,
  saveRule,
  showRule,
} from './rules-edit.ts'
import { listRules, rules } from './rules-list.ts'
import { askForSettings, saveSettings } from './settings.ts'
import { addToThisOne, askForComplaint, fileAsNew, saveComplaint } from './submit.ts'
import { forgetTyped } from './typed.ts'
import { listWatched, unwatchByButton, unwatchByCommand, watchByCommand } from './watch.ts'

export const intake: Part = {
  commands: {
    '': { run: askForComplaint, does: does.file },
  },
  buttons: {
    'add-to-this': addToThisOne,
    'file-as-new': fileAsNew,
    'file-draft': fileDraft,
    'dismiss-draft': dismissDraft,
  },
  asks: ['file-draft'],
  forms: { file: saveComplaint },
  timers: { 'forget-typed': { does: does.forget, fire: forgetTyped } },
}

/** What is set up once: who gets what, where it is shown, what is heard. */
export const setUp: Part = {
  commands: {
    rules: { run: rules, aliases: ['规则'], usage: usage.rules, does: does.rules },
    settings: { run: askForSettings, aliases: ['设置'], does: does.settings },
    watch: { run: watchByCommand, aliases: ['监听'], usage: usage.watch, does: does.watch },
    unwatch: { run: unwatchByCommand, aliases: ['取消监听'], usage: usage.unwatch, does: does.unwatch },
    watched: { run: listWatched, aliases: ['监听列表'], does: does.watched },
  },
  buttons: {
    settings: askForSettings,
    unwatch: unwatchByButton,
    rules: (ctx) => listRules(ctx),
    rule: showRule,
    'add-rule': askForRule,
    'edit-rule': askToEditRule,
    'rule-up': moveRuleUp,
    'rule-down': moveRuleDown,
    'delete-rule': deleteRuleForGood,
  },
  asks: ['settings', 'add-rule', 'edit-rule'],
  forms: {
    settings: saveSettings,
    'add-rule': saveNewRule,
    'edit-rule': saveRule,
  },
}
