import type { Phrase } from '../../../../chat/locale.ts'

const REFERENCE: Phrase = { en: '<C-12>', 'zh-CN': '<C-12>' }
const WITH_REASON: Phrase = { en: '<C-12> <reason>', 'zh-CN': '<C-12> <原因>' }

export const usage = {
  acknowledge: REFERENCE,
  investigate: REFERENCE,
  propose: { en: '<C-12> [resolution]', 'zh-CN': '<C-12> [方案]' },
  approve: REFERENCE,
  reject: WITH_REASON,
  reply: REFERENCE,
  close: REFERENCE,
  reopen: WITH_REASON,
  withdraw: WITH_REASON,
  merge: { en: '<C-12> into <C-9>', 'zh-CN': '<C-12> 到 <C-9>' },
  assign: { en: '<C-12> @colleague', 'zh-CN': '<C-12> @同事' },
  classify: { en: '<C-12> s2 billing', 'zh-CN': '<C-12> s2 账单' },
} satisfies Record<string, Phrase>

export const does = {
  acknowledge: { en: 'take it up: it is yours then', 'zh-CN': '受理客诉，由你负责' },
  investigate: { en: 'write down findings and the root cause', 'zh-CN': '填写调查结果和根本原因' },
  propose: { en: 'propose what to offer the customer', 'zh-CN': '提出解决方案' },
  approve: { en: 'approve the proposed resolution', 'zh-CN': '批准解决方案' },
  reject: { en: 'send the proposed resolution back', 'zh-CN': '驳回解决方案' },
  reply: { en: 'write down what the customer was told', 'zh-CN': '登记给客户的回复' },
  close: { en: 'close what was replied to', 'zh-CN': '关闭已回复的客诉' },
  reopen: { en: 'open it again for a new reply', 'zh-CN': '重开客诉，需要再次回复客户' },
  withdraw: { en: 'end it: the customer took it back', 'zh-CN': '客户撤回，结束客诉' },
  merge: { en: 'join two about the same thing', 'zh-CN': '合并内容相同的两件客诉' },
  assign: { en: 'give it to a colleague', 'zh-CN': '把客诉指派给同事' },
  classify: { en: 'set severity and type', 'zh-CN': '设定级别和类型' },
} satisfies Record<string, Phrase>
