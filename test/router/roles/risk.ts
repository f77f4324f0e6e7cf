import type { Ids } from '../two-companies.ts'
import type { For, Roles } from './roles.ts'

const risk = (who: For) => ({ for: who, value: ({ risk }: Ids) => risk })
const typed = (who: For, rest = '') => ({ for: who, typed: (ids: Ids) => `${ids.riskRef} ${rest}`.trim() })
const action = (who: For) => ({ for: who, value: ({ action }: Ids) => action })
const seenAction = (who: For) => ({ for: who, context: ({ action }: Ids) => `${action} 1` })
const words = (who: For, line = '') => ({ for: who, typed: () => line })
const seen = (who: For, version = '1') => ({ for: who, context: (ids: Ids) => `${ids.risk} ${version}` })
// Nobody has the role of the second line here.
const secondLine = { for: 'administrators', context: () => '' } as const

export const riskRoles: Roles = {
  buttons: {
    'risk.list': { for: 'colleagues', value: () => '0' },
    'risk.show': risk('colleagues'),
    'risk.history': risk('colleagues'),
    'risk.assess': risk('the owner'),
    'risk.edit': risk('the owner'),
    'risk.close': risk('the owner'),
    'risk.reopen': risk('the owner'),
    'risk.respond': risk('the owner'),
    'risk.review': risk('the owner'),
    'risk.accept': risk('the owner'),
    'risk.acceptance-accept': { for: 'administrators', value: ({ acceptance }) => acceptance },
    'risk.acceptance-decline': { for: 'administrators', value: ({ acceptance }) => acceptance },
    'risk.monitor': risk('the owner'),
    'risk.action': risk('the owner'),
    'risk.action-show': action('colleagues'),
    'risk.action-edit': action('the owner'),
    'risk.action-done': action('the owner'),
    'risk.action-drop': action('the owner'),
    'risk.make': { for: 'colleagues', value: ({ blockerRef }) => blockerRef },
    'risk.untie': { for: 'the owner', value: (ids) => `${ids.risk} ${ids.blockerRef}` },
    'risk.new-category': { for: 'administrators', value: () => '' },
    'risk.edit-category': { for: 'administrators', value: ({ category }) => category },
    'risk.delete-category': { for: 'administrators', value: ({ category }) => category },
    'risk.edit-scales': { for: 'administrators', value: () => '' },
    'risk.settings': { for: 'administrators', value: () => '' },
  },
  commands: {
    'risk.list': words('colleagues'),
    'risk.show': typed('colleagues'),
    'risk.history': typed('colleagues'),
    'risk.map': words('colleagues'),
    'risk.export': words('oneself'),
    'risk.import': words('oneself'),
    'risk.new': words('colleagues'),
    'risk.edit': typed('the owner'),
    'risk.assess': typed('the owner'),
    'risk.close': typed('the owner'),
    'risk.reopen': typed('the owner'),
    'risk.respond': typed('the owner'),
    'risk.review': typed('the owner'),
    'risk.accept': typed('the owner'),
    'risk.monitor': typed('the owner'),
    'risk.action': { for: 'the owner', typed: ({ riskRef }) => `add ${riskRef}` },
    'risk.link': { for: 'the owner', typed: (ids) => `${ids.riskRef} ${ids.reference}` },
    'risk.unlink': { for: 'the owner', typed: (ids) => `${ids.riskRef} ${ids.reference}` },
    'risk.categories': words('administrators', 'add Orion'),
    'risk.scales': words('colleagues'),
    'risk.settings': words('administrators'),
  },
  forms: {
    'risk.new': { for: 'colleagues', context: () => '' },
    'risk.edit': seen('the owner'),
    'risk.assess': seen('the owner'),
    'risk.close': seen('the owner'),
    'risk.reopen': seen('the owner'),
    'risk.respond': seen('the owner'),
    'risk.review': seen('the owner'),
    'risk.accept': seen('the owner'),
    'risk.decide': { for: 'administrators', context: ({ acceptance }) => `${acceptance} decline` },
    'risk.action': seen('the owner'),
    'risk.action-edit': seenAction('the owner'),
    'risk.action-done': seenAction('the owner'),
    'risk.action-drop': seenAction('the owner'),
    'risk.new-category': secondLine,
    'risk.edit-category': secondLine,
    'risk.delete-category': secondLine,
    'risk.scales': secondLine,
    'risk.settings': secondLine,
  },
}
