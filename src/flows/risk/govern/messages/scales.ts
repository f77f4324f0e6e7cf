import type { Locale } from '../../../../chat/locale.ts'

const en = {
  title: 'Scales',
  step: 'Step',
  likelihood: 'Likelihood',
  impact: 'Impact',
  how: 'A score is likelihood × impact: 1 to 4 low, 5 to 9 moderate, 10 to 16 high, 17 to 25 critical.',
  edit: 'Edit',
  save: 'Save',
  likelihoodHint: 'What 1, 2, 3, 4 and 5 mean, one a line. Empty: ours, in everybody’s language.',
  impactHint: 'The same for the impact, such as “minor: below €10,000”.',
  five: (now: number) => `Five lines, one for each step, or none; these are ${now}.`,
  tooLong: (most: number) => `Up to ${most} characters a line.`,
  saved: 'The scales are saved.',
  same: 'The scales are as they were.',
}

const zhCN: typeof en = {
  title: '评分标准',
  step: '等级',
  likelihood: '可能性',
  impact: '影响程度',
  how: '分值 = 可能性 × 影响程度：1–4 低，5–9 中，10–16 高，17–25 极高。',
  edit: '修改',
  save: '保存',
  likelihoodHint: '1 到 5 级各是什么意思，每行一个。留空则使用默认说明（按各人的语言）。',
  impactHint: '影响程度同上，例如“较小：10 万元以下”。',
  five: (now) => `请填写五行，每级一行，或全部留空；现在有 ${now} 行。`,
  tooLong: (most) => `每行最多 ${most} 个字符。`,
  saved: '评分标准已保存。',
  same: '评分标准没有变化。',
}

export const scaleSetWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
