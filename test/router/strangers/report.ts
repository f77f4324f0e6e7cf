import type { Cases } from './cases.ts'

export const reportCases: Cases = {
  buttons: {
    'report.file': () => ['', '2026-03-02 2026-03-03'],
    'report.post': ({ channel }) => [channel, `${channel} 2026-03-02 2026-03-03`],
    'report.mondays': () => [''],
    'report.start': ({ channel }) => [channel],
    'report.stop': ({ reportPlan }) => [reportPlan],
  },
  commands: {
    'ops.report': ({ channel, lead }) => [
      ...['', 'mondays', `<#${channel}>`, `<@${lead}>`, `mondays <#${channel}>`, `mondays <@${lead}>`],
      ...[`mondays <#${channel}> off`, `mondays <@${lead}> off`],
    ],
  },
  forms: {},
  timers: { 'report.monday': ({ reportPlan }) => [reportPlan] },
}
