import { liveThrough } from './lived.js'

const SIZE = { kpis: 200, days: 365 }

/** A whole year of daily values through the API on the moved clock, compared with a reckoning of its own; fails where they differ. */
export const measure = () =>
  liveThrough('test/flows/kpi/year.test.ts', {
    size: { YEAR: JSON.stringify(SIZE) },
    what: `a year: ${SIZE.kpis} KPIs, ${3 * SIZE.kpis} rules, ${SIZE.days} days`,
    wrong: 'The alerts of that year are not what the rules say',
  })
