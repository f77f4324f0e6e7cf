import { liveThrough } from './lived.js'

const SIZE = { people: 200, keyResults: 600, weeks: 13 }

/** A whole quarter of OKRs on the moved clock, compared with what the rules say; fails where they differ. */
export const measure = () =>
  liveThrough('test/flows/okr/rhythm/quarter.test.ts', {
    size: { QUARTER: JSON.stringify(SIZE) },
    what: `a quarter: ${SIZE.people} people, ${SIZE.keyResults} key results, ${SIZE.weeks} weeks`,
    wrong: 'What people were told in that quarter is not what the rules say',
  })
