import type { Ids } from '../two-companies.ts'
import type { Cases } from './cases.ts'

const walk = ({ escalation }: Ids) => [escalation]
const policy = ({ policy }: Ids) => [policy]
const terms = { name: 'Mine', progress: '1d' }

export const escalationCases: Cases = {
  buttons: {
    'escalation.take': walk,
    'escalation.snooze-hour': walk,
    'escalation.snooze-tomorrow': walk,
    'escalation.hand-over': walk,
    'escalation.why': walk,
    'escalation.show': policy,
    'escalation.edit': policy,
    'escalation.try': policy,
    'escalation.walks': () => ['0 all', '0'],
    'escalation.new': () => [''],
    'escalation.fallback': ({ channel }) => ['', channel],
  },
  commands: {
    'ops.escalations': () => ['', 'all'],
    'ops.policy': ({ lead, policy }) => [
      ...['', 'list', 'show Orion', `show ${policy}`, 'edit Orion', 'try Orion', `try <@${lead}>`, 'new Orion', policy],
    ],
  },
  forms: {
    'escalation.hand-over': [
      { context: ({ escalation }) => escalation, values: () => ({ to: 'eve', note: 'Mine' }) },
      { context: (_, own) => own.escalation, values: ({ lead }) => ({ to: lead }) },
    ],
    'escalation.new': [
      { context: () => '', values: ({ lead }) => ({ ...terms, steps: `now: @${lead}` }) },
      { context: () => '', values: ({ channel }) => ({ ...terms, steps: `now: #${channel}` }) },
    ],
    'escalation.edit': [
      { context: ({ policy }) => `${policy} 1`, values: () => ({ ...terms, steps: 'now: owner' }) },
      { context: (_, own) => `${own.policy} 1`, values: ({ lead }) => ({ ...terms, steps: `now: @${lead}` }) },
    ],
    'escalation.fallback': [{ context: () => '', values: ({ channel }) => ({ channel }) }],
  },
  timers: { 'escalation.step': walk, 'escalation.idle': walk },
}
