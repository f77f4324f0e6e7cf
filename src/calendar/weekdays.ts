const ENGLISH = [
  /^mon(?:days?)?$/,
  /^tue(?:s|sdays?)?$/,
  /^wed(?:s|nesdays?)?$/,
  /^thu(?:r|rs|rsdays?)?$/,
  /^fri(?:days?)?$/,
  /^sat(?:urdays?)?$/,
  /^sun(?:days?)?$/,
]

/** The ISO weekday, 1 is Monday, of `mon`, `Fridays`, `周三`, `星期天` or `礼拜五` (tidied); null when it is none. */
export function weekdayOf(word: string): number | null {
  const english = ENGLISH.findIndex((names) => names.test(word.replace(/\.$/, '')))
  if (english >= 0) return english + 1
  const sign = /^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(word)?.[1]
  return sign ? '一二三四五六日'.indexOf(sign.replace('天', '日')) + 1 : null
}
