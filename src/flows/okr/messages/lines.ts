import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  /** `42 of 100 customers`; both as they are written with their unit. */
  progress: (value: string, target: string) => `${value} of ${target}`,
  steps: (done: number, all: number) => `${done} of ${all} steps`,
  score: (score: string, health: string | null) => (health ? `${score} · ${health}` : score),
  noKeyResults: 'no key results yet',
  confidence: (confidence: number) => `confidence ${confidence} of 10`,
  noCheckIn: 'no check-in yet',
  checkedIn: (date: string) => `last check-in ${date}`,
}

const zhCN: typeof en = {
  progress: (value, target) => spaced`${value} / ${target}`,
  steps: (done, all) => `完成 ${done} / ${all} 步`,
  score: (score, health) => (health ? `${score} · ${health}` : score),
  noKeyResults: '还没有关键结果',
  confidence: (confidence) => `信心 ${confidence}/10`,
  noCheckIn: '还没有更新',
  checkedIn: (date) => `最近更新：${date}`,
}

export const lineWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
