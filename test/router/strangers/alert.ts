import type { Ids } from '../two-companies.ts'
import type { Cases } from './cases.ts'

const alert = ({ alert }: Ids) => [alert]
const about = (values: Cases['forms'][string][number]['values']) => [{ context: ({ alert }: Ids) => alert, values }]

export const alertCases: Cases = {
  buttons: {
    'alert.list': () => ['0 all'],
    'alert.show': alert,
    'alert.take': alert,
    'alert.note': alert,
    'alert.assign': alert,
    'alert.resolve': alert,
    'alert.settings': () => [''],
  },
  commands: { 'risk.alerts': ({ alertRef }) => ['', 'all', 'over', alertRef, 'settings'] },
  forms: {
    'alert.note': about(() => ({ text: 'Mine' })),
    'alert.resolve': about(() => ({ text: 'Mine' })),
    'alert.assign': [
      ...about((_, own) => ({ to: own.lead })),
      { context: (_, own) => own.alert, values: ({ lead }) => ({ to: lead }) },
    ],
    'alert.settings': [
      { context: () => '', values: ({ channel }) => ({ channel, storm: '5' }) },
      { context: () => '', values: ({ policy }) => ({ high: policy, storm: '5' }) },
    ],
  },
  timers: {
    'alert.unmute': alert,
    'alert.settle': alert,
  },
}
