/** Stands after the name of a day that is free in the place of another. */
export const SUBSTITUTE = ' (substitute day)'

/** The name without the words that a calendar adds to a substitute day, in any language. */
export const withoutSubstitute = (name: string): string =>
  name.replace(/ \([^()]*(?:substitute|更换日|補假|补假)[^()]*\)$/, '')

/** A holiday's name as it is known in China; as it was when there is no settled one. */
export function inChinese(name: string): string {
  const bare = withoutSubstitute(name)
  const translated = CHINESE_NAMES.get(bare) ?? bare
  return bare === name ? translated : `${translated}（补假）`
}

const CHINESE_NAMES: ReadonlyMap<string, string> = new Map([
  ["New Year's Day", '元旦'],
  ['Epiphany', '主显节'],
  ['Martin Luther King Jr. Day', '马丁·路德·金纪念日'],
  ["Washington's Birthday", '总统日'],
  ['Shrove Tuesday', '忏悔星期二'],
  ['Maundy Thursday', '濯足节'],
  ['Good Friday', '耶稣受难日'],
  ['Easter Sunday', '复活节'],
  ['Easter Monday', '复活节星期一'],
  ['Labour Day', '劳动节'],
  ['Labor Day', '劳动节'],
  ['Early May bank holiday', '五月初银行假日'],
  ['Spring bank holiday', '春季银行假日'],
  ['Victory Day', '胜利日'],
  ['Ascension Day', '耶稣升天节'],
  ['Pentecost', '圣灵降临节'],
  ['Whit Monday', '圣灵降临节星期一'],
  ['Corpus Christi', '基督圣体节'],
  ['Memorial Day', '阵亡将士纪念日'],
  ['Juneteenth', '六月节'],
  ['Canada Day', '加拿大日'],
  ['Australia Day', '澳大利亚日'],
  ['ANZAC Day', '澳新军团日'],
  ['Bastille Day', '法国国庆日'],
  ['Assumption', '圣母升天节'],
  ['Columbus Day', '哥伦布日'],
  ['Veterans Day', '退伍军人节'],
  ['Thanksgiving Day', '感恩节'],
  ['National Holiday', '国庆日'],
  ['National Day', '国庆日'],
  ['Independence Day', '独立日'],
  ['Republic Day', '共和国日'],
  ['Constitution Day', '宪法纪念日'],
  ['Reformation Day', '宗教改革日'],
  ["All Saints' Day", '诸圣节'],
  ["All Souls' Day", '万灵节'],
  ['Armistice Day', '停战纪念日'],
  ['Immaculate Conception', '圣母无染原罪节'],
  ['Christmas Eve', '平安夜'],
  ['Christmas Day', '圣诞节'],
  ['Boxing Day', '节礼日'],
  ['End of Ramadan (Eid al-Fitr)', '开斋节'],
  ['Feast of the Sacrifice (Eid al-Adha)', '宰牲节'],
  ['Chinese New Year', '春节'],
  ["Queen's Birthday", '女王诞辰日'],
  ["King's Birthday", '国王诞辰日'],
])
