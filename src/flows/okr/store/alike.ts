/** Equal but for its case. The database compares by a pattern, in which _ and % would stand for any letters. */
export const alike = (text: string) => ({
  equals: text.replace(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
})
