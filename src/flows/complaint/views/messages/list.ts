import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  title: 'Complaints',
  count: (total: number, mine: number, late: number) =>
    [`${total} found`, `${mine} yours`, `${late} breached`].join(', '),
  page: (from: number, to: number) => `${from}–${to}`,
  more: 'More',
  mine: 'Mine',
  breached: 'Breached',
  open: 'All open',
  between: ' · ',
  unowned: 'nobody',
  paused: 'paused',
  due: (moment: string) => `due ${moment}`,
  late: (moment: string) => `breached, was due ${moment}`,
  confidential: 'confidential',
  nothing: 'No complaint fits.',
  nothingHint:
    'Take a filter away, or look at closed ones: /complaint list closed. Filters: mine, breached, closed, s1 to s4, a type, @owner, product:…, or any words.',
  nothingOpen: 'No complaint is open.',
  nothingOpenHint: 'File one with /complaint. See closed ones with /complaint list closed.',
  fresh: 'There is no complaint yet.',
  freshHint:
    'File one with /complaint, or from the menu of a message. First an administrator says where the cards go and who is on duty: /complaint settings.',
  tooLong: (most: number) => `Search for at most ${most} characters.`,
}

const zhCN: typeof en = {
  title: '客诉',
  count: (total, mine, late) => [`共 ${total} 件`, spaced`你的 ${mine} 件`, spaced`超时 ${late} 件`].join('，'),
  page: (from, to) => spaced`第 ${from}–${to} 件`,
  more: '更多',
  mine: '我的',
  breached: '超时',
  open: '全部未结',
  between: ' · ',
  unowned: '无人',
  paused: '已暂停计时',
  due: (moment) => spaced`${moment}到期`,
  late: (moment) => spaced`已超时，原定 ${moment}`,
  confidential: '保密',
  nothing: '没有符合条件的客诉。',
  nothingHint:
    '请减少筛选条件，或查看已结的客诉：/complaint 列表 已结。可用条件：我的、超时、已结、s1 到 s4、类型、@负责人、产品:名称，或任意关键词。',
  nothingOpen: '没有未结的客诉。',
  nothingOpenHint: '用 /complaint 登记一件。用 /complaint 列表 已结 查看已结的客诉。',
  fresh: '还没有客诉。',
  freshHint: '用 /complaint 登记一件，也可以从消息菜单登记。请管理员先设置分诊频道和值班负责人：/complaint 设置。',
  tooLong: (most) => spaced`搜索内容最多 ${most} 个字。`,
}

export const listWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
