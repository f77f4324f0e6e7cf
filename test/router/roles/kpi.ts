import type { Ids } from '../two-companies.ts'
import type { For, Roles } from './roles.ts'

const kpi = (who: For) => ({ for: who, value: ({ kpi }: Ids) => kpi })
const rule = (who: For) => ({ for: who, value: ({ kpiRule }: Ids) => kpiRule })
const typed = (who: For, rest = '') => ({ for: who, typed: ({ kpiKey }: Ids) => `${kpiKey} ${rest}`.trim() })
const words = (who: For) => ({ for: who, typed: () => '' })

export const kpiRoles: Roles = {
  buttons: {
    'kpi.list': { for: 'colleagues', value: () => '0' },
    'kpi.show': kpi('colleagues'),
    'kpi.new': { for: 'colleagues', value: () => '' },
    'kpi.set': kpi('the owner'),
    'kpi.edit': kpi('the owner'),
    'kpi.archive-for-good': kpi('the owner'),
    'kpi.add-rule': kpi('the owner'),
    'kpi.edit-rule': rule('the owner'),
    'kpi.remove-rule': rule('the owner'),
    'kpi.remove-for-good': rule('the owner'),
    'kpi.untie': { for: 'the owner', value: (ids) => `${ids.kpi} ${ids.blockerRef}` },
    'kpi.settings': { for: 'administrators', value: () => '' },
  },
  commands: {
    'kpi.set': typed('the owner', '5'),
    'kpi.list': words('colleagues'),
    'kpi.show': typed('colleagues'),
    'kpi.new': words('colleagues'),
    'kpi.edit': typed('the owner'),
    'kpi.rules': typed('colleagues'),
    'kpi.try': typed('colleagues'),
    'kpi.chart': typed('colleagues'),
    'kpi.mute': typed('the owner', '+3d stocktaking'),
    'kpi.unmute': typed('the owner'),
    'kpi.archive': typed('the owner'),
    'kpi.link': { for: 'the owner', typed: (ids) => `${ids.kpiKey} ${ids.reference}` },
    'kpi.unlink': { for: 'the owner', typed: (ids) => `${ids.kpiKey} ${ids.reference}` },
    'kpi.export': words('oneself'),
    'kpi.import': words('oneself'),
    'kpi.settings': words('administrators'),
  },
  forms: {
    'kpi.set': { for: 'the owner', context: ({ kpi }) => kpi },
    'kpi.new': { for: 'colleagues', context: () => '' },
    'kpi.edit': { for: 'the owner', context: ({ kpi }) => `${kpi} 1` },
    'kpi.add-rule': { for: 'the owner', context: ({ kpi }) => kpi },
    'kpi.edit-rule': { for: 'the owner', context: ({ kpiRule }) => `${kpiRule} 1` },
    'kpi.settings': { for: 'administrators', context: () => '' },
  },
}
