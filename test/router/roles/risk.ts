import type { Ids } from '../two-companies.ts'
import type { For, Roles } from './roles.ts'

const risk = (who: For) => ({ for: who, value: ({ risk }: Ids) => risk })
const typed = (who: For, rest = '') => ({ for: who, typed: (ids: Ids) => `${ids.riskRef} ${rest}`.trim() })
const words = (who: For, line = '') => ({ for: who, typed: () => line })
const seen = (who: For, version = '1') => ({ for: who, context: (ids: Ids) => `${ids.risk} ${version}` })

export const riskRoles: Roles = {
  buttons: {
    'risk.list': { for: 'colleagues', value: () => '0' },
    'risk.show': risk('colleagues'),
    'risk.history': risk('colleagues'),
    'risk.assess': risk('the owner'),
    'risk.edit': risk('the owner'),
  },
  commands: {
    'risk.list': words('colleagues'),
    'risk.show': typed('colleagues'),
    'risk.history': typed('colleagues'),
    'risk.new': words('colleagues'),
    'risk.edit': typed('the owner'),
    'risk.assess': typed('the owner'),
  },
  forms: {
    'risk.new': { for: 'colleagues', context: () => '' },
    'risk.edit': seen('the owner'),
    'risk.assess': seen('the owner'),
  },
}
