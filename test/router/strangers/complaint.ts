import type { FieldValue } from '../../../src/chat/form.ts'
import type { Ids } from '../two-companies.ts'
import type { Cases } from './cases.ts'

const byId = ({ complaint }: Ids) => [complaint]
const rule = ({ rule }: Ids) => [rule]
const draft = ({ draft }: Ids) => [draft]
const OWN = 'C-000001'
const named =
  (...rest: string[]) =>
  ({ reference }: Ids) =>
    ['', ...rest].map((more) => `${reference} ${more}`)

const theirs = (values: Record<string, FieldValue>) => [
  { context: ({ complaint }: Ids) => complaint, values: () => values },
  { context: ({ complaint }: Ids) => `${complaint} 1`, values: () => values },
]
const typed = { customer: 'Mine', what: 'Mine', via: 'phone' }
const hours = { zone: 'Europe/Berlin', days: ['1'], spans: '9-17', holidays: '', language: 'en' }

export const complaintCases: Cases = {
  buttons: {
    'complaint.file-draft': draft,
    'complaint.dismiss-draft': draft,
    'complaint.file-as-new': draft,
    'complaint.add-to-this': (ids) => [`${ids.complaint} ${ids.draft}`, `${ids.draft} ${ids.complaint}`],
    'complaint.settings': () => [''],
    'complaint.unwatch': ({ channel }) => [channel],
    'complaint.rules': () => [''],
    'complaint.rule': rule,
    'complaint.add-rule': rule,
    'complaint.edit-rule': rule,
    'complaint.rule-up': rule,
    'complaint.rule-down': rule,
    'complaint.delete-rule': rule,
    'complaint.list': ({ lead }) => ['0', '0 Orion', `0 all <@${lead}>`],
    'complaint.export': ({ lead }) => ['Orion', `all <@${lead}>`],
    'complaint.show': byId,
    'complaint.history': ({ complaint }) => [complaint, `${complaint} 0`],
    'complaint.note': byId,
    'complaint.evidence': byId,
    'complaint.clock': ({ complaint, clock }) => [complaint, clock],
    'complaint.rate': byId,
    'complaint.named': byId,
    'complaint.public': byId,
    'complaint.pause': byId,
    'complaint.resume': byId,
    'complaint.acknowledge': byId,
    'complaint.investigate': byId,
    'complaint.propose': byId,
    'complaint.approve': ({ complaint }) => [complaint, `${complaint} ${complaint}`],
    'complaint.reject': ({ complaint }) => [complaint, `${complaint} ${complaint}`],
    'complaint.reply': byId,
    'complaint.close': byId,
    'complaint.close-now': byId,
    'complaint.reopen': byId,
    'complaint.withdraw': byId,
    'complaint.merge': byId,
    'complaint.merge-for-good': ({ complaint }) => [`${complaint} ${complaint}`],
    'complaint.assign': byId,
    'complaint.assign-to': ({ complaint, lead }) => [`${complaint} ${lead}`],
    'complaint.classify': byId,
    'complaint.sla-edit': () => ['3'],
  },
  commands: {
    // Its form has an id of its own each time, and nobody else's in it.
    'complaint.': () => [],
    'complaint.list': ({ lead }) => ['', 'Orion', 'all', `all <@${lead}>`, 'product:Prototype'],
    'complaint.export': ({ lead }) => ['', 'Orion', `all <@${lead}>`],
    'complaint.report': () => ['', 'Orion'],
    'complaint.rules': ({ lead }) => ['', 'try Orion', `try <@${lead}> burnt`, 'Orion'],
    'complaint.watched': () => [''],
    'complaint.settings': () => [''],
    'complaint.watch': ({ channel }) => ['', `<#${channel}>`],
    'complaint.unwatch': ({ channel }) => [`<#${channel}>`],
    'complaint.sla': () => ['', 's3', 's3 product'],
    'complaint.show': ({ reference, complaint }) => [reference, complaint, 'Orion'],
    'complaint.history': named(),
    'complaint.note': named('Mine'),
    'complaint.evidence': named('https://mine.example'),
    'complaint.link': ({ reference, complaint }) => [
      ...[`${OWN} ${reference}`, `${OWN} ${complaint}`, `${reference} ${OWN}`, `${OWN} Orion`],
    ],
    'complaint.clock': named(),
    'complaint.rate': named('5'),
    'complaint.survey': named(),
    'complaint.named': ({ reference, lead }) => [`${reference} <@${lead}>`, `${OWN} <@${lead}>`],
    'complaint.confidential': named('on', 'off'),
    'complaint.pause': named('why'),
    'complaint.resume': named(),
    'complaint.acknowledge': named(),
    'complaint.investigate': named('Mine'),
    'complaint.propose': named('Mine'),
    'complaint.approve': named(),
    'complaint.reject': named('no'),
    'complaint.reply': named('Mine'),
    'complaint.close': named(),
    'complaint.reopen': named('why'),
    'complaint.withdraw': named('why'),
    'complaint.merge': ({ reference }) => [
      ...[`${reference} into ${OWN}`, `${OWN} into ${reference}`, `${OWN} ${reference}`],
    ],
    'complaint.assign': ({ reference, lead }) => [`${reference} me`, `${reference} <@${lead}>`, `${OWN} <@${lead}>`],
    'complaint.classify': named('s1'),
  },
  forms: {
    'complaint.file': [
      { context: () => 'command 1', values: ({ lead }) => ({ ...typed, named: [lead] }) },
      { context: ({ draft }) => `watched ${draft}`, values: () => typed },
      { context: ({ draft }) => `message ${draft}`, values: () => typed },
    ],
    'complaint.settings': [
      { context: () => '{}', values: ({ channel }) => ({ ...hours, triage: channel }) },
      { context: () => '{}', values: ({ lead }) => ({ ...hours, duty: lead }) },
      { context: () => '{}', values: ({ policy }) => ({ ...hours, policy }) },
    ],
    'complaint.add-rule': [
      { context: () => '', values: ({ lead }) => ({ owner: lead }) },
      { context: () => '', values: ({ channel }) => ({ channel }) },
    ],
    'complaint.edit-rule': [
      { context: ({ rule }) => `{"id":"${rule}"}`, values: (_, own) => ({ owner: own.lead }) },
      { context: (_, own) => `{"id":"${own.rule}"}`, values: ({ lead }) => ({ owner: lead }) },
    ],
    'complaint.note': theirs({ text: 'Mine' }),
    'complaint.evidence': theirs({ link: 'https://mine.example' }),
    'complaint.rate': theirs({ score: '5' }),
    'complaint.named': [
      ...theirs({ people: [] }),
      { context: (_, own) => `${own.complaint} 1`, values: ({ lead }) => ({ people: [lead] }) },
    ],
    'complaint.pause': theirs({ reason: 'why' }),
    'complaint.investigate': theirs({ findings: 'Mine' }),
    'complaint.propose': theirs({ text: 'Mine' }),
    'complaint.reject': theirs({ reason: 'no' }),
    'complaint.reply': theirs({ told: 'Mine' }),
    'complaint.reopen': theirs({ reason: 'why' }),
    'complaint.withdraw': theirs({ reason: 'why' }),
    'complaint.merge': [
      ...theirs({ into: OWN }),
      { context: (_, own) => own.complaint, values: ({ reference }) => ({ into: reference }) },
    ],
    'complaint.assign': [
      ...theirs({ owner: 'eve' }),
      { context: (_, own) => `${own.complaint} ${own.lead}`, values: ({ lead }) => ({ owner: lead }) },
    ],
    'complaint.classify': theirs({ severity: '1', type: 'other' }),
    'complaint.sla': [{ context: ({ complaint }) => complaint, values: () => ({ acknowledge: 'soon' }) }],
  },
  timers: {
    'complaint.voc': byId,
    'complaint.close': byId,
    'complaint.warn': ({ clock }) => [clock],
    'complaint.breach': ({ clock }) => [clock],
    'complaint.replan': byId,
    'complaint.forget-typed': draft,
  },
}
