const PREFIX = 'field.'

/** The id of a field's input, which is never that of anything else in an answer. */
export const inputId = (field: string): string => PREFIX + field

/** The field whose input has this id. */
export const fieldOf = (id: string): string | undefined => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined)
