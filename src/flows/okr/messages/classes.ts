import type { Locale } from '../../../chat/locale.ts'
import type { Health } from '../rules/health.ts'

const en = {
  health: {
    early: 'too early to tell',
    'off-track': 'off track',
    'at-risk': 'at risk',
    'on-track': 'on track',
    ahead: 'ahead',
  } satisfies Record<Health, string>,
  kind: { numeric: 'number', percent: 'percentage', milestone: 'milestones' },
  every: { week: 'weekly', fortnight: 'every two weeks', month: 'monthly', never: 'never' },
  visibility: { open: 'open', private: 'private' },
}

const zhCN: typeof en = {
  health: {
    early: '为时尚早',
    'off-track': '偏离目标',
    'at-risk': '存在风险',
    'on-track': '进展正常',
    ahead: '超前',
  },
  kind: { numeric: '数值', percent: '百分比', milestone: '里程碑' },
  every: { week: '每周', fortnight: '每两周', month: '每月', never: '从不' },
  visibility: { open: '公开', private: '不公开' },
}

export const classNames: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
