import { z } from 'zod'

export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, says(`must be one of ${words.join(', ')}`, words[0]))
}

export function text(pattern: RegExp, rule: string, example: string) {
  return z.string().regex(pattern, says(rule, example))
}

export function address(schemes: readonly string[], example: string) {
  const rule = `must be an address starting with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`
  return z.string().refine((value) => schemes.some((scheme) => isAddress(value, scheme)), says(rule, example))
}

function isAddress(value: string, scheme: string): boolean {
  return value.startsWith(`${scheme}://`) && value.length > scheme.length + 3 && URL.canParse(value)
}

/** What zod says of a variable; its name is put before. */
export function says(rule: string, example: string): string {
  return `${rule}, for example ${example}`
}
