import type { Ids } from '../two-companies.ts'
import type { Roles } from './roles.ts'

const walk = { for: 'those concerned', value: ({ escalation }: Ids) => escalation } as const
const policy = ({ policy }: Ids) => policy

export const escalationRoles: Roles = {
  buttons: {
    'escalation.take': walk,
    'escalation.snooze-hour': walk,
    'escalation.snooze-tomorrow': walk,
    'escalation.hand-over': walk,
    'escalation.why': walk,
    'escalation.show': { for: 'colleagues', value: policy },
    'escalation.try': { for: 'colleagues', value: policy },
    'escalation.walks': { for: 'colleagues', value: () => '0 all' },
    'escalation.new': { for: 'administrators', value: () => '' },
    'escalation.edit': { for: 'administrators', value: policy },
    'escalation.fallback': { for: 'administrators', value: () => '' },
  },
  commands: {
    'ops.escalations': { for: 'colleagues', typed: () => 'all' },
    'ops.policy': { for: 'administrators', typed: () => 'edit Orion' },
  },
  forms: {
    'escalation.hand-over': { for: 'those concerned', context: ({ escalation }) => escalation },
    'escalation.new': { for: 'administrators', context: () => '' },
    'escalation.edit': { for: 'administrators', context: (ids) => `${ids.policy} 1` },
    'escalation.fallback': { for: 'administrators', context: () => '' },
  },
}
