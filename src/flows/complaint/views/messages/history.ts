import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  title: (reference: string) => `The story of ${reference}`,
  page: (from: number, to: number, all: number) => `${from}–${to} of ${all}`,
  later: 'Later',
  earlier: 'Earlier',
  times: (zone: string) => `Times are yours (${zone}).`,
  line: (at: string) => `${at} · `,
  of: (reference: string) => `[${reference}] `,
  via: (place: string) => ` (${place})`,
  nothing: 'Nothing has happened yet.',
}

const zhCN: typeof en = {
  title: (reference) => spaced`${reference} 的经过`,
  page: (from, to, all) => spaced`第 ${from}–${to} 条，共 ${all} 条`,
  later: '较晚',
  earlier: '较早',
  times: (zone) => spaced`时间按你所在的时区（${zone}）显示。`,
  line: (at) => spaced`${at} · `,
  of: (reference) => spaced`【${reference}】`,
  via: (place) => spaced`（${place}）`,
  nothing: '还没有任何记录。',
}

export const historyWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
