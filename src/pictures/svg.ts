/** People's words in an SVG; what XML cannot hold is left out. */
export const escaped = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** As much of the words as has room, in heights of a character: Chinese ones are as wide as high, others about half. */
export function fitted(words: string, room: number): string {
  if (widthOf(words) <= room) return words
  let width = widthOf('…')
  let kept = ''
  for (const character of words) {
    width += widthOf(character)
    if (width > room) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

export const widthOf = (words: string): number =>
  [...words].reduce(
    (width, character) => width + (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(character) ? 1 : 0.58),
    0,
  )
