import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  reviewed: (next: string) => `reviewed, next ${next}`,
  reviewedLast: 'reviewed',
  proposed: (until: string) => `proposed to accept it until ${until}`,
  accepted: 'accepted it',
  declined: 'declined to accept it',
  expired: 'its acceptance has expired',
  added: (name: string) => `added ${name}`,
  done: (name: string) => `done: ${name}`,
  dropped: (name: string) => `dropped: ${name}`,
}

const zhCN: typeof en = {
  reviewed: (next) => spaced`已复审，下次${next}`,
  reviewedLast: '已复审',
  proposed: (until) => spaced`提出接受，有效期至${until}`,
  accepted: '同意接受',
  declined: '不同意接受',
  expired: '接受已到期',
  added: (name) => `新增 ${name}`,
  done: (name) => `完成 ${name}`,
  dropped: (name) => `取消 ${name}`,
}

export const happenedWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
