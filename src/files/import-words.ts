import type { Locale } from '../chat/locale.ts'

const grouped = (count: number): string => count.toLocaleString('en')

const en = {
  link: 'Open this page and choose the file. It shows all that would change, or everything that is wrong, before anything is written.',
  openPage: 'Open the page',
  expires: (at: string) => `The link is yours alone and works once, until ${at}.`,
  file: 'CSV file',
  paste: 'or its text',
  check: 'Check',
  write: 'Write it',
  again: 'Another file: open the link again.',
  done: 'This file has been written. The link has done its work.',
  notYours: 'This link is not good any more.',
  empty: 'Choose a file, or paste its text.',
  problems: (count: number) =>
    count === 1
      ? 'One thing is wrong; nothing was written.'
      : `${grouped(count)} things are wrong; nothing was written.`,
  problem: (line: number, column: string, why: string) => `Line ${line}, ${column}: ${why}`,
  more: (count: number) => `And ${grouped(count)} more.`,
  nothingToDo: 'Everything in it is as it is here already: there is nothing to write.',
  changedMeanwhile: 'Something has changed here since it was checked. Look again.',
  onItsWay: 'The file comes in our direct conversation.',
}

const zhCN: typeof en = {
  link: '打开页面并选择文件。写入之前，会先显示全部变化或所有问题。',
  openPage: '打开页面',
  expires: (at) => `链接仅供你使用一次，${at}前有效。`,
  file: 'CSV 文件',
  paste: '或文件内容',
  check: '检查',
  write: '写入',
  again: '要导入其他文件，请重新打开链接。',
  done: '文件已写入，链接已失效。',
  notYours: '链接已失效。',
  empty: '请选择文件，或粘贴其内容。',
  problems: (count) => `有 ${grouped(count)} 个问题，没有写入任何内容。`,
  problem: (line, column, why) => `第 ${line} 行，${column}：${why}`,
  more: (count) => `还有 ${grouped(count)} 个。`,
  nothingToDo: '内容与现有的完全相同，无需写入。',
  changedMeanwhile: '检查之后有内容发生了变化，请再看一遍。',
  onItsWay: '文件将发到我们的私聊中。',
}

export const importWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
