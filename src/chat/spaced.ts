/** A Chinese sentence: what is put into it stands apart where a Latin letter or a digit meets a Chinese character. */
export function spaced(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return values.reduce<string>(
    (said, value, at) => join(join(said, String(value)), texts[at + 1] ?? ''),
    texts[0] ?? '',
  )
}

const join = (before: string, after: string): string =>
  meetsLatin(before, after) ? `${before} ${after}` : before + after

const meetsLatin = (before: string, after: string): boolean =>
  (/\p{Script=Han}$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(after)) ||
  (/[\p{Script=Latin}\d]$/u.test(before) && /^\p{Script=Han}/u.test(after))
