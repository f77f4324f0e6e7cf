/** Of an exported file: in English and in this order, whatever the reader's language; an import finds them by name. */
export const COLUMNS = [
  ...(['risk', 'title', 'description', 'category', 'owner', 'line', 'cause', 'event', 'consequence'] as const),
  ...(['inherent likelihood', 'inherent impact', 'residual likelihood', 'residual impact', 'why'] as const),
  // Told and not read: these have rules of their own.
  ...(['score', 'level', 'appetite', 'state', 'response', 'plan', 'next review', 'links'] as const),
  ...(['created', 'closed', 'close reason'] as const),
]
export type Column = (typeof COLUMNS)[number]

export const NEEDED: readonly Column[] = ['title']
