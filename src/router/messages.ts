import type { Locale } from '../chat/locale.ts'

const en = {
  notForGuests: 'Drumbeat is for members of this workspace; guests cannot use it.',
  noSuchThing: 'This no longer works: it belongs to something that has changed since. Type the command again.',
  openForm: (title: string) => `“${title}” needs a form.`,
  open: 'Open the form',
}

const zhCN: typeof en = {
  notForGuests: 'Drumbeat 只对本工作区的成员开放，访客无法使用。',
  noSuchThing: '这个操作已失效：相关内容后来有了变动。请重新输入命令。',
  openForm: (title) => `“${title}”需要填写表单。`,
  open: '打开表单',
}

export const wordsIn = (locale: Locale): typeof en => (locale === 'zh-CN' ? zhCN : en)
