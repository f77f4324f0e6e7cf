import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { currentOf, currentOn, inOrder } from '../../../../src/flows/okr/rules/current.ts'
import { elapsedShare } from '../../../../src/flows/okr/rules/elapsed.ts'
import { bandOf, healthOf } from '../../../../src/flows/okr/rules/health.ts'
import { type Measured, objectiveScore, roundScore, sayScore, scoreOf } from '../../../../src/flows/okr/rules/score.ts'

const up = (start: number, target: number): Measured => ({ kind: 'numeric', start, target, direction: 'up' })
const down = (start: number, target: number): Measured => ({ kind: 'numeric', start, target, direction: 'down' })
const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true })
const measures = fc
  .tuple(amount, amount)
  .map(([start, target]) => (start <= target ? up(start, target) : down(start, target)))

describe('the score of a key result', () => {
  it.each([
    [up(0, 100), 42, '0.42'],
    [up(20, 60), 40, '0.50'],
    [up(0, 100), 120, '1.00'],
    [up(0, 100), -5, '0.00'],
    [down(20, 5), 20, '0.00'],
    [down(20, 5), 8, '0.80'],
    [down(20, 5), 2, '1.00'],
    [up(0, 200), 57, '0.29'],
    [up(0, 3), 1, '0.33'],
    [up(5, 5), 5, '1.00'],
    [up(5, 5), 4, '0.00'],
    [down(5, 5), 4, '1.00'],
    [down(5, 5), 6, '0.00'],
    [{ kind: 'milestone', start: 0, target: 4, direction: 'up' } as Measured, 3, '0.75'],
  ])('from %o at %d is %s', (measure, value, score) => {
    expect(sayScore(scoreOf(measure, value))).toBe(score)
  })

  it('is 0 before anybody has said anything, also where the target is to be held', () => {
    expect(scoreOf(up(20, 60), null)).toBe(0)
    expect(scoreOf(up(5, 5), null)).toBe(0)
  })

  it('lies between 0 and 1, whatever the value', () => {
    fc.assert(
      fc.property(measures, amount, (measure, value) => {
        const score = scoreOf(measure, value)
        expect(score >= 0 && score <= 1).toBe(true)
        expect(roundScore(score)).toBe(Number(roundScore(score).toFixed(2)))
      }),
    )
  })

  it('never falls while the value goes towards the target', () => {
    fc.assert(
      fc.property(measures, amount, amount, (measure, a, b) => {
        const [worse, better] = a < b === (measure.direction === 'up') ? [a, b] : [b, a]
        expect(scoreOf(measure, better)).toBeGreaterThanOrEqual(scoreOf(measure, worse))
      }),
    )
  })
})

describe('the score of an objective', () => {
  const parts = fc.array(
    fc.record({
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e6, noNaN: true })),
    }),
    { minLength: 1, maxLength: 8 },
  )

  it('is the weighted mean of its key results', () => {
    expect(objectiveScore([])).toBeNull()
    expect(
      objectiveScore([
        { score: 0.5, weight: 1 },
        { score: 1, weight: 3 },
      ]),
    ).toBeCloseTo(0.875, 12)
    expect(
      objectiveScore([
        { score: 0.2, weight: 0 },
        { score: 0.4, weight: 0 },
      ]),
    ).toBeCloseTo(0.3, 12)
    fc.assert(
      fc.property(parts, (all) => {
        const weights = all.reduce((sum, { weight }) => sum + weight, 0)
        fc.pre(weights > 1e-6)
        const mean = all.reduce((sum, { score, weight }) => sum + score * weight, 0) / weights
        expect(objectiveScore(all)).toBeCloseTo(mean, 9)
      }),
    )
  })

  it('lies between the lowest and the highest, and does not change when all weights are scaled or turned round', () => {
    fc.assert(
      fc.property(parts, fc.double({ min: 0.001, max: 1_000, noNaN: true }), (all, factor) => {
        const score = objectiveScore(all) ?? -1
        const counted = all.some(({ weight }) => weight > 0) ? all.filter(({ weight }) => weight > 0) : all
        expect(score).toBeGreaterThanOrEqual(Math.min(...counted.map((one) => one.score)) - 1e-9)
        expect(score).toBeLessThanOrEqual(Math.max(...counted.map((one) => one.score)) + 1e-9)
        const scaled = all.map(({ weight, ...one }) => ({ ...one, weight: weight * factor }))
        expect(objectiveScore(scaled.toReversed())).toBeCloseTo(score, 9)
      }),
    )
  })
})

