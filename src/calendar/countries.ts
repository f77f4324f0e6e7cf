import type { Language } from './language.ts'
import { tidied } from './tidied.ts'

export type Country = { code: string; name: string }

// Those whose holidays are known; kept here so that a picker does not load the rules of them all.
const CODES = `
  AD AE AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BW BY BZ CA CC CD CF CG CH
  CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FO FR GA GB GD GE GF GG GH GI GL
  GM GN GP GQ GR GT GU GW GY HK HN HR HT HU IC ID IE IL IM IN IR IS IT JE JM JP KE KM KN KR KY KZ LC LI LK LR LS LT LU
  LV LY MA MC MD ME MF MG MK ML MQ MR MS MT MU MW MX MY MZ NA NC NE NF NG NI NL NO NZ PA PE PF PH PK PL PM PR PT PY RE
  RO RS RU RW SA SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TN TO TR TT TW TZ UA UG US UY UZ VA
  VC VE VG VI VN VU WF XK YT ZA ZM ZW`
  .trim()
  .split(/\s+/)

const known = new Set(CODES)
const pickers = new Map<string, readonly Country[]>()

/** Whether this ISO 3166-1 code, in capitals, has a calendar of public holidays. */
export const isCountry = (code: string): boolean => known.has(code)

/** All countries that have a calendar, by name in that language. */
export function countries(locale: Language): readonly Country[] {
  const drawn = pickers.get(locale) ?? namedCountries(locale)
  pickers.set(locale, drawn)
  return drawn
}

/** The country's name in that language; the code itself when it is none. */
export function sayCountry(code: string, locale: Language): string {
  return countries(locale).find((country) => country.code === code)?.name ?? code
}

/** The code of a country typed as its code or its name in either language; null when it can't be read. */
export function readCountry(text: string): string | null {
  const typed = tidied(text)
  const code = ALSO_CALLED.get(typed) ?? typed.toUpperCase()
  if (isCountry(code)) return code
  const named = [...countries('en'), ...countries('zh-CN')].find((country) => tidied(country.name) === typed)
  return named?.code ?? null
}

function namedCountries(locale: Language): readonly Country[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const byName = new Intl.Collator(locale)
  return CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => byName.compare(a.name, b.name))
}

const ALSO_CALLED: ReadonlyMap<string, string> = new Map([
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['usa', 'US'],
  ['america', 'US'],
  ['hong kong', 'HK'],
  ['macau', 'MO'],
  ['korea', 'KR'],
  ['turkey', 'TR'],
  ['mainland china', 'CN'],
  ['中国大陆', 'CN'],
  ['香港', 'HK'],
  ['中国香港', 'HK'],
  ['澳门', 'MO'],
  ['中国澳门', 'MO'],
  ['中国台湾', 'TW'],
])
