/** Characters. */
export const LONGEST_KEY = 40

/** A KPI's key as it is kept: in lower case, letters of any script, digits and dashes; null when it is none. */
export function readKey(typed: string): string | null {
  const key = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')
  return key.length <= LONGEST_KEY && /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.-]*$/u.test(key) ? key : null
}

/** A key made of a name. */
export function keyFrom(name: string): string {
  const key = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
  return key.slice(0, LONGEST_KEY).replace(/^-+|-+$/g, '')
}
