import type { Locale } from '../../../../chat/locale.ts'

type Counts = { added: number; corrected: number; same: number }

const grouped = (count: number): string => count.toLocaleString('en')

const en = {
  nothing: 'There is no KPI of that kind. /kpi list all shows those that are watched.',
  noValues: 'There are no values yet. /kpi set enters one, and /kpi import a file of them.',
  tooMany: (most: number, count: number) =>
    `That would be ${grouped(count)} values; a file takes ${grouped(most)}. Name a KPI by its key, or a layer: /kpi export operational.`,
  exported: (count: number, kpis: number) =>
    `${count === 1 ? 'One value' : `${grouped(count)} values`} of ${kpis === 1 ? 'one KPI' : `${kpis} KPIs`}`,
  exportHint: '/kpi import reads it back: change values in a spreadsheet, or add lines.',
  importTitle: 'Bring in a CSV file of values',
  importColumns:
    'Three columns are read: kpi (the key), period (such as 2026-11-20, 2026-W47, 2026-11) and value. /kpi export gives a file to begin with.',
  pageHow:
    'Choose a CSV file with one row for each value, or paste its text. Nothing is written before you have seen what it does.',
  plan: ({ added, corrected, same }: Counts) =>
    `New values: ${grouped(added)} · Corrections: ${grouped(corrected)} · As they were: ${grouped(same)}`,
  written: 'The values are written.',
  unknownKpi: (typed: string) => `there is no KPI “${typed}”`,
  isArchived: (key: string) => `${key} is archived and takes no values any more`,
  notAllowed: (name: string) => `only ${name}, those above them, the second line and administrators may enter values`,
  noYear: (typed: string) => (typed === '' ? 'say the period, with its year' : `“${typed}” does not say the year`),
  twice: (line: number) => `line ${line} has another value for this period`,
}

const zhCN: typeof en = {
  nothing: '没有这样的指标。用 /kpi 列表 全部 查看。',
  noValues: '还没有数值。用 /kpi 录入 填写，或用 /kpi 导入 导入文件。',
  tooMany: (most, count) =>
    `共有 ${grouped(count)} 个数值，一个文件最多 ${grouped(most)} 个。请指定指标代码或层级，如 /kpi 导出 运营。`,
  exported: (count, kpis) => `${kpis} 个指标的 ${grouped(count)} 个数值`,
  exportHint: '用 /kpi 导入 可以读回：在表格中修改数值，或增加行。',
  importTitle: '导入数值 CSV 文件',
  importColumns:
    '读取三列：kpi（代码）、period（如 2026-11-20、2026-W47、2026-11）和 value（数值）。用 /kpi 导出 可以得到样例文件。',
  pageHow: '选择 CSV 文件，每行一个数值，或粘贴其内容。查看变化之前不会写入任何内容。',
  plan: ({ added, corrected, same }) =>
    `新增：${grouped(added)} · 更正：${grouped(corrected)} · 不变：${grouped(same)}`,
  written: '数值已写入。',
  unknownKpi: (typed) => `没有指标“${typed}”`,
  isArchived: (key) => `${key} 已归档，不再接受数值`,
  notAllowed: (name) => `只有 ${name}、其各级上级、第二道防线和管理员可以录入`,
  noYear: (typed) => (typed === '' ? '请填写带年份的周期' : `“${typed}”没有写明年份`),
  twice: (line) => `第 ${line} 行已有该周期的另一数值`,
}

export const transferWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
