/** The value below which this share (0–1) of the values lies. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

export const median = (values) => percentile(values, 0.5)

export const milliseconds = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`
export const perSecond = (value, what) => `${Math.round(value).toLocaleString('en')} ${what}/s`
export const megabytes = (kilobytes) => `${Math.round(kilobytes / 1024)} MB`

export const atMost = (most) => ({ words: `≤ ${most}`, isMet: (value) => value <= most })
export const atLeast = (least) => ({ words: `≥ ${least}`, isMet: (value) => value >= least })
