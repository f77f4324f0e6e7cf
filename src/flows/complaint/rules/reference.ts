/** `C-000123`: six digits at least. */
export const writeReference = (number: number): string => `C-${String(number).padStart(6, '0')}`

/** The number in `C-12`, `c000012`, `＃12` or `12`; null when it is none. */
export function readReference(typed: string): number | null {
  const digits = /^(?:c[-–—‐]?|#)?0*(\d{1,9})$/.exec(typed.normalize('NFKC').toLowerCase().trim())?.[1]
  const number = Number(digits ?? 0)
  return number > 0 ? number : null
}
