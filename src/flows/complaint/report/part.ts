import type { Part } from '../part.ts'
import { reportByCommand } from './report.ts'
import { reportOnTime } from './weekly.ts'

export const report: Part = {
  commands: {
    report: {
      run: reportByCommand,
      aliases: ['报告', 'voc'],
      usage: { en: '[week | last month | 2026-11 | …]', 'zh-CN': '[本周 | 上月 | 2026-11 | …]' },
      does: { en: 'the voice of the customer over a period', 'zh-CN': '查看一段时间的客户之声报告' },
    },
  },
  timers: {
    voc: { does: { en: 'report on last week’s complaints', 'zh-CN': '发布上周客诉报告' }, fire: reportOnTime },
  },
}
