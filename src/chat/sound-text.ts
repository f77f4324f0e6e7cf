/** Text as PostgreSQL can keep it: without NUL characters and halves of surrogate pairs. */
export const soundText = (text: string): string => text.replaceAll('\0', '').toWellFormed()
