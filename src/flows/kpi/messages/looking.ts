const MOST_NAMED = 6

function some(names: readonly string[], more: (count: number) => string, between = ', '): string {
  const left = names.length - MOST_NAMED
  return [...names.slice(0, MOST_NAMED), ...(left > 0 ? [more(left)] : [])].join(between)
}

const en = {
  outOfBounds: 'Out of bounds',
  periodColumn: 'Period',
  tryTitle: (name: string) => `When the rules of ${name} would have fired`,
  tryNone: 'No rule watches this KPI. Add one with /kpi rules.',
  tryNoData: 'There is no value yet to try a rule with.',
  tryNever: 'never',
  tryTimes: (count: number) => (count === 1 ? 'once' : `${count} times`),
  trySpan: (since: string, until: string | null, firings: number) =>
    `${until ? `${since} until ${until}` : `since ${since}`}${firings > 1 ? ` (fired ${firings} times)` : ''}`,
  tryMore: (count: number) => `and ${count} before that`,
  tryOver: (from: string, to: string) => `Over the values from ${from} to ${to}; nobody is told.`,
  unknownRule: (typed: string) => `This KPI has no rule “${typed}”. Write it like K-3, or see /kpi rules.`,
  chartTitle: (name: string) => `${name} over time`,
  chartEmpty: 'There is no value yet to draw.',
  chartAlt: (name: string, period: string, value: string) => `${name}: ${value} in ${period}, the newest value`,
  value: 'value',
  bound: 'bound',
  clear: 'calm again',
  alert: 'alert',
  due: (names: readonly string[]) => `Enter ${some(names, (count) => `${count} more`)}`,
}

const zhCN: typeof en = {
  outOfBounds: '超出界限',
  periodColumn: '周期',
  tryTitle: (name) => `${name} 的规则回测`,
  tryNone: '没有规则监测该指标，可用 /kpi rules 添加。',
  tryNoData: '尚无数值可供回测。',
  tryNever: '从未触发',
  tryTimes: (count) => `${count} 次`,
  trySpan: (since, until, firings) =>
    `${until ? `${since} 至 ${until}` : `自 ${since}`}${firings > 1 ? `（触发 ${firings} 次）` : ''}`,
  tryMore: (count) => `此前另有 ${count} 次`,
  tryOver: (from, to) => `基于 ${from} 至 ${to} 的数值；不会通知任何人。`,
  unknownRule: (typed) => `该指标没有规则“${typed}”，写法如 K-3，或查看 /kpi rules。`,
  chartTitle: (name) => `${name} 走势`,
  chartEmpty: '尚无数值可绘制。',
  chartAlt: (name, period, value) => `${name}：${period}最新数值 ${value}`,
  value: '数值',
  bound: '界限',
  clear: '恢复线',
  alert: '预警',
  due: (names) => `录入 ${some(names, (count) => `另外 ${count} 个`, '、')}`,
}

export const lookWords = { en, 'zh-CN': zhCN }
