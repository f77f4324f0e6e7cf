import type { Locale } from '../../../../chat/locale.ts'

type Counts = { fresh: number; changed: number; assessed: number; same: number }

const en = {
  nothing: 'There is no risk of that kind. /risk list shows those that are open.',
  exported: (count: number) => (count === 1 ? 'One risk' : `${count} risks`),
  exportHint: '/risk import reads it back: change it in a spreadsheet, leave the references as they are.',
  importTitle: 'Bring a CSV file into the risk register',
  importColumns:
    '/risk export gives a file with all columns to begin with. Only title is needed; a row without a reference is a new risk.',
  pageHow:
    'Choose a CSV file with one row for each risk, or paste its text. Nothing is written before you have seen what it does.',
  notYours: 'This link is not good any more.',
  moreProblems: (count: number) => `And ${count} more.`,
  plan: ({ fresh, changed, assessed, same }: Counts) =>
    `New risks: ${fresh} · Changed: ${changed} · Assessed: ${assessed} · As they were: ${same}`,
  written: 'The file is written into the risk register.',
  given: (by: string, count: number) => (count === 1 ? `${by} gave you a risk.` : `${by} gave you ${count} risks.`),
  unknownReference: (typed: string) => `there is no “${typed}”`,
  isClosed: (reference: string) => `${reference} is closed; /risk reopen ${reference} opens it again`,
  twice: (reference: string, line: number) => `${reference} stands in line ${line} already`,
  notAllowed: (name: string) => `only ${name}, those above them, the second line and administrators may change it`,
  unknownPerson: (typed: string) => `nobody, or more than one, is called “${typed}”: use the e-mail address`,
  personGone: (name: string) => `${name} is not here any more`,
  unknownCategory: (typed: string) => `there is no category “${typed}”; /risk categories shows them`,
  badLine: 'a number from 1 to 3',
  badStep: 'a whole number from 1 to 5',
  bothOrNone: 'give both likelihood and impact, or neither',
  residualAlone: 'give the inherent grade too',
}

const zhCN: typeof en = {
  nothing: '没有这样的风险。用 /risk 列表 查看未关闭的风险。',
  exported: (count) => `${count} 个风险`,
  exportHint: '用 /risk 导入 可以读回：在表格中修改，编号保持不变。',
  importTitle: '把 CSV 文件导入风险登记册',
  importColumns: '用 /risk 导出 可以得到含全部列的文件。只有 title 列必填；没有编号的行是新风险。',
  pageHow: '选择 CSV 文件，每行一个风险，或粘贴其内容。查看变化之前不会写入任何内容。',
  notYours: '链接已失效。',
  moreProblems: (count) => `还有 ${count} 个。`,
  plan: ({ fresh, changed, assessed, same }) =>
    `新风险：${fresh} · 修改：${changed} · 评估：${assessed} · 不变：${same}`,
  written: '文件已写入风险登记册。',
  given: (by, count) => `${by} 把 ${count} 个风险交给了你。`,
  unknownReference: (typed) => `没有“${typed}”`,
  isClosed: (reference) => `${reference} 已关闭；用 /risk 重开 ${reference} 可以重新打开`,
  twice: (reference, line) => `${reference} 已出现在第 ${line} 行`,
  notAllowed: (name) => `只有 ${name}、其各级上级、第二道防线和管理员可以修改`,
  unknownPerson: (typed) => `没有人或不止一人叫“${typed}”，请使用邮箱地址`,
  personGone: (name) => `${name} 已不在`,
  unknownCategory: (typed) => `没有类别“${typed}”；用 /risk 类别 查看`,
  badLine: '请填写 1 到 3',
  badStep: '请填写 1 到 5 的整数',
  bothOrNone: '请同时填写可能性和影响程度，或都不填',
  residualAlone: '请同时填写固有风险',
}

export const transferWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
