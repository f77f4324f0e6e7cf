import type { Phrase } from '../../../chat/locale.ts'

export const title: Phrase = { en: 'Report', 'zh-CN': '报告' }

export const reportUsage: Phrase = {
  en: '[file | #channel | @colleague | mondays] [week | last week | 2026-W47]',
  'zh-CN': '[文件 | #频道 | @同事 | 每周一] [本周 | 上周 | 2026-W47]',
}

export const does = {
  report: {
    en: 'the week in numbers and pictures, for you, a channel, a colleague or as a file; every Monday',
    'zh-CN': '一周的数据和图表：给自己、频道、同事或存为文件；可每周一自动发送',
  },
  monday: { en: 'the report on last week', 'zh-CN': '上周报告' },
} satisfies Record<string, Phrase>
