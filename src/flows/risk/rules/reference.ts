export type Reference = { kind: 'risk' | 'action'; number: number }

/** `R-12`, `r12`, `RA-3`, full-width too; null when it is none. */
export function readReference(typed: string): Reference | null {
  const [, letters, digits = ''] = /^(r|ra)\s*[-‐–—_#]?\s*(\d{1,9})$/iu.exec(typed.normalize('NFKC').trim()) ?? []
  if (!letters || Number(digits) === 0) return null
  return { kind: letters.toLowerCase() === 'r' ? 'risk' : 'action', number: Number(digits) }
}

export const writeRisk = (number: number): string => `R-${number}`
export const writeAction = (number: number): string => `RA-${number}`
