export const nearestWord = (_word: string, _of: readonly string[]): string | null => null
