import type { Locale } from '../../../../chat/locale.ts'

const en = {
  nothing: (cycle: string) => `The cycle ${cycle} holds nothing that you can see.`,
  exported: (cycle: string, count: number) =>
    count === 1 ? `One objective of ${cycle}` : `${count} objectives of ${cycle}`,
  exportHint: '/okr import reads it back: change it in a spreadsheet, leave the references as they are.',
  importLink: (cycle: string) => `Bring a CSV file into ${cycle}`,
  importColumns: '/okr export gives a file with all columns to begin with.',
  pageTitle: (cycle: string) => `Objectives for ${cycle}`,
  pageHow:
    'Choose a CSV file with one row for each key result, or paste its text. Nothing is written before you have seen what it does.',
  notYours: 'This link is not good any more.',
  closed: (cycle: string) => `The cycle ${cycle} is closed: nothing in it changes any more.`,
  plan: (told: { newObjectives: number; newKeyResults: number; changed: number; checkIns: number; same: number }) =>
    [
      `New objectives: ${told.newObjectives}`,
      `New key results: ${told.newKeyResults}`,
      `Changed: ${told.changed}`,
      `Check-ins: ${told.checkIns}`,
      `As they were: ${told.same}`,
    ].join(' · '),
  written: (cycle: string) => `The file is written into ${cycle}.`,
  unknownReference: (typed: string) => `there is no “${typed}” that you can see`,
  otherCycle: (reference: string, cycle: string) => `${reference} is in the cycle ${cycle}`,
  wrongObjective: (reference: string, objective: string) => `${reference} belongs to ${objective}`,
  twice: (reference: string, line: number) => `${reference} stands in line ${line} already`,
  disagrees: (line: number) => `it differs from line ${line}, which is about the same objective`,
  notAllowed: (name: string) => `only ${name}, those above them and administrators may change it`,
  unknownPerson: (typed: string) => `nobody, or more than one, is called “${typed}”: use the e-mail address`,
  personGone: (name: string) => `${name} is not here any more`,
  badWord: (typed: string, words: string) => `“${typed}” is none of ${words}`,
  badDay: 'a number from 1 (Monday) to 7',
  badDate: (typed: string) => `“${typed}” is no date; write it like 2026-11-20`,
  badConfidence: 'a whole number from 0 to 10',
  badDone: (most: number) => `numbers of milestones, from 1 to ${most}`,
  parentLoop: 'an objective cannot stand below itself',
}

const zhCN: typeof en = {
  nothing: (cycle) => `周期“${cycle}”中没有你能看到的内容。`,
  exported: (cycle, count) => `${cycle} 的 ${count} 个目标`,
  exportHint: '用 /okr 导入 可以读回：在表格中修改，编号保持不变。',
  importLink: (cycle) => `把 CSV 文件导入 ${cycle}`,
  importColumns: '用 /okr 导出 可以得到包含所有列的文件。',
  pageTitle: (cycle) => `${cycle} 的目标`,
  pageHow: '请选择 CSV 文件（每行一个关键结果），或粘贴其内容。写入之前会先让你查看变化。',
  notYours: '链接已失效。',
  closed: (cycle) => `周期“${cycle}”已关闭，其中的内容不再更改。`,
  plan: (told) =>
    [
      `新目标：${told.newObjectives}`,
      `新关键结果：${told.newKeyResults}`,
      `修改：${told.changed}`,
      `进展更新：${told.checkIns}`,
      `没有变化：${told.same}`,
    ].join(' · '),
  written: (cycle) => `文件已写入 ${cycle}。`,
  unknownReference: (typed) => `没有“${typed}”，或者你无权查看`,
  otherCycle: (reference, cycle) => `${reference} 属于周期“${cycle}”`,
  wrongObjective: (reference, objective) => `${reference} 属于 ${objective}`,
  twice: (reference, line) => `${reference} 已在第 ${line} 行出现`,
  disagrees: (line) => `与同一目标的第 ${line} 行不一致`,
  notAllowed: (name) => `只有 ${name}、其各级上级和管理员可以修改`,
  unknownPerson: (typed) => `没有人或不止一人叫“${typed}”：请使用邮箱`,
  personGone: (name) => `${name} 已离开`,
  badWord: (typed, words) => `“${typed}”不在以下之列：${words}`,
  badDay: '应为 1（周一）到 7 的数字',
  badDate: (typed) => `“${typed}”不是日期；写法如 2026-11-20`,
  badConfidence: '应为 0 到 10 的整数',
  badDone: (most) => `应为里程碑的序号，1 到 ${most}`,
  parentLoop: '目标不能对齐到自身的下级',
}

export const transferWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
