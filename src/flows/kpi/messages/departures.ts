const en = {
  takenOver: (name: string) => `${name} has left. These KPIs are yours now:`,
  next: 'Give one to somebody else with /kpi edit.',
}

const zhCN: typeof en = {
  takenOver: (name) => `${name} 已离开，以下指标现由你负责：`,
  next: '可用 /kpi edit 转交他人。',
}

export const departureWords = { en, 'zh-CN': zhCN }
