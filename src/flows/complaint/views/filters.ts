import type { CommandLine } from '../../../chat/command-line.ts'
import { classNames } from '../messages/classes.ts'
import type { Severity, Type } from '../rules/classes.ts'
import { SEVERITIES, TYPES } from '../rules/classes.ts'

/** Which complaints are meant; what is empty means all of them. */
export type Filters = {
  state: 'open' | 'closed' | 'all'
  isMine: boolean
  isBreached: boolean
  severities: readonly Severity[]
  types: readonly Type[]
  ownerIds: readonly string[]
  product: string | null
  text: string | null
}

/** `mine breached s1 delivery @ben product:Router "no signal"`, in either language; words that are none search. */
export function readFilters({ words, options, people }: CommandLine): Filters {
  const typed = words.map((word) => ({ word, plain: word.normalize('NFKC').toLowerCase() }))
  const isTyped = (known: readonly string[]): boolean => typed.some(({ plain }) => known.includes(plain))
  const severities = SEVERITIES.filter((severity) => isTyped([`s${severity}`]))
  const types = TYPES.filter((type) => isTyped(namesOf(type)))
  const unread = typed.filter(({ plain }) => !isKnown(plain)).map(({ word }) => word)
  const { product, 产品: chinese, ...others } = options
  const strange = Object.entries(others).filter(([, value]) => !value.startsWith('<@'))
  const text = [...unread, ...strange.map(([key, value]) => `${key}:${value}`)].join(' ').trim()
  return {
    state: stateIn(isTyped),
    isMine: isTyped(WORDS.mine),
    isBreached: isTyped(WORDS.breached),
    severities,
    types,
    ownerIds: people,
    product: product ?? chinese ?? null,
    text: text || null,
  }
}

function stateIn(isTyped: (known: readonly string[]) => boolean): Filters['state'] {
  if (isTyped(WORDS.all)) return 'all'
  if (!isTyped(WORDS.closed)) return 'open'
  return isTyped(WORDS.open) ? 'all' : 'closed'
}

const WORDS = {
  mine: ['mine', 'my', '我的'],
  open: ['open', '未结'],
  closed: ['closed', '已结', '已关闭'],
  all: ['all', '全部', '所有'],
  breached: ['breached', 'late', '超时', '已超时'],
}
const namesOf = (type: Type): string[] => [type, classNames.en.type[type], classNames['zh-CN'].type[type]]
const KNOWN = new Set([...Object.values(WORDS).flat(), ...TYPES.flatMap(namesOf)])
const isKnown = (plain: string): boolean => KNOWN.has(plain) || /^s[1-4]$/.test(plain)
