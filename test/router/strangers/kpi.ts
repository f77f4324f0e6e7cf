import type { Ids } from '../two-companies.ts'
import type { Cases } from './cases.ts'

const kpi = ({ kpi }: Ids) => [kpi]
const rule = ({ kpiRule }: Ids) => [kpiRule]
const named = ({ kpiKey }: Ids) => ['', kpiKey]
const OWN = 'sunrise'
const bound = { kind: 'above', bound: '1', severity: 'low' }
const terms = { name: 'Mine', key: 'mine', layer: 'business', direction: 'up', period: 'day', source: 'typed' }

export const kpiCases: Cases = {
  buttons: {
    'kpi.list': ({ lead }) => ['0', '0 all', `0 <@${lead}>`],
    'kpi.show': kpi,
    'kpi.new': () => [''],
    'kpi.set': kpi,
    'kpi.edit': kpi,
    'kpi.archive-for-good': kpi,
    'kpi.add-rule': kpi,
    'kpi.edit-rule': rule,
    'kpi.remove-rule': rule,
    'kpi.remove-for-good': rule,
    'kpi.untie': ({ kpi, blockerRef }) => [`${kpi} B-1`, `${kpi} ${blockerRef}`],
    'kpi.settings': () => [''],
  },
  commands: {
    'kpi.set': ({ kpiKey }) => ['', kpiKey, `${kpiKey} 5`],
    'kpi.list': ({ lead }) => ['', 'all', 'Yield', `<@${lead}>`],
    'kpi.show': named,
    'kpi.new': () => [''],
    'kpi.edit': named,
    'kpi.rules': named,
    'kpi.try': named,
    'kpi.chart': named,
    'kpi.mute': ({ kpiKey }) => ['', `${kpiKey} +3d why`],
    'kpi.unmute': named,
    'kpi.archive': named,
    'kpi.link': ({ kpiKey, riskRef, reference }) => [
      ...[`${kpiKey} C-000001`, `${OWN} ${kpiKey}`, `${OWN} ${riskRef}`, `${OWN} ${reference}`],
    ],
    'kpi.unlink': ({ kpiKey, riskRef }) => [`${kpiKey} C-000001`, `${OWN} ${riskRef}`],
    'kpi.export': ({ kpiKey, lead }) => [kpiKey, 'Yield', `<@${lead}>`],
    // It takes nothing, and its link is another one each time.
    'kpi.import': () => [],
    'kpi.settings': () => [''],
  },
  forms: {
    'kpi.set': [{ context: ({ kpi }) => kpi, values: () => ({ value: '5' }) }],
    'kpi.new': [
      { context: () => '', values: ({ lead }) => ({ ...terms, owner: lead }) },
      { context: () => '', values: ({ channel }) => ({ ...terms, channel }) },
    ],
    'kpi.edit': [
      { context: ({ kpi }) => `${kpi} 1`, values: () => terms },
      { context: (_, own) => `${own.kpi} 1`, values: ({ lead }) => ({ ...terms, owner: lead }) },
      { context: (_, own) => `${own.kpi} 1`, values: ({ channel }) => ({ ...terms, channel }) },
    ],
    'kpi.add-rule': [
      { context: ({ kpi }) => kpi, values: () => bound },
      { context: (_, own) => own.kpi, values: ({ lead }) => ({ ...bound, tells: [lead] }) },
      { context: (_, own) => own.kpi, values: ({ channel }) => ({ ...bound, channel }) },
    ],
    'kpi.edit-rule': [
      { context: ({ kpiRule }) => `${kpiRule} 1`, values: () => bound },
      { context: (_, own) => `${own.kpiRule} 1`, values: ({ channel }) => ({ ...bound, channel }) },
    ],
    'kpi.settings': [{ context: () => '', values: () => ({ zone: 'UTC', days: ['1'], time: '09:00' }) }],
  },
  timers: { 'kpi.missing': kpi },
}
