type Digits = { readings: readonly string[]; significant: number }

const GROUP = "[ '’\\u00a0\\u2009\\u202f]"
/** Each way of writing digits, and how it is to be understood; the first that fits wins. */
const WAYS: readonly { pattern: RegExp; read: (text: string) => readonly string[] }[] = [
  { pattern: /^(?:\d+|\d*\.\d+|\d+\.)(?:e[+-]?\d{1,3})?$/, read: (text) => [text] },
  { pattern: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, read: (text) => [text.replaceAll(',', '')] },
  {
    pattern: /^\d{1,3}(?:\.\d{3})+,\d+$/,
    read: (text) => [text.replaceAll('.', '').replace(',', '.')],
  },
  { pattern: /^\d{1,3}(?:\.\d{3}){2,}$/, read: (text) => [text.replaceAll('.', '')] },
  {
    pattern: new RegExp(`^\\d{1,3}(?:${GROUP}\\d{3})+(?:[.,]\\d+)?$`),
    read: (text) => [text.replace(new RegExp(GROUP, 'g'), '').replace(',', '.')],
  },
  // A comma that groups nothing may be a decimal one, or stand in the wrong place.
  { pattern: /^\d+,\d+$/, read: (text) => [text.replace(',', '.'), text.replace(',', '')] },
]

/** What digits, points and commas can mean, as decimals with a point, and how many digits count; null when they are no number. */
export function digitsIn(text: string): Digits | null {
  const way = WAYS.find(({ pattern }) => pattern.test(text))
  if (!way) return null
  const written = way.read(text)
  return { readings: written, significant: Math.max(...written.map(significantIn)) }
}

const significantIn = (written: string): number =>
  written.replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').length -
  (/\./.test(written) ? 0 : trailingZeros(written))

const trailingZeros = (written: string): number => /0*$/.exec(written.replace(/e.*$/, ''))?.[0].length ?? 0
