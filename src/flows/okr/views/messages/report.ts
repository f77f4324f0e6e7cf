import type { Locale } from '../../../../chat/locale.ts'

const en = {
  title: 'OKRs',
  standing: (count: number, healths: string) =>
    `${count === 1 ? 'One objective' : `${count} objectives`} in open cycles: ${healths}`,
  moved: 'Moved',
  move: (name: string, from: string, to: string) => `${name} · ${from} → ${to}`,
  stale: 'No check-in for long',
}

const zhCN: typeof en = {
  title: 'OKR',
  standing: (count, healths) => `进行中周期共 ${count} 个目标：${healths}`,
  moved: '有进展变化',
  move: (name, from, to) => `${name} · ${from} → ${to}`,
  stale: '长期未更新',
}

export const reportWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
