/** The languages in which Drumbeat speaks; both are complete. */
export const LOCALES = ['en', 'zh-CN'] as const
export type Locale = (typeof LOCALES)[number]

/** One sentence in every language. */
export type Phrase = Record<Locale, string>

/** The nearest language of ours to a platform's locale tag such as `zh-Hans-CN`, `zh_TW` or `en-GB`. */
export function nearestLocale(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
