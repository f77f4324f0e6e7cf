import type { Ids } from '../two-companies.ts'
import type { For, Roles } from './roles.ts'

const objective = (who: For) => ({ for: who, value: ({ objective }: Ids) => objective })
const keyResult = (who: For) => ({ for: who, value: ({ keyResult }: Ids) => keyResult })
const typed = (who: For, rest = '') => ({ for: who, typed: (ids: Ids) => `${ids.objectiveRef} ${rest}`.trim() })
const about = (who: For, rest = '') => ({ for: who, typed: (ids: Ids) => `${ids.keyResultRef} ${rest}`.trim() })
const words = (who: For, line = '') => ({ for: who, typed: () => line })
const admins = { for: 'administrators', context: () => '' } as const

export const okrRoles: Roles = {
  buttons: {
    'okr.check-in': keyResult('the owner'),
    'okr.list': { for: 'colleagues', value: () => '0 all' },
    'okr.tree': { for: 'colleagues', value: () => '0' },
    'okr.show': objective('colleagues'),
    'okr.chart': objective('colleagues'),
    'okr.history': keyResult('colleagues'),
    'okr.kr': objective('the owner'),
    'okr.edit': objective('the owner'),
    'okr.edit-kr': keyResult('the owner'),
    'okr.close-cycle': { for: 'administrators', value: ({ cycle }) => cycle },
    'okr.settings': { for: 'administrators', value: () => '' },
    'okr.review': objective('the owner'),
    'okr.grades': objective('the owner'),
    'okr.carry': { for: 'the owner', value: (ids) => `${ids.objective} all` },
    'okr.show-review': objective('colleagues'),
    'okr.tie': { for: 'colleagues', value: ({ blockerRef }) => blockerRef },
    'okr.untie': { for: 'the owner', value: (ids) => `${ids.objective} ${ids.blockerRef}` },
  },
  commands: {
    'okr.update': about('the owner', '5'),
    'okr.list': words('colleagues'),
    'okr.tree': words('colleagues'),
    'okr.show': typed('colleagues'),
    'okr.chart': typed('colleagues'),
    'okr.history': about('colleagues'),
    'okr.link': { for: 'the owner', typed: (ids) => `${ids.objectiveRef} ${ids.reference}` },
    'okr.unlink': { for: 'the owner', typed: (ids) => `${ids.objectiveRef} ${ids.reference}` },
    'okr.follow': words('colleagues'),
    'okr.unfollow': words('oneself'),
    'okr.new': words('colleagues'),
    'okr.kr': typed('the owner'),
    'okr.edit': typed('the owner'),
    'okr.align': typed('the owner', 'to none'),
    'okr.move': typed('the owner', 'to Sunrise'),
    'okr.archive': about('the owner'),
    'okr.cycle': words('administrators', 'close Orion'),
    'okr.rhythm': typed('the owner', 'weekly mon'),
    'okr.settings': words('administrators'),
    'okr.export': words('oneself'),
    'okr.import': words('oneself', 'Nowhere'),
    'okr.review': typed('the owner'),
    'okr.reviews': words('colleagues'),
  },
  forms: {
    'okr.new': { for: 'colleagues', context: () => '' },
    'okr.edit': { for: 'the owner', context: ({ objective }) => `${objective} 1` },
    'okr.new-kr': { for: 'the owner', context: ({ objective }) => objective },
    'okr.edit-kr': { for: 'the owner', context: ({ keyResult }) => `${keyResult} 1` },
    'okr.new-cycle': admins,
    'okr.settings': admins,
    'okr.check-in': { for: 'the owner', context: (ids) => `${ids.keyResult} 0 ${ids.cycle}` },
    'okr.tie': { for: 'the owner', context: ({ blockerRef }) => blockerRef },
    'okr.review': { for: 'the owner', context: ({ objective }) => `${objective} 0` },
    'okr.grades': { for: 'the owner', context: ({ objective }) => `${objective} 1 1` },
  },
}
