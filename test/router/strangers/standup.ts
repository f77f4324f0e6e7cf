import type { Ids } from '../two-companies.ts'
import type { Cases } from './cases.ts'

const ownVersion = (_: Ids, own: Ids) => `${own.standup} 1`

export const standupCases: Cases = {
  buttons: {
    'standup.new': () => [''],
    'standup.edit': ({ standup }) => [standup],
    'standup.show': ({ standup, openRun }) => [standup, openRun],
    'standup.pause': ({ standup }) => [standup],
    'standup.resume': ({ standup }) => [standup],
    'standup.delete': ({ standup }) => [standup],
    'standup.delete-for-good': ({ standup }) => [standup],
    'standup.start': ({ standup }) => [standup],
    'standup.status': ({ standup }) => [standup],
    'standup.history': ({ standup }) => [standup],
    'standup.export': ({ standup }) => [standup],
    'standup.answer': ({ openRun, closedRun, entry, standup }) => [openRun, closedRun, entry, standup],
    'standup.skip': ({ openRun, closedRun, standup }) => [openRun, closedRun, standup, `${openRun} no time`],
    'standup.resolve': ({ blocker, openRun, closedRun }) => [
      `${blocker} ${closedRun}`,
      `${blocker} ${openRun}`,
      blocker,
    ],
    'standup.blockers': ({ standup }) => [standup],
    'standup.resolve-here': ({ blocker }) => [blocker],
    'standup.full': ({ openRun, closedRun }) => [openRun, closedRun],
  },
  commands: {
    'standup.new': ({ channel, lead }) => [`<#${channel}> <@${lead}>`],
    'standup.list': ({ lead }) => [`<@${lead}>`],
    ...Object.fromEntries(
      ['edit', 'show', 'pause', 'resume', 'delete', 'start', 'answer', 'status', 'blockers'].map((name) => [
        `standup.${name}`,
        ({ standup }: Ids) => ['Orion', standup],
      ]),
    ),
    // It takes no name, only a reason, and is about one's own part.
    'standup.skip': () => [],
    'standup.history': ({ lead, participant, standup }) => [`<@${lead}>`, `<@${participant}> 90`, 'Orion', standup],
    'standup.export': ({ standup }) => ['Orion', standup, 'Orion 2026-03-01 2026-03-04'],
  },
  forms: {
    'standup.new': [
      { context: () => '', values: ({ lead, participant }) => ({ participants: [lead, participant] }) },
      { context: () => '', values: ({ channel }) => ({ channel }) },
      { context: ({ standup }) => `${standup} 1`, values: ({ lead }) => ({ lead }) },
    ],
    'standup.edit': [
      { context: ({ standup }) => `${standup} 1`, values: () => ({}) },
      { context: ({ standup }) => standup, values: () => ({ name: 'Mine now' }) },
      { context: ownVersion, values: ({ lead }) => ({ lead }) },
      { context: ownVersion, values: ({ participant }) => ({ participants: [participant] }) },
      { context: ownVersion, values: ({ channel }) => ({ channel }) },
    ],
    'standup.answer': [
      { context: ({ openRun }) => openRun, values: ({ question }) => ({ [question]: 'Mine' }) },
      { context: ({ closedRun }) => closedRun, values: ({ question }) => ({ [question]: 'Mine' }) },
      {
        context: (_, own) => own.openRun,
        values: ({ question, blocker }) => ({ [question]: 'Mine', resolved: [blocker] }),
      },
    ],
    'standup.skip': [
      { context: ({ openRun }) => openRun, values: () => ({ reason: 'no time' }) },
      { context: ({ standup }) => standup, values: () => ({ reason: 'no time' }) },
    ],
  },
  timers: {
    'standup.open': ({ standup }) => [standup],
    'standup.close': ({ openRun, closedRun }) => [openRun, closedRun],
    'standup.prompt': ({ openRun }) => [`${openRun}:2026-03-03T08:00:00Z`],
    'standup.remind': ({ openRun }) => [`${openRun}:2026-03-03T08:00:00Z`],
  },
}
