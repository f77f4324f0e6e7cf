import type { Locale } from '../../chat/locale.ts'

type Words = {
  done: string
  working: string
  broken: string
  notSaved: string
  unknownShortcut: string
  addMe: (name: string) => string
  moreLines: (count: number) => string
  moreFields: (count: number) => string
  moreChoices: (count: number) => string
  nothingToChoose: string
  editedInPart: string
  required: string
  colon: string
}

const en: Words = {
  addMe: (name) => `${name}, I cannot write to you privately yet. Add Drumbeat under “Apps” in Teams, then ask again.`,
  done: 'Done.',
  working: 'This takes a little longer. You will read what became of it in our chat.',
  broken: 'Something went wrong on our side; nothing was changed. Try again.',
  notSaved: 'Nothing has been saved yet:',
  unknownShortcut: 'Drumbeat no longer has this shortcut. Write “ops help” to see what there is.',
  moreLines: (count) =>
    `${count === 1 ? 'One more line does' : `${count} more lines do`} not fit into a Teams card. Write “ops help” to see which command shows everything.`,
  moreFields: (count) =>
    `${count === 1 ? 'One more question does' : `${count} more questions do`} not fit into a Teams card.`,
  moreChoices: (count) => `${count === 1 ? 'One more entry does' : `${count} more entries do`} not fit into this list.`,
  nothingToChoose: 'There is nothing to choose from.',
  editedInPart: 'This text is longer than a Teams card can hold; saving keeps only what you see here.',
  required: 'This is needed.',
  colon: ': ',
}

const zhCN: Words = {
  addMe: (name) => `${name}，我还不能私下给你写消息。请在 Teams 的“应用”中添加 Drumbeat，然后再试一次。`,
  done: '已完成。',
  working: '需要多一点时间，结果会发到我们的对话里。',
  broken: '我们这边出错了，没有做任何更改，请重试。',
  notSaved: '尚未保存：',
  unknownShortcut: 'Drumbeat 已不再提供这个快捷方式。发送“ops help”查看全部功能。',
  moreLines: (count) => `还有 ${count} 行放不进一张 Teams 卡片。发送“ops help”可查看用哪个命令查看全部内容。`,
  moreFields: (count) => `还有 ${count} 个问题放不进一张 Teams 卡片。`,
  moreChoices: (count) => `还有 ${count} 项放不进这个列表。`,
  nothingToChoose: '没有可选项。',
  editedInPart: '这段文字超出了 Teams 卡片的长度，保存后只会保留此处显示的内容。',
  required: '此项必填。',
  colon: '：',
}

/** What the Teams adapter itself says, in every language. */
export const words: Record<Locale, Words> = { en, 'zh-CN': zhCN }
