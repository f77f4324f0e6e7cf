const ENGLISH = [
  /^mon(?:days?)?$/,
  /^tue(?:s|sdays?)?$/,
  /^wed(?:s|nesdays?)?$/,
  /^thu(?:r|rs|rsdays?)?$/,
  /^fri(?:days?)?$/,
  /^sat(?:urdays?)?$/,
  /^sun(?:days?)?$/,
]
const CHINESE = '一二三四五六日'

/** The ISO weekday, 1 is Monday, of `mon`, `Fridays`, `周三`, `星期天` or `礼拜五` (tidied); null when it is none. */
export function weekdayOf(word: string): number | null {
  const english = ENGLISH.findIndex((names) => names.test(word.replace(/\.$/, '')))
  if (english >= 0) return english + 1
  const sign = /^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(word)?.[1]
  return sign ? weekdayOfSign(sign) : null
}

/** The ISO weekday of the last sign of a Chinese one: `一` to `六`, `日` or `天`; null for any other. */
export function weekdayOfSign(sign: string): number | null {
  const at = CHINESE.indexOf(sign === '天' ? '日' : sign)
  return sign.length === 1 && at >= 0 ? at + 1 : null
}
