import type { Roles } from './roles.ts'

export const opsRoles: Roles = {
  buttons: {
    'ops.back': { for: 'oneself', value: ({ absence }) => absence },
    'ops.cancel-absence': { for: 'oneself', value: ({ absence }) => absence },
    'ops.give-up-admin': { for: 'oneself', value: ({ absence }) => absence },
    'ops.retry': { for: 'administrators', value: ({ deadPost }) => deadPost },
    'ops.drop': { for: 'administrators', value: ({ deadTimer }) => deadTimer },
    'ops.erase-traces': { for: 'administrators', value: () => 'Orion Ltd.' },
    'ops.erase-member': { for: 'administrators', value: ({ participant }) => participant },
    'ops.new-token': { for: 'administrators', value: () => '' },
    'ops.link-for-good': { for: 'oneself', value: () => 'AAAAAAAAAA' },
    'ops.revoke-token': { for: 'administrators', value: ({ token }) => token },
  },
  commands: {
    'ops.': { for: 'colleagues', typed: () => '' },
    'ops.help': { for: 'colleagues', typed: () => '' },
    'ops.upcoming': { for: 'oneself', typed: () => '<@ben>' },
    'ops.me': { for: 'oneself', typed: () => '<@ben>' },
    'ops.away': { for: 'oneself', typed: () => '' },
    'ops.back': { for: 'oneself', typed: () => '<@ben>' },
    'ops.link': { for: 'oneself', typed: () => '' },
    'ops.health': { for: 'colleagues', typed: () => '' },
    'ops.erase': { for: 'administrators', typed: () => 'Orion Ltd.' },
    'ops.token': { for: 'administrators', typed: () => 'revoke Orion' },
    'ops.manager': { for: 'administrators', typed: () => '<@ben> <@tom>' },
    'ops.role': { for: 'administrators', typed: () => 'risk <@ben>' },
    'ops.audit': { for: 'administrators', typed: () => '' },
    'ops.admin': { for: 'administrators', typed: () => 'grant <@ben>' },
  },
  forms: {
    'ops.me': { for: 'oneself', context: () => '' },
    'ops.away': { for: 'oneself', context: () => '' },
    'ops.manager': { for: 'administrators', context: () => '' },
    'ops.new-token': { for: 'administrators', context: () => '' },
  },
}
