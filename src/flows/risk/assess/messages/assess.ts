import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  title: (reference: string) => `Assess ${reference}`,
  submit: 'Assess',
  intro: 'Inherent: before anything is done about it. Residual: with what is done today.',
  inherent: 'Inherent',
  residual: 'Residual',
  why: 'Why',
  whyHint: 'Needed when a grade moves',
  whyEmpty: 'A grade moves: say why.',
  tooLong: (most: number, now: number) => `Up to ${most} characters; these are ${now}.`,
  aboveInherent: (residual: number, inherent: number) =>
    `What is left (${residual}) cannot be more than what there was before anything was done (${inherent}).`,
  stale: (by: string, at: string) => `${by} has assessed it meanwhile, ${at}.`,
  theirs: (inherent: string, residual: string) => `It stands at: inherent ${inherent}; residual ${residual}.`,
  yours: (inherent: string, residual: string) => `You chose: inherent ${inherent}; residual ${residual}.`,
  again: 'Nothing of yours is saved. Open the form again to see how it stands, or leave it as it is.',
  assessed: (reference: string) => `${reference} is assessed.`,
  same: (reference: string) => `${reference} is assessed as before.`,
}

const zhCN: typeof en = {
  title: (reference) => `评估 ${reference}`,
  submit: '评估',
  intro: '固有风险：采取任何措施之前。剩余风险：采取现有措施之后。',
  inherent: '固有风险',
  residual: '剩余风险',
  why: '原因',
  whyHint: '等级有变动时必填',
  whyEmpty: '等级有变动，请说明原因。',
  tooLong: (most, now) => `最多 ${most} 个字符，现在有 ${now} 个。`,
  aboveInherent: (residual, inherent) => `剩余风险（${residual}）不能高于固有风险（${inherent}）。`,
  stale: (by, at) => spaced`${by}已于${at}评估过。`,
  theirs: (inherent, residual) => `目前：固有风险 ${inherent}；剩余风险 ${residual}。`,
  yours: (inherent, residual) => `你选择的是：固有风险 ${inherent}；剩余风险 ${residual}。`,
  again: '你的评估没有保存。请重新打开表单查看最新评估，或保持不变。',
  assessed: (reference) => `${reference} 已评估。`,
  same: (reference) => `${reference} 的评估没有变化。`,
}

export const assessWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
