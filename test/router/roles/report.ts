import type { Roles } from './roles.ts'

export const reportRoles: Roles = {
  buttons: {
    'report.file': { for: 'colleagues', value: () => '' },
    'report.post': { for: 'colleagues', value: ({ channel }) => channel },
    'report.mondays': { for: 'colleagues', value: () => '' },
    'report.start': { for: 'colleagues', value: () => '' },
    'report.stop': { for: 'the owner', value: ({ reportPlan }) => reportPlan },
  },
  commands: { 'ops.report': { for: 'administrators', typed: ({ lead }) => `mondays <@${lead}>` } },
  forms: {},
}
