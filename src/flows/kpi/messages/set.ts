const en = {
  save: 'Save',
  value: (unit: string | null) => (unit ? `Value (${unit})` : 'Value'),
  valueHint: 'Such as 1,200.5, 1.2M, 3k',
  period: 'For',
  periodHint: 'Such as 2026-11-20, 2026-W47, 2026-11, 2026-Q4, last week',
  entered: (when: string, value: string) => `${value} is entered for ${when}.`,
  corrected: (when: string, before: string, value: string) =>
    `${value} is entered for ${when} instead of ${before}, which stays in the history.`,
  same: (when: string, value: string) => `${value} is what stands there for ${when} already.`,
  empty: 'Write a value, such as 1,200.5 or 1.2M.',
  noNumber: (typed: string) => `I can’t read “${typed}” as a number. Write it like 1,200.5 or 1.2M.`,
  ambiguous: (typed: string, one: string, other: string) =>
    `“${typed}” can be ${one} or ${other}. Write it with a point before decimals and without commas.`,
  tooLarge: 'Values have to be below 10^18.',
  tooPrecise: (most: number) => `Values have at most ${most} decimals.`,
  otherUnit: (unit: string | null) =>
    unit ? `This is counted in ${unit}.` : 'This is a plain number, without a unit.',
  badPeriod: (typed: string, example: string) =>
    `I can’t read “${typed}” as a period of this KPI. Write it like ${example}.`,
  future: (typed: string) => `“${typed}” has not begun yet: values are for periods that have.`,
  example: { day: '2026-11-20', week: '2026-W47', month: '2026-11', quarter: '2026-Q4', year: '2026' },
}

const zhCN: typeof en = {
  save: '保存',
  value: (unit) => (unit ? `数值（${unit}）` : '数值'),
  valueHint: '如 1200.5、120万、1.2亿',
  period: '周期',
  periodHint: '如 2026-11-20、2026-W47、2026-11、2026-Q4、上周',
  entered: (when, value) => `${when}：已录入 ${value}。`,
  corrected: (when, before, value) => `${when}：已由 ${before} 更正为 ${value}，原值保留在历史中。`,
  same: (when, value) => `${when}：已是 ${value}。`,
  empty: '请填写数值，如 1200.5 或 120万。',
  noNumber: (typed) => `无法将“${typed}”识别为数字，写法如 1200.5 或 120万。`,
  ambiguous: (typed, one, other) => `“${typed}”可能是 ${one} 或 ${other}，请用小数点且不加逗号。`,
  tooLarge: '数值须小于 10^18。',
  tooPrecise: (most) => `数值最多 ${most} 位小数。`,
  otherUnit: (unit) => (unit ? `该指标单位为 ${unit}。` : '该指标为纯数字，无单位。'),
  badPeriod: (typed, example) => `无法将“${typed}”识别为该指标的周期，写法如 ${example}。`,
  future: (typed) => `“${typed}”尚未开始：只能录入已开始的周期。`,
  example: { day: '2026-11-20', week: '2026-W47', month: '2026-11', quarter: '2026-Q4', year: '2026' },
}

export const setWords = { en, 'zh-CN': zhCN }
