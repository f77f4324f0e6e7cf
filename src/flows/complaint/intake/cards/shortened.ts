/** At most so many characters, none of them cut in half; an ellipsis where something is missing. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = [...characters.segment(text.slice(0, most))].slice(0, -1)
  return `${whole
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
