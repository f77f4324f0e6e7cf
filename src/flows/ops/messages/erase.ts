import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  title: 'Erase personal data',
  usage:
    'Write /ops erase with the name, the e-mail address or the phone number of a customer, or mention a colleague who has left: /ops erase @name.',
  tooLong: (most: number) => `A name, an address or a number has at most ${most} characters.`,
  oneOnly: 'Mention one colleague at a time, without anything else.',
  nothing: 'Nothing is kept about anybody of this name, address or number. Check how it is written.',
  found: (who: string) => `This is kept about “${who}”:`,
  line: (flow: string, found: string) => `${flow}: ${found}`,
  consequence: 'What they said and what was done about it stays on record, without their name and their contact data.',
  button: 'Erase for good',
  confirmTitle: 'Erase for good?',
  confirm: 'This cannot be undone.',
  keep: 'Keep it',
  done: (count: number) => `Erased: ${count === 1 ? 'one record has' : `${count} records have`} lost the name.`,
  already: 'There is nothing left to erase here.',
  asked: 'This question has been answered: the data is erased.',

  stranger: 'I don’t know this person.',
  isHere: (name: string) =>
    `${name} is still here and works with these records. Only colleagues who have left can be erased.`,
  former: 'Former colleague',
  member: (name: string, former: string) =>
    `${name} has left. Their name becomes “${former}”; their e-mail address and their account are forgotten.`,
  memberStays: 'What they did stays on record without their name. What was posted in the chat stays as it is.',
  memberDone: (former: string) => `Erased: they are called “${former}” from now on.`,
}

const zhCN: typeof en = {
  title: '清除个人数据',
  usage: '写 /ops 清除 加上客户的姓名、邮箱或电话；也可以提及已离职的同事：/ops 清除 @姓名。',
  tooLong: (most) => spaced`姓名、邮箱或电话最多 ${most} 个字符。`,
  oneOnly: '一次只提及一位同事，不要附加其他内容。',
  nothing: '没有与这个姓名、邮箱或电话相关的数据。请检查写法。',
  found: (who) => `关于“${who}”，目前保存了以下数据：`,
  line: (flow, found) => `${flow}：${found}`,
  consequence: '反映的内容和处理经过会保留，但不再包含姓名和联系方式。',
  button: '永久清除',
  confirmTitle: '确定永久清除？',
  confirm: '此操作无法撤销。',
  keep: '保留',
  done: (count) => spaced`已清除：${count} 条记录不再包含姓名。`,
  already: '这里已没有可清除的数据。',
  asked: '数据已清除，这条询问不再显示。',

  stranger: '找不到这个人。',
  isHere: (name) => spaced`${name}仍在职，工作记录还需要其姓名。只能清除已离职的同事。`,
  former: '已离职成员',
  member: (name, former) => spaced`${name}已离职。其姓名将改为“${former}”，邮箱和账号会被删除。`,
  memberStays: '其工作记录会保留，但不再包含姓名；聊天中已发出的消息保持原样。',
  memberDone: (former) => `已清除：此后显示为“${former}”。`,
}

export const eraseWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
