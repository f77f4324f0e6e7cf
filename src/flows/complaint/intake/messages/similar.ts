import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  title: (count: number) => (count === 1 ? 'This may be known already' : `${count} complaints may be about the same`),
  nothingYet: 'Nothing is filed yet. What you wrote is kept for 7 days.',
  add: (reference: string) => `Add to ${reference}`,
  asNew: 'File it as a new one',
  barred:
    'Yours is confidential or names a colleague, so it cannot be added to every complaint here. File it as a new one.',
  somebody: 'somebody',

  added: (reference: string) => `Added to ${reference}.`,
  addedHow: (links: number) =>
    links === 0
      ? 'What you wrote stands there as a note.'
      : `What you wrote stands there as a note, with ${links === 1 ? 'one link' : `${links} links`} as evidence.`,
  closed: (reference: string) =>
    `It is closed. If the customer still waits for something, reopen it: /complaint reopen ${reference} <reason>.`,
  worse: (sounds: string, is: string) =>
    `It sounds like ${sounds}, but the complaint is ${is}. Classify it anew if so.`,
  lostContact: (name: string) =>
    `How to reach ${name} is not kept there. If they need an answer of their own, file one for them: /complaint.`,
  over: (reference: string) => `${reference} takes nothing in any more. File yours as a new one.`,
}

const zhCN: typeof en = {
  title: (count) => (count === 1 ? '这件事可能已经登记过' : `有 ${count} 件客诉可能是同一件事`),
  nothingYet: '尚未登记。你填写的内容会保留 7 天。',
  add: (reference) => `补充到 ${reference}`,
  asNew: '仍登记为新客诉',
  barred: '你填写的内容属于保密，或涉及某位同事，不能补充到这里的客诉。请登记为新客诉。',
  somebody: '某人',

  added: (reference) => `已补充到 ${reference}。`,
  addedHow: (links) =>
    links === 0 ? '你填写的内容已记为备注。' : `你填写的内容已记为备注，并附上 ${links} 个证据链接。`,
  closed: (reference) => `这件客诉已关闭。如果客户仍在等待处理，请重新打开：/complaint 重开 ${reference} <原因>。`,
  worse: (sounds, is) => spaced`这段内容像是${sounds}，而该客诉为${is}。如有必要请重新分级。`,
  lostContact: (name) => spaced`${name}的联系方式没有保存在那里。如果也要回复该客户，请用 /complaint 另行登记。`,
  over: (reference) => `${reference} 已不能再补充内容，请登记为新客诉。`,
}

export const similarWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