describe('the value that counts', () => {
  const history = fc
    .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 })
    .map((days) => days.map((day, at) => ({ forDate: `2026-11-0${day}`, seq: at + 1 })))

  it('is that of the latest date, and of one date the last written, in whatever order they come', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (rows, dice) => {
        const shuffled = rows.toSorted(() => ((dice.next().value ?? 0) % 2 === 0 ? 1 : -1))
        const latest = rows.reduce((a, b) => (`${b.forDate}/${b.seq + 100}` > `${a.forDate}/${a.seq + 100}` ? b : a))
        expect(currentOf(shuffled)).toEqual(latest)
        expect(inOrder(shuffled).at(-1)).toEqual(latest)
      }),
    )
    expect(currentOf([])).toBeNull()
    expect(currentOn([{ forDate: '2026-11-05', seq: 1 }], '2026-11-04')).toBeNull()
  })
})

describe('how a score stands', () => {
  it.each([
    [0.39, 'off-track'],
    [0.4, 'at-risk'],
    [0.69, 'at-risk'],
    [0.695, 'on-track'],
    [0.7, 'on-track'],
    [0.8, 'on-track'],
    [0.81, 'ahead'],
    [1, 'ahead'],
  ])('%d at the end is %s', (score, band) => {
    expect(bandOf(score)).toBe(band)
    expect(healthOf(score, 1)).toBe(band)
  })

  it('is compared with the share of the cycle that has elapsed', () => {
    expect(healthOf(0.15, 2 / 13)).toBe('ahead')
    expect(healthOf(0.12, 2 / 13)).toBe('on-track')
    expect(healthOf(0.05, 2 / 13)).toBe('off-track')
    expect(healthOf(0.25, 0.5)).toBe('at-risk')
    expect(healthOf(0, 0.05)).toBe('early')
    expect(healthOf(0.2, 0.05)).toBe('ahead')
    expect(healthOf(0.9, 0)).toBe('early')
    expect(healthOf(null, 0.5)).toBeNull()
  })
})

describe('the elapsed share of a cycle', () => {
  const date = (iso: string) => Temporal.PlainDate.from(iso)
  const quarter = { startsOn: date('2026-10-01'), endsOn: date('2026-12-31') }
  const china = { days: [1, 2, 3, 4, 5], holidays: 'CN' }

  it('counts working days, without holidays and with shifted working days', () => {
    const week = { startsOn: date('2026-10-05'), endsOn: date('2026-10-11') }
    const plain = { days: [1, 2, 3, 4, 5], holidays: null }
    expect(elapsedShare(week, date('2026-10-04'), plain)).toBe(0)
    expect(elapsedShare(week, date('2026-10-05'), plain)).toBe(0.2)
    expect(elapsedShare(week, date('2026-10-09'), plain)).toBe(1)
    expect(elapsedShare(week, date('2026-10-07'), china)).toBe(0)
    expect(elapsedShare(week, date('2026-10-08'), china)).toBeCloseTo(1 / 3, 12)
    expect(elapsedShare(week, date('2026-10-10'), china)).toBe(1)
  })

  it('rises from 0 to 1 and never falls', () => {
    const shares = Array.from({ length: 96 }, (_, at) =>
      elapsedShare(quarter, date('2026-09-29').add({ days: at }), china),
    )
    expect([shares[0], shares.at(-1)]).toEqual([0, 1])
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  it('counts all days where none is worked', () => {
    const weekend = { startsOn: date('2026-10-03'), endsOn: date('2026-10-04') }
    expect(elapsedShare(weekend, date('2026-10-03'), { days: [1], holidays: null })).toBe(0.5)
  })
})
