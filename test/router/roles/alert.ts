import type { Ids } from '../two-companies.ts'
import type { For, Roles } from './roles.ts'

const alert = (who: For) => ({ for: who, value: ({ alert }: Ids) => alert })
const form = (who: For) => ({ for: who, context: ({ alert }: Ids) => alert })

export const alertRoles: Roles = {
  buttons: {
    'alert.list': { for: 'colleagues', value: () => '0' },
    'alert.show': alert('colleagues'),
    'alert.take': alert('colleagues'),
    'alert.note': alert('colleagues'),
    'alert.assign': alert('colleagues'),
    'alert.resolve': alert('the owner'),
    'alert.settings': { for: 'administrators', value: () => '' },
  },
  commands: { 'risk.alerts': { for: 'colleagues', typed: ({ alertRef }) => alertRef } },
  forms: {
    'alert.note': form('colleagues'),
    'alert.assign': form('colleagues'),
    'alert.resolve': form('the owner'),
    'alert.settings': { for: 'administrators', context: () => '' },
  },
}
