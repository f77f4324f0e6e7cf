import type { Locale } from '../../../../chat/locale.ts'

const en = {
  make: 'Make it a risk',
  meanwhile: (reference: string, risks: string) =>
    `Somebody has made a risk of ${reference} meanwhile: ${risks}. Nothing of yours is saved; if yours is another one, open the form again.`,
}

const zhCN: typeof en = {
  make: '登记为风险',
  meanwhile: (reference, risks) =>
    `已有人把 ${reference} 登记为风险：${risks}。你的内容没有保存；如果是另一个风险，请重新打开表单。`,
}

export const makeWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
