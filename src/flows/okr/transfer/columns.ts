/** Of an exported file: in English and in this order, whatever the reader's language; an import finds them by name. */
export const COLUMNS = [
  ...(['objective', 'objective title', 'why', 'objective owner', 'team', 'contributes to', 'visibility'] as const),
  ...(['check-ins', 'check-in day', 'objective archived'] as const),
  ...(['key result', 'key result title', 'key result owner', 'kind', 'from', 'to', 'unit', 'better is'] as const),
  ...(['milestones', 'weight', 'kpi', 'key result archived'] as const),
  ...(['value', 'milestones done', 'confidence', 'date', 'note'] as const),
]
export type Column = (typeof COLUMNS)[number]
export type Cells = Record<Column, string>

/** What every file needs, so that something else is not taken for one. */
export const NEEDED: readonly Column[] = ['objective title', 'key result title']

export const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Cells

export const YES = 'yes'
