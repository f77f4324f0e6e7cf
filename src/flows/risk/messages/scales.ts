import type { Locale } from '../../../chat/locale.ts'

const en = {
  likelihood: 'Likelihood',
  impact: 'Impact',
  /** `Residual: likelihood`; the label alone where there is no other grade in the form. */
  of: (label: string, of: 'likelihood' | 'impact'): string =>
    label ? `${label}: ${of}` : of === 'likelihood' ? 'Likelihood' : 'Impact',
  bothOrNone: 'Choose both likelihood and impact, or neither.',
  stepEmpty: 'Choose a step from 1 to 5.',
}

const zhCN: typeof en = {
  likelihood: '可能性',
  impact: '影响程度',
  of: (label, of) => {
    const name = of === 'likelihood' ? '可能性' : '影响程度'
    return label ? `${label}：${name}` : name
  },
  bothOrNone: '请同时选择可能性和影响程度，或都不选。',
  stepEmpty: '请选择 1 到 5。',
}

export const scaleWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
