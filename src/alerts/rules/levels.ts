import type { Phrase } from '../../chat/locale.ts'

/** How much something matters: a risk's level and an alert's severity alike, the least first. */
export const LEVELS = ['low', 'moderate', 'high', 'critical'] as const
export type Level = (typeof LEVELS)[number]

export const levelNames: Record<Level, Phrase> = {
  low: { en: 'low', 'zh-CN': '低' },
  moderate: { en: 'moderate', 'zh-CN': '中' },
  high: { en: 'high', 'zh-CN': '高' },
  critical: { en: 'critical', 'zh-CN': '极高' },
}

/** For the eye, beside its name and never instead of it. */
export const levelSigns: Record<Level, string> = { low: '🟢', moderate: '🟡', high: '🟠', critical: '🔴' }

/** Whether the first matters more than the second. */
export const isAbove = (one: Level, other: Level): boolean => LEVELS.indexOf(one) > LEVELS.indexOf(other)
