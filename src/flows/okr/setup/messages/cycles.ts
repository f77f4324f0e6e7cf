import { sayDateRange } from '../../../../calendar/say.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'
import type { Span } from '../../rules/elapsed.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`

const en = {
  title: 'Cycles',
  summary: 'The cycles of objectives',
  none: 'There is no cycle yet. An administrator begins one with /okr cycle new.',
  line: (name: string, span: Span, zone: string) =>
    `${name}: ${sayDateRange(span.startsOn, span.endsOn, 'en')} (${zone})`,
  elapsed: (share: number) => `${percent(share)} of its working days have passed`,
  toCome: 'has not begun',
  over: 'is over and still open: /okr cycle close',
  closed: (by: string, on: string) => `closed by ${by} on ${on}`,
  objectives: (count: number) => (count === 1 ? 'one objective' : `${count} objectives`),
  newTitle: 'New cycle',
  create: 'Begin',
  name: 'Name',
  from: 'First day',
  to: 'Last day',
  zoneHint: (zone: string) => `Days are those of ${zone}; /okr settings changes it for cycles to come.`,
  nameEmpty: 'Give it a name.',
  nameLong: (most: number) => `Up to ${most} characters.`,
  nameTaken: 'There is a cycle of this name already.',
  dateEmpty: 'Choose a day.',
  turned: 'The last day lies before the first.',
  tooLong: (most: number) => `A cycle has at most ${most} days.`,
  unreadable: (typed: string) =>
    `I can’t read “${typed}” as a cycle. Try Q1, 2027 Q1, next, or two dates: 2027-01-01 2027-03-31.`,
  created: (name: string) => `The cycle ${name} is set up.`,
  overlaps: (names: string) => `It overlaps with ${names}.`,
  next: 'Next: /okr new sets up an objective in it.',
  whichClose: 'Which cycle? Write /okr cycle close <name>.',
  whichReopen: 'Which cycle? Write /okr cycle reopen <name>.',
  closeAsk: (name: string) => `Close the cycle ${name}?`,
  closeText: 'Nothing in it changes after that, and nobody is asked any more. It can be opened again.',
  unreviewed: (count: number) =>
    count === 1 ? 'One objective has no review yet.' : `${count} objectives have no review yet.`,
  early: (last: string) => `Its last day is only ${last}.`,
  close: 'Close',
  closedNow: (name: string) => `The cycle ${name} is closed.`,
  reopenedNow: (name: string) => `The cycle ${name} is open again.`,
  openAlready: (name: string) => `The cycle ${name} is open.`,
  unknown: (typed: string) => `I don’t know “${typed}”. There are: list, new, close, reopen.`,
}

const zhCN: typeof en = {
  title: '周期',
  summary: '目标周期',
  none: '还没有周期。请管理员用 /okr 周期 新建 开始一个周期。',
  line: (name, span, zone) => `${name}：${sayDateRange(span.startsOn, span.endsOn, 'zh-CN')}（${zone}）`,
  elapsed: (share) => `工作日已过 ${percent(share)}`,
  toCome: '尚未开始',
  over: '已结束但未关闭：/okr 周期 关闭',
  closed: (by, on) => spaced`${by}于${on}关闭`,
  objectives: (count) => `${count} 个目标`,
  newTitle: '新建周期',
  create: '开始',
  name: '名称',
  from: '第一天',
  to: '最后一天',
  zoneHint: (zone) => `日期以 ${zone} 为准；用 /okr 设置 可以修改以后周期的时区。`,
  nameEmpty: '请填写名称。',
  nameLong: (most) => `最多 ${most} 个字符。`,
  nameTaken: '已有同名周期。',
  dateEmpty: '请选择日期。',
  turned: '最后一天早于第一天。',
  tooLong: (most) => `周期最长 ${most} 天。`,
  unreadable: (typed) =>
    `看不懂“${typed}”是哪个周期。可以写：一季度、2027 Q1、下季度，或两个日期：2027-01-01 2027-03-31。`,
  created: (name) => `周期“${name}”已建立。`,
  overlaps: (names) => `与${names}有重叠。`,
  next: '接下来：用 /okr 新建 设定目标。',
  whichClose: '是哪个周期？请输入 /okr 周期 关闭 <名称>。',
  whichReopen: '是哪个周期？请输入 /okr 周期 重开 <名称>。',
  closeAsk: (name) => `关闭周期“${name}”？`,
  closeText: '关闭后其中的内容不再更改，也不再提问。之后可以重开。',
  unreviewed: (count) => `还有 ${count} 个目标没有复盘。`,
  early: (last) => `它的最后一天是${last}。`,
  close: '关闭',
  closedNow: (name) => `周期“${name}”已关闭。`,
  reopenedNow: (name) => `周期“${name}”已重开。`,
  openAlready: (name) => `周期“${name}”没有关闭。`,
  unknown: (typed) => `看不懂“${typed}”。可以用：列表、新建、关闭、重开。`,
}

export const cycleWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
