export type Reference = { kind: 'objective' | 'key-result'; number: number }

/** `O-3`, `o3`, `KR-12`, `kr 12`, full-width too; null when it is none. The letters are needed: a bare number may be a value. */
export function readReference(typed: string): Reference | null {
  const [, letters, digits = ''] = /^(o|kr)\s*[-‐–—_#]?\s*(\d{1,9})$/iu.exec(typed.normalize('NFKC').trim()) ?? []
  if (!letters || Number(digits) === 0) return null
  return { kind: letters.toLowerCase() === 'o' ? 'objective' : 'key-result', number: Number(digits) }
}

export const writeObjective = (number: number): string => `O-${number}`
export const writeKeyResult = (number: number): string => `KR-${number}`
