/** Cut at a whole character, with an ellipsis where something is missing. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const { segment: last } = [...characters.segment(text.slice(0, most))].at(-1) ?? { segment: '' }
  return `${text.slice(0, most - last.length).trimEnd()}…`
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
