const DIGITS = '零一二三四五六七八九'

/** A whole number from 0 to 99 in digits or in Chinese (`二十一`, `零五`, `两`); null when it can't be read. */
export function readNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const written = text.replace(/〇/g, '零').replace(/两/g, '二')
  const parts =
    /^(?:零([一二三四五六七八九])|([零一二三四五六七八九])|([二三四五六七八九])?十([一二三四五六七八九])?)$/.exec(
      written,
    )
  if (!parts) return null

  const [, afterZero, alone, tens, units] = parts
  const single = afterZero ?? alone
  return single ? DIGITS.indexOf(single) : 10 * digitOr(1, tens) + digitOr(0, units)
}

const digitOr = (absent: number, sign: string | undefined): number => (sign ? DIGITS.indexOf(sign) : absent)
