import type { CommandLine } from '../../chat/command-line.ts'
import type { Asking, Flow, Reply } from '../../flow.ts'
import { listKpis, listSamples } from './api/ask.ts'
import { sampleAll, sampleKpi } from './api/samples.ts'
import { comes, does, title, usage } from './messages/commands.ts'
import { askForValue, setByCommand, submitValue } from './samples/set.ts'
import { channelClosed, memberLeft } from './setup/departures.ts'
import { archiveForGood, askForKpi, askToArchive, askToEdit, createKpi, saveKpi } from './setup/kpis.ts'
import { mute, unmute } from './setup/mute.ts'
import { askForSettings, saveSettings } from './setup/settings.ts'
import type { Kpi } from './store/kpis.ts'
import { ties } from './ties/part.ts'
import { subjects } from './ties/subjects.ts'
import { transfer } from './transfer/part.ts'
import { chart } from './views/chart.ts'
import { listByButton, listByCommand } from './views/list.ts'
import { report } from './views/report.ts'
import { showKpi } from './views/show.ts'
import { tryRules } from './views/try.ts'
import {
  addRule,
  askForRule,
  askToEditRule,
  askToRemoveRule,
  listRules,
  removeRule,
  saveRule,
} from './watch/edit-rules.ts'
import { missOnTime } from './watch/silence.ts'
import { upcoming } from './watch/upcoming.ts'
import { kpiOf, withKpi } from './which.ts'

const about = (
  word: 'show' | 'edit' | 'rules' | 'unmute' | 'archive' | 'chart',
  run: (ctx: Asking, kpi: Kpi) => Promise<Reply>,
  alias: string,
) => ({
  run: withKpi((ctx: Asking, kpi: Kpi, _: CommandLine) => run(ctx, kpi)),
  ...{ aliases: [alias], usage: usage.key, does: does[word] },
})
const byId = (run: (ctx: Asking, kpi: Kpi) => Promise<Reply>) => async (ctx: Asking, value: string) =>
  run(ctx, await kpiOf(ctx, value))

export const kpi: Flow = {
  name: 'kpi',
  title,
  // In the order in which the help lists them: what everybody does first, what administrators do last.
  commands: {
    set: { run: withKpi(setByCommand), aliases: ['录入'], usage: usage.set, does: does.set },
    list: { run: listByCommand, aliases: ['列表'], usage: usage.list, does: does.list },
    show: about('show', showKpi, '查看'),
    new: { run: askForKpi, aliases: ['新建'], usage: usage.new, does: does.new },
    edit: about('edit', askToEdit, '编辑'),
    rules: about('rules', listRules, '规则'),
    try: { run: withKpi(tryRules), aliases: ['试算', '回测'], usage: usage.try, does: does.try },
    chart: about('chart', chart, '图表'),
    mute: { run: withKpi(mute), aliases: ['静音'], usage: usage.mute, does: does.mute },
    unmute: about('unmute', unmute, '取消静音'),
    archive: about('archive', askToArchive, '归档'),
    ...ties.commands,
    ...transfer.commands,
    settings: { run: askForSettings, aliases: ['设置'], does: does.settings },
  },
  buttons: {
    ...{ list: listByButton, new: (ctx) => askForKpi(ctx), settings: askForSettings },
    ...{ show: byId(showKpi), set: byId(askForValue), edit: byId(askToEdit), 'archive-for-good': archiveForGood },
    ...{ 'add-rule': byId(askForRule), 'edit-rule': askToEditRule, 'remove-rule': askToRemoveRule },
    'remove-for-good': removeRule,
    ...ties.buttons,
  },
  asks: ['new', 'settings', 'set', 'edit', 'add-rule', 'edit-rule'],
  forms: {
    ...{ set: submitValue, new: createKpi, edit: saveKpi, settings: saveSettings },
    ...{ 'add-rule': addRule, 'edit-rule': saveRule },
  },
  api: {
    kpis: { get: listKpis },
    'kpis/samples': { post: sampleAll },
    'kpis/{key}/samples': { get: listSamples, post: sampleKpi },
  },
  pages: { ...transfer.pages },
  timers: { missing: { does: comes, fire: missOnTime, lasting: true } },
  subjects,
  upcoming,
  report,
  memberLeft,
  channelClosed,
}
