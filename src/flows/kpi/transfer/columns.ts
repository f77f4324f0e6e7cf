/** Of an exported file: in English and in this order, whatever the reader's language; an import finds them by name. */
export const COLUMNS = [
  ...(['kpi', 'period', 'value'] as const),
  // Told and not read.
  ...(['name', 'unit', 'layer', 'owner', 'source', 'entered', 'by'] as const),
]
export type Column = (typeof COLUMNS)[number]

export const NEEDED: readonly Column[] = ['kpi', 'period', 'value']

/** What is exported can be read back. */
export const MOST_VALUES = 50_000
