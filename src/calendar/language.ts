/** The languages in which time is read and written. */
export type Language = 'en' | 'zh-CN'
