import type { Ids } from '../two-companies.ts'
import type { For, Roles } from './roles.ts'

const standup = (who: For) => ({ for: who, value: (ids: Ids) => ids.standup })
const openRun = (who: For) => ({ for: who, value: (ids: Ids) => ids.openRun })
const named = (who: For) => ({ for: who, typed: () => 'Orion' })

export const standupRoles: Roles = {
  buttons: {
    'standup.new': standup('colleagues'),
    'standup.edit': standup('lead'),
    'standup.show': standup('colleagues'),
    'standup.pause': standup('lead'),
    'standup.resume': standup('lead'),
    'standup.delete': standup('lead'),
    'standup.delete-for-good': standup('lead'),
    'standup.start': standup('lead'),
    'standup.status': standup('colleagues'),
    'standup.history': standup('those who belong'),
    'standup.export': standup('those who belong'),
    'standup.answer': openRun('participants'),
    'standup.skip': openRun('participants'),
    'standup.resolve': { for: 'those who belong', value: ({ blocker, closedRun }) => `${blocker} ${closedRun}` },
    'standup.blockers': standup('those who belong'),
    'standup.resolve-here': { for: 'those who belong', value: ({ blocker }) => blocker },
    'standup.full': openRun('colleagues'),
  },
  commands: {
    'standup.new': named('colleagues'),
    'standup.list': { for: 'colleagues', typed: () => '' },
    'standup.edit': named('lead'),
    'standup.show': named('colleagues'),
    'standup.pause': named('lead'),
    'standup.resume': named('lead'),
    'standup.delete': named('lead'),
    'standup.start': named('lead'),
    'standup.status': named('colleagues'),
    'standup.history': named('those who belong'),
    'standup.export': named('those who belong'),
    'standup.blockers': named('those who belong'),
    'standup.answer': named('participants'),
    'standup.skip': { for: 'participants', typed: () => '' },
  },
  forms: {
    'standup.new': { for: 'colleagues', context: () => '' },
    'standup.edit': { for: 'lead', context: (ids) => `${ids.standup} 1` },
    'standup.answer': { for: 'participants', context: (ids) => ids.openRun },
    'standup.skip': { for: 'participants', context: (ids) => ids.openRun },
  },
}
