import type { Phrase } from '../../../../chat/locale.ts'

export const usage = {
  categories: { en: '[add | edit | delete <name>]', 'zh-CN': '[添加 | 修改 | 删除 <名称>]' },
} satisfies Record<string, Phrase>

export const does = {
  categories: { en: 'categories and how much risk is bearable in each', 'zh-CN': '风险类别及其风险偏好' },
  scales: { en: 'what each step of likelihood and impact means', 'zh-CN': '可能性和影响程度各级的含义' },
  settings: { en: 'reviews, working days, channel; second line', 'zh-CN': '复审频率、工作日、频道（第二道防线）' },
} satisfies Record<string, Phrase>
