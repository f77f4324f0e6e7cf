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
  historyTitle: (name: string) => `Assessments of ${name}`,
  historyEmpty: (number: number) => `Nobody has assessed it yet. /risk assess R-${number} does.`,
  historyLine: (kind: string, grade: string, { who, at }: { who: string; at: string }) =>
    `${at} · ${who} · ${kind}: ${grade}`,
  moved: (before: string, after: string) => `${before} → ${after}`,
  why: (why: string) => `“${why}”`,
  earlier: (count: number) => `${count} earlier ones are in the export.`,
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
  historyTitle: (name) => `${name} 的评估记录`,
  historyEmpty: (number) => `还没有人评估过。用 /risk 评估 R-${number}。`,
  historyLine: (kind, grade, { who, at }) => `${at} · ${who} · ${kind}：${grade}`,
  moved: (before, after) => `${before} → ${after}`,
  why: (why) => `“${why}”`,
  earlier: (count) => `更早的 ${count} 条见导出文件。`,
  inherent: '固有风险',
  residual: '剩余风险',
}

export const lookWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
