import type { Phrase } from '../../../../chat/locale.ts'

export const usage = {
  list: {
    en: '[mine | all | @colleague | team:Sales | cycle:Q4 | at-risk | stale | words]',
    'zh-CN': '[我的 | 全部 | @同事 | 团队:销售 | 周期:Q4 | 风险 | 停滞 | 文字]',
  },
  tree: { en: '[cycle]', 'zh-CN': '[周期]' },
  show: { en: '<O-3 | KR-12>', 'zh-CN': '<O-3 | KR-12>' },
  chart: { en: '<O-3>', 'zh-CN': '<O-3>' },
  history: { en: '<KR-12>', 'zh-CN': '<KR-12>' },
  link: { en: '<O-3> <C-12 | B-7 | O-1>', 'zh-CN': '<O-3> <C-12 | B-7 | O-1>' },
} satisfies Record<string, Phrase>

export const does = {
  list: { en: 'objectives with their scores', 'zh-CN': '目标及其得分' },
  tree: { en: 'how objectives build on one another', 'zh-CN': '目标对齐树' },
  show: { en: 'one with everything about it', 'zh-CN': '查看一个目标或关键结果的全部内容' },
  chart: { en: 'progress against the ideal line', 'zh-CN': '进展与理想线对比图' },
  history: { en: 'all check-ins of a key result', 'zh-CN': '关键结果的全部更新记录' },
  link: { en: 'link it to a complaint, a blocker or another objective', 'zh-CN': '关联客诉、站会阻碍或其他目标' },
  unlink: { en: 'take that back', 'zh-CN': '取消关联' },
} satisfies Record<string, Phrase>
