import type { Locale } from '../chat/locale.ts'

const en = {
  tooManyLines: (most: number) => `The file has more than ${most.toLocaleString('en')} lines.`,
  notText: 'This is no text in UTF-8. In the spreadsheet, save it as “CSV UTF-8”.',
  unreadable: (line: number) => `Line ${line} cannot be read: is a quotation mark missing?`,
  columnMissing: (column: string) => `There is no column “${column}”.`,
  columnTwice: (column: string) => `The column “${column}” is there twice.`,
  columnUnknown: (column: string) => `I don’t know the column “${column}”.`,
}

const zhCN: typeof en = {
  tooManyLines: (most) => `文件超过 ${most.toLocaleString('en')} 行。`,
  notText: '文件不是 UTF-8 文本。请在表格软件中另存为“CSV UTF-8”。',
  unreadable: (line) => `第 ${line} 行无法读取：是否缺少引号？`,
  columnMissing: (column) => `缺少列“${column}”。`,
  columnTwice: (column) => `列“${column}”出现了两次。`,
  columnUnknown: (column) => `没有列“${column}”。`,
}

export const fileWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
