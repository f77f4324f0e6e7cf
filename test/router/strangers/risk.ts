import type { Ids } from '../two-companies.ts'
import type { Cases } from './cases.ts'

const risk = ({ risk }: Ids) => [risk]
const named = ({ riskRef }: Ids) => ['', riskRef]
const graded = { 'inherent-likelihood': '5', 'inherent-impact': '5', why: 'Mine' }

export const riskCases: Cases = {
  buttons: {
    'risk.list': ({ lead }) => ['0', `0 <@${lead}>`, '0 category:Orion'],
    'risk.show': risk,
    'risk.history': risk,
    'risk.assess': risk,
    'risk.edit': risk,
  },
  commands: {
    'risk.list': ({ lead, riskRef }) => ['', 'Orion', riskRef, `<@${lead}>`, 'category:Orion'],
    'risk.show': named,
    'risk.history': named,
    'risk.new': () => [''],
    'risk.edit': named,
    'risk.assess': named,
  },
  forms: {
    'risk.new': [
      { context: () => '', values: ({ category }) => ({ title: 'Mine', category }) },
      { context: () => '', values: ({ lead }, own) => ({ title: 'Mine', category: own.category, owner: lead }) },
      {
        context: () => '',
        values: ({ reference }, own) => ({ title: 'Mine', category: own.category, links: reference }),
      },
    ],
    'risk.edit': [
      { context: ({ risk }) => `${risk} 1`, values: () => ({ title: 'Mine' }) },
      { context: (_, own) => `${own.risk} 1`, values: ({ lead }) => ({ title: 'Mine', owner: lead }) },
      { context: (_, own) => `${own.risk} 1`, values: ({ category }) => ({ title: 'Mine', category }) },
    ],
    'risk.assess': [{ context: ({ risk }) => `${risk} 1`, values: () => graded }],
  },
  timers: {},
}
