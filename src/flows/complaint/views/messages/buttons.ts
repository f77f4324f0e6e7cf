import type { Locale } from '../../../../chat/locale.ts'
import { stepWords } from '../../path/messages/steps.ts'

const en = {
  ...stepWords.en.label,
  pause: 'Pause',
  resume: 'Resume',
  note: 'Note',
  evidence: 'Evidence',
  clock: 'Clocks',
  history: 'History',
  show: 'Show',
}
const zhCN: typeof en = {
  ...stepWords['zh-CN'].label,
  pause: '暂停计时',
  resume: '恢复计时',
  note: '备注',
  evidence: '证据',
  clock: '计时明细',
  history: '历史',
  show: '查看',
}

export type Deed = keyof typeof en
export const buttonWords: Record<Locale, Record<Deed, string>> = { en, 'zh-CN': zhCN }
