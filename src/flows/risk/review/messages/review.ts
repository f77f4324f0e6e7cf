import type { Locale } from '../../../../chat/locale.ts'

const en = {
  title: (reference: string) => `Review ${reference}`,
  submit: 'Reviewed',
  stillLabel: 'Is it still right?',
  still: { yes: 'Yes: grades and plan are right', no: 'No: it has to be assessed anew' },
  note: 'Note',
  noteHint: 'What has changed, what was looked at',
  next: 'Next review',
  stillEmpty: 'Choose whether it is still right.',
  nextWrong: (last: string) => `Choose a day after today, up to ${last}. The second line can put it off for longer.`,
  tooLong: (most: number, now: number) => `Up to ${most} characters; these are ${now}.`,
  reviewed: (reference: string) => `${reference} is reviewed.`,
  reviewedNot: (reference: string) => `${reference} is reviewed. Assess it anew now: /risk assess ${reference}.`,
}

const zhCN: typeof en = {
  title: (reference) => `复审 ${reference}`,
  submit: '完成复审',
  stillLabel: '是否仍然准确？',
  still: { yes: '是：等级和计划都准确', no: '否：需要重新评估' },
  note: '备注',
  noteHint: '有哪些变化，查看了什么',
  next: '下次复审',
  stillEmpty: '请选择是否仍然准确。',
  nextWrong: (last) => `请选择今天之后、最晚${last}的日期。第二道防线可以推迟更久。`,
  tooLong: (most, now) => `最多 ${most} 个字符，现在有 ${now} 个。`,
  reviewed: (reference) => `${reference} 已复审。`,
  reviewedNot: (reference) => `${reference} 已复审。请重新评估：/risk 评估 ${reference}。`,
}

export const reviewWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
