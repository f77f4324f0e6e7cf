import type { Locale } from '../../chat/locale.ts'

type Words = {
  broken: string
  fileFailed: string
  tooLate: string
  tooLateForShortcut: string
  openNow: string
  workingTitle: string
  working: string
  doneTitle: string
  done: string
  close: string
  cancel: string
  notSaved: string
  nothingToChoose: string
  editedInPart: string
  unknownCommand: (command: string) => string
  unknownShortcut: string
  moreLines: (count: number) => string
  moreFields: (count: number) => string
  colon: string
}

const en: Words = {
  broken: 'Something went wrong on our side; nothing was changed. Try again.',
  fileFailed: 'The file could not be sent to you. Try again.',
  tooLate: 'That took too long for Slack to open the form. Press the button to open it now.',
  tooLateForShortcut: 'That took too long for Slack to open the form. Use the shortcut once more.',
  openNow: 'Open the form',
  workingTitle: 'One moment',
  working: 'Still working…',
  doneTitle: 'Done',
  done: 'Done. You can close this window.',
  close: 'Close',
  cancel: 'Cancel',
  notSaved: 'Nothing has been saved yet:',
  nothingToChoose: 'There is nothing to choose from.',
  editedInPart: 'This text is longer than a Slack form can hold; saving keeps only what you see here.',
  unknownCommand: (command) => `Drumbeat has no command ${command}. Type /ops help to see what there is.`,
  unknownShortcut: 'Drumbeat no longer has this shortcut. Type /ops help to see what there is.',
  moreLines: (count) =>
    `${count === 1 ? 'One more line does' : `${count} more lines do`} not fit into a Slack message. Type /ops help to see which command shows everything.`,
  moreFields: (count) =>
    `${count === 1 ? 'One more question does' : `${count} more questions do`} not fit into a Slack form.`,
  colon: ': ',
}

const zhCN: Words = {
  broken: '我们这边出错了，没有做任何更改，请重试。',
  fileFailed: '文件没能发送给你，请重试。',
  tooLate: '处理时间过长，Slack 未能打开表单。请点击按钮重新打开。',
  tooLateForShortcut: '处理时间过长，Slack 未能打开表单。请再使用一次该快捷方式。',
  openNow: '打开表单',
  workingTitle: '请稍候',
  working: '正在处理…',
  doneTitle: '已完成',
  done: '已完成，可以关闭此窗口。',
  close: '关闭',
  cancel: '取消',
  notSaved: '尚未保存：',
  nothingToChoose: '没有可选项。',
  editedInPart: '这段文字超出了 Slack 表单的长度，保存后只会保留此处显示的内容。',
  unknownCommand: (command) => `Drumbeat 没有 ${command} 这个命令。输入 /ops help 查看全部命令。`,
  unknownShortcut: 'Drumbeat 已不再提供这个快捷方式。输入 /ops help 查看全部功能。',
  moreLines: (count) => `还有 ${count} 行放不进一条 Slack 消息。输入 /ops help 可查看用哪个命令查看全部内容。`,
  moreFields: (count) => `还有 ${count} 个问题放不进 Slack 表单。`,
  colon: '：',
}

/** What the Slack adapter itself says, in every language. */
export const words: Record<Locale, Words> = { en, 'zh-CN': zhCN }
