import type { Phrase } from '../../../../chat/locale.ts'

export const usage = {
  one: { en: '<R-12>', 'zh-CN': '<R-12>' },
  action: {
    en: '[add R-12 | done RA-3 | edit RA-3 | drop RA-3 | RA-3]',
    'zh-CN': '[新增 R-12 | 完成 RA-3 | 修改 RA-3 | 取消 RA-3 | RA-3]',
  },
} satisfies Record<string, Phrase>

export const does = {
  respond: { en: 'avoid, transfer, mitigate or accept, with a plan', 'zh-CN': '规避、转移、减轻或接受，并制定计划' },
  action: { en: 'steps that make a risk smaller; your own', 'zh-CN': '风险的改进措施；查看自己的措施' },
  monitor: { en: 'the plan stands: it is watched from now on', 'zh-CN': '计划已就绪，转入监控' },
} satisfies Record<string, Phrase>
