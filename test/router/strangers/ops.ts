import type { Cases } from './cases.ts'

export const opsCases: Cases = {
  buttons: {
    'ops.back': ({ absence, lead }) => [absence, lead],
    'ops.cancel-absence': ({ absence }) => [absence],
    'ops.give-up-admin': ({ lead }) => [lead],
    'ops.retry': ({ deadPost, deadTimer }) => [deadPost, deadTimer],
    'ops.drop': ({ deadPost, deadTimer }) => [deadPost, deadTimer],
    'ops.erase-traces': () => ['Orion Ltd.', 'ask@Orion.example'],
    'ops.erase-member': ({ lead, participant }) => [lead, participant],
    'ops.new-token': () => [''],
    'ops.link-for-good': () => ['AAAAAAAAAA'],
    'ops.revoke-token': ({ token }) => [token],
  },
  commands: {
    'ops.': () => [''],
    'ops.help': () => [''],
    'ops.upcoming': ({ lead }) => [`<@${lead}>`],
    'ops.me': ({ lead }) => [`<@${lead}>`],
    'ops.away': ({ lead }) => [`tomorrow <@${lead}>`, `tomorrow backup:<@${lead}>`, `tomorrow backup:${lead}`],
    'ops.back': ({ lead }) => [`<@${lead}>`],
    'ops.health': () => [''],
    'ops.link': () => ['AAAAAAAAAA'],
    'ops.erase': ({ lead }) => ['Orion Ltd.', 'ask@Orion.example', `<@${lead}>`],
    'ops.token': ({ token }) => ['', 'list', 'revoke Orion', `revoke ${token}`, 'new Orion'],
    'ops.manager': ({ lead, participant }) => [
      ...[`<@${lead}>`, `<@${lead}> <@${participant}>`, `<@${lead}> none`, `backup:<@${lead}>`],
    ],
    'ops.role': ({ lead, participant }) => ['', `risk <@${lead}>`, `audit <@${participant}> off`],
    // One that counts what was recorded says another number each time.
    'ops.audit': () => ['2020-01-01 2020-01-02', 'Orion'],
    'ops.admin': ({ lead, participant }) => [`grant <@${lead}>`, `revoke <@${participant}>`, `<@${lead}>`],
  },
  forms: {
    'ops.me': [{ context: ({ lead }) => lead, values: () => ({ timeZone: 'Mars/Base' }) }],
    'ops.new-token': [{ context: ({ token }) => token, values: () => ({ name: '' }) }],
    'ops.away': [{ context: () => '', values: ({ lead }) => ({ from: 'tomorrow', to: 'tomorrow', backup: lead }) }],
    'ops.manager': [
      { context: () => '', values: ({ lead }) => ({ member: lead }) },
      { context: () => '', values: ({ lead }) => ({ manager: lead }) },
      { context: () => 'own', values: ({ participant }) => ({ backup: participant }) },
    ],
  },
  timers: {},
}
