import type { Locale } from '../../../../chat/locale.ts'

const en = {
  title: 'Heat map of risks',
  likelihood: 'Likelihood',
  impact: 'Impact',
  corner: 'Likelihood \\ Impact',
  appetite: (appetite: number, names: string) => `appetite ${appetite}: ${names}`,
  moved: (day: string) => `moved since ${day}`,
  alt: (count: number, levels: string, beyond: number) =>
    `Heat map of ${count === 1 ? 'one risk' : `${count} risks`}: ${levels}; ${beyond} beyond appetite. The numbers stand in the table.`,
  beyond: 'Beyond appetite',
  moves: (day: string) => `Moves since ${day}`,
  move: (references: string, from: string, to: string) => `${references}: ${from} → ${to}`,
  more: (count: number) => `… and ${count} more`,
  unassessed: (count: number) =>
    count === 1
      ? 'One risk is not assessed yet, and not in the map.'
      : `${count} risks are not assessed yet, and not in the map.`,
  badSince: (typed: string) => `I can’t read “${typed}” as a day that has been. Try since:2026-11-16.`,
  empty: 'There is no assessed risk to draw.',
  emptyHint: '/risk new enters one; /risk assess says how likely it is and how much it would hurt.',
}

const zhCN: typeof en = {
  title: '风险热力图',
  likelihood: '可能性',
  impact: '影响程度',
  corner: '可能性 \\ 影响程度',
  appetite: (appetite, names) => `风险偏好 ${appetite}：${names}`,
  moved: (day) => `${day}以来的变动`,
  alt: (count, levels, beyond) => `风险热力图，共 ${count} 个风险：${levels}；超出风险偏好 ${beyond} 个。数据见表格。`,
  beyond: '超出风险偏好',
  moves: (day) => `${day}以来的变动`,
  move: (references, from, to) => `${references}：${from} → ${to}`,
  more: (count) => `……还有 ${count} 个`,
  unassessed: (count) => `${count} 个风险尚未评估，未计入图中。`,
  badSince: (typed) => `看不懂“${typed}”是过去的哪一天。可以写 自:2026-11-16。`,
  empty: '没有已评估的风险可以绘图。',
  emptyHint: '用 /risk 新建 登记风险；用 /risk 评估 评估可能性和影响程度。',
}

export const mapWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
