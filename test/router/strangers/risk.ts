import type { Ids } from '../two-companies.ts'
import type { Cases } from './cases.ts'

const risk = ({ risk }: Ids) => [risk]
const action = ({ action }: Ids) => [action]
const step = { title: 'Mine', due: '2026-05-01', measure: 'Mine' }
const named = ({ riskRef }: Ids) => ['', riskRef]
const OWN = 'R-1'
const graded = { 'inherent-likelihood': '5', 'inherent-impact': '5', why: 'Mine' }
const settings = {
  ...{ zone: 'Europe/Berlin', days: ['1'] },
  ...{ reviewLow: 'year', reviewModerate: 'year', reviewHigh: 'year', reviewCritical: 'year' },
}

export const riskCases: Cases = {
  buttons: {
    'risk.list': ({ lead }) => ['0', `0 <@${lead}>`, '0 category:Orion'],
    'risk.show': risk,
    'risk.history': risk,
    'risk.assess': risk,
    'risk.edit': risk,
    'risk.close': risk,
    'risk.reopen': risk,
    'risk.respond': risk,
    'risk.review': risk,
    'risk.accept': risk,
    'risk.acceptance-accept': ({ acceptance }) => [acceptance],
    'risk.acceptance-decline': ({ acceptance }) => [acceptance],
    'risk.monitor': risk,
    'risk.action': risk,
    'risk.action-show': action,
    'risk.action-edit': action,
    'risk.action-done': action,
    'risk.action-drop': action,
    'risk.make': ({ blockerRef, reference, objectiveRef }) => [blockerRef, reference, objectiveRef],
    'risk.untie': ({ risk, blockerRef }) => [`${risk} B-1`, `${risk} ${blockerRef}`],
    'risk.new-category': () => [''],
    'risk.edit-category': ({ category }) => [category],
    'risk.delete-category': ({ category }) => [category],
    'risk.edit-scales': () => [''],
    'risk.settings': () => [''],
  },
  commands: {
    'risk.list': ({ lead, riskRef }) => ['', 'Orion', riskRef, `<@${lead}>`, 'category:Orion'],
    'risk.show': named,
    'risk.history': named,
    'risk.map': ({ lead }) => ['Orion', `<@${lead}>`, 'category:Orion'],
    'risk.export': () => ['Orion', 'category:Orion'],
    // It takes nothing, and its link is another one each time.
    'risk.import': () => [],
    'risk.new': () => [''],
    'risk.edit': named,
    'risk.assess': named,
    'risk.close': named,
    'risk.reopen': named,
    'risk.respond': named,
    'risk.review': named,
    'risk.accept': named,
    'risk.monitor': named,
    'risk.action': ({ riskRef, actionRef }) => ['', `add ${riskRef}`, actionRef, `done ${actionRef}`, riskRef],
    'risk.link': ({ riskRef, reference, blockerRef }) => [
      ...[`${riskRef} C-000001`, `${OWN} ${riskRef}`, `${OWN} ${reference}`, `${OWN} ${blockerRef}`],
    ],
    'risk.unlink': ({ riskRef, reference }) => [`${riskRef} C-000001`, `${OWN} ${riskRef}`, `${OWN} ${reference}`],
    'risk.categories': () => ['', 'edit Orion', 'delete Orion'],
    'risk.scales': () => [''],
    'risk.settings': () => [''],
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
    'risk.close': [{ context: ({ risk }) => `${risk} 1`, values: () => ({ why: 'Mine' }) }],
    'risk.accept': [{ context: ({ risk }) => `${risk} 1`, values: () => ({ reason: 'Mine', until: '2026-05-01' }) }],
    'risk.decide': [{ context: ({ acceptance }) => `${acceptance} accept`, values: () => ({ why: 'Mine' }) }],
    'risk.review': [{ context: ({ risk }) => `${risk} 1`, values: () => ({ still: 'yes', next: '2026-05-01' }) }],
    'risk.respond': [{ context: ({ risk }) => `${risk} 1`, values: () => ({ response: 'avoid', plan: 'Mine' }) }],
    'risk.action': [
      { context: ({ risk }) => risk, values: () => step },
      { context: (_, own) => own.risk, values: ({ lead }) => ({ ...step, owner: lead }) },
    ],
    'risk.action-edit': [
      { context: ({ action }) => `${action} 1`, values: () => step },
      { context: (_, own) => `${own.action} 1`, values: ({ lead }) => ({ ...step, owner: lead }) },
    ],
    'risk.action-done': [{ context: ({ action }) => `${action} 1`, values: () => ({ outcome: 'Mine' }) }],
    'risk.action-drop': [{ context: ({ action }) => `${action} 1`, values: () => ({ why: 'Mine' }) }],
    'risk.reopen': [{ context: ({ risk }) => `${risk} 1`, values: () => ({ why: 'Mine' }) }],
    'risk.new-category': [{ context: () => '', values: () => ({ name: '', appetite: '5' }) }],
    'risk.edit-category': [
      {
        context: ({ category }) => JSON.stringify({ id: category, name: 'Orion', appetite: 9 }),
        values: () => ({ name: 'Mine', appetite: '5' }),
      },
    ],
    'risk.delete-category': [
      { context: () => '', values: ({ category }, own) => ({ category, into: own.category }) },
      { context: () => '', values: ({ category }, own) => ({ category: own.category, into: category }) },
    ],
    'risk.scales': [{ context: () => '', values: () => ({ likelihood: 'Mine' }) }],
    'risk.settings': [
      { context: () => '', values: ({ policy }) => ({ ...settings, policy }) },
      { context: () => '', values: ({ channel }) => ({ ...settings, channel }) },
    ],
  },
  timers: { 'risk.acceptance': ({ acceptance }) => [acceptance], 'risk.round': ({ lead }) => [lead] },
}
