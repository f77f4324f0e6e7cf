import type { Ids } from '../two-companies.ts'
import type { Cases } from './cases.ts'

const objective = ({ objective }: Ids) => [objective]
const keyResult = ({ keyResult }: Ids) => [keyResult]
const OWN = 'O-1'
const either = (rest = '') => [({ objectiveRef }: Ids) => `${objectiveRef} ${rest}`.trim()]
const named =
  (...rest: string[]) =>
  (ids: Ids) =>
    ['', ...rest].flatMap((more) => either(more).map((typed) => typed(ids)))

const measured = { title: 'Mine', kind: 'numeric', start: '0', target: '5', weight: '1' }
const settings = { fiscal: '1', zone: 'Europe/Berlin', days: ['1'], every: 'week', day: '1', time: '09:00' }
const waits = { fresh: '3', nudge: '2', lead: '4', manager: '6' }

export const okrCases: Cases = {
  buttons: {
    'okr.check-in': ({ keyResult }) => [keyResult, `${keyResult} {"value":"5"}`],
    'okr.list': ({ lead }) => ['0', '0 all', `0 <@${lead}>`, '0 team:Orion'],
    'okr.tree': () => ['0', '0 Orion'],
    'okr.show': objective,
    'okr.chart': objective,
    'okr.history': keyResult,
    'okr.kr': objective,
    'okr.edit': objective,
    'okr.edit-kr': keyResult,
    'okr.close-cycle': ({ cycle }) => [cycle],
    'okr.settings': () => [''],
    'okr.review': objective,
    'okr.grades': objective,
    'okr.carry': ({ objective, keyResult }) => [`${objective} all`, `${objective} ${keyResult}`],
    'okr.show-review': objective,
    'okr.tie': ({ blockerRef, reference }) => [blockerRef, reference],
    'okr.untie': ({ objective, blockerRef }) => [`${objective} B-1`, `${objective} ${blockerRef}`],
  },
  commands: {
    'okr.update': ({ keyResultRef }) => ['', keyResultRef, `${keyResultRef} 5`, '"Orion" 5'],
    'okr.list': ({ lead }) => ['', 'all', `<@${lead}>`, 'team:Orion', 'cycle:Orion', 'Orion'],
    'okr.tree': () => ['', 'Orion'],
    'okr.show': ({ objectiveRef, keyResultRef }) => [objectiveRef, keyResultRef],
    'okr.chart': named(),
    'okr.history': ({ keyResultRef }) => [keyResultRef],
    'okr.link': ({ objectiveRef, reference, blockerRef }) => [
      ...[`${objectiveRef} C-000001`, `${OWN} ${objectiveRef}`, `${OWN} ${reference}`, `${OWN} ${blockerRef}`],
    ],
    'okr.unlink': ({ objectiveRef, reference }) => [
      ...[`${objectiveRef} C-000001`, `${OWN} ${objectiveRef}`, `${OWN} ${reference}`],
    ],
    'okr.follow': named(),
    'okr.unfollow': named(),
    'okr.new': () => [''],
    'okr.kr': named('Mine'),
    'okr.edit': ({ objectiveRef, keyResultRef }) => [objectiveRef, keyResultRef],
    'okr.align': ({ objectiveRef }) => [`${objectiveRef} to ${OWN}`, `${OWN} to ${objectiveRef}`],
    'okr.move': ({ objectiveRef }) => [`${objectiveRef} to Sunrise`, `${OWN} to Orion`],
    'okr.archive': ({ objectiveRef, keyResultRef }) => [objectiveRef, keyResultRef, `${objectiveRef} undo`],
    'okr.cycle': () => ['', 'close Orion', 'reopen Orion', 'new'],
    'okr.rhythm': ({ objectiveRef }) => ['', `${objectiveRef} weekly mon`, 'team:Orion weekly mon'],
    'okr.settings': () => [''],
    'okr.export': () => ['', 'Orion'],
    // Its link is another one each time.
    'okr.import': () => ['Orion'],
    'okr.review': named(),
    'okr.reviews': ({ lead }) => ['', 'Orion', `<@${lead}>`],
  },
  forms: {
    'okr.new': [
      { context: () => '', values: ({ cycle }) => ({ title: 'Mine', cycle }) },
      { context: () => '', values: ({ lead }, own) => ({ title: 'Mine', cycle: own.cycle, owner: lead }) },
      { context: () => '', values: (ids, own) => ({ title: 'Mine', cycle: own.cycle, parent: ids.objectiveRef }) },
    ],
    'okr.edit': [
      { context: ({ objective }) => `${objective} 1`, values: () => ({ title: 'Mine' }) },
      { context: (_, own) => `${own.objective} 1`, values: ({ lead }) => ({ title: 'Mine', owner: lead }) },
    ],
    'okr.new-kr': [
      { context: ({ objective }) => objective, values: () => measured },
      { context: (_, own) => own.objective, values: ({ lead }) => ({ ...measured, owner: lead }) },
    ],
    'okr.edit-kr': [
      { context: ({ keyResult }) => `${keyResult} 1`, values: () => measured },
      { context: (_, own) => `${own.keyResult} 1`, values: ({ lead }) => ({ ...measured, owner: lead }) },
    ],
    'okr.new-cycle': [{ context: () => '', values: () => ({ name: '', from: '', to: '' }) }],
    'okr.settings': [
      { context: () => '{}', values: ({ policy }) => ({ ...settings, ...waits, policy }) },
      { context: () => '{}', values: ({ channel }) => ({ ...settings, ...waits, digest: channel }) },
    ],
    'okr.check-in': [{ context: (ids) => `${ids.keyResult} 0 ${ids.cycle}`, values: () => ({ value: '5' }) }],
    'okr.tie': [
      { context: ({ blockerRef }) => blockerRef, values: () => ({ objective: OWN }) },
      { context: () => 'B-1', values: ({ objective }) => ({ objective }) },
      { context: () => 'B-1', values: ({ objectiveRef }) => ({ objective: objectiveRef }) },
    ],
    'okr.review': [{ context: ({ objective }) => `${objective} 0`, values: () => ({ lessons: 'Mine' }) }],
    'okr.grades': [{ context: ({ objective }) => `${objective} 1 1`, values: () => ({ reason: 'Mine' }) }],
  },
  timers: {
    'okr.round': ({ lead }) => [lead],
    'okr.digest': ({ cycle }) => [cycle],
  },
}
