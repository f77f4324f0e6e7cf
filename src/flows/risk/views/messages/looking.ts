import type { Locale } from '../../../../chat/locale.ts'

const en = {
  listTitle: 'Risk register',
  listSummary: (count: number) => (count === 1 ? 'One risk' : `${count} risks`),
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  previous: 'Previous',
  next: 'Next',
  nothing: 'Nothing fits.',
  nothingHint: '/risk list shows all that are open, /risk list closed those that are over.',
  noneYet: 'There is no risk in the register yet.',
  noneYetHint: '/risk new enters the first one.',
  tooLong: (most: number) => `That is more than I search for: up to ${most} characters.`,
  unknownCategory: (typed: string) => `There is no category “${typed}”. /risk categories shows them.`,
  reviewLate: (day: string) => `⚠️ review was due ${day}`,
  somebody: 'somebody',
  historyTitle: (name: string) => `History of ${name}`,
  assessed: (kind: string, grade: string) => `${kind}: ${grade}`,
  entered: 'entered into the register',
  moved: (before: string, after: string) => `${before} → ${after}`,
  earlier: (count: number) => `${count} earlier ones are in the file.`,
  inherent: 'inherent',
  residual: 'residual',
}

const zhCN: typeof en = {
  listTitle: '风险登记册',
  listSummary: (count) => `${count} 个风险`,
  page: (page, of) => `第 ${page} 页，共 ${of} 页`,
  previous: '上一页',
  next: '下一页',
  nothing: '没有符合的风险。',
  nothingHint: '用 /risk 列表 查看未关闭的风险；用 /risk 列表 已关闭 查看已关闭的风险。',
  noneYet: '登记册中还没有风险。',
  noneYetHint: '用 /risk 新建 登记第一个风险。',
  tooLong: (most) => `搜索文字最多 ${most} 个字符。`,
  unknownCategory: (typed) => `没有类别“${typed}”。用 /risk 类别 查看。`,
  reviewLate: (day) => `⚠️ 应于${day}复审`,
  somebody: '某人',
  historyTitle: (name) => `${name} 的记录`,
  assessed: (kind, grade) => `${kind}：${grade}`,
  entered: '登记',
  moved: (before, after) => `${before} → ${after}`,
  earlier: (count) => `更早的 ${count} 条见文件。`,
  inherent: '固有风险',
  residual: '剩余风险',
}

export const lookWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
