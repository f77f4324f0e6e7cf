import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf } from '../../../src/chat/csv.ts'
import { PERIODS, startOf } from '../../../src/flows/kpi/rules/period.ts'
import { holdKpis } from '../../../src/flows/kpi/store/kpis.ts'
import { act } from '../../../src/world.ts'
import { exported, filePage, wordsIn } from '../../support/file-page.ts'
import { cardOf, type House } from '../../support/house.ts'
import { rowsOf } from '../../support/rows.ts'
import { newKpi, newRule, openOffice, posted, says } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
  await newKpi(house, { name: '=Orders' })
  await newKpi(house, { name: '准时率', key: '准时率', unit: '%', period: 'week' }, 'zoe')
})
afterAll(() => house.close())

async function pageFor(who: string) {
  expect(await says(house, '/kpi import', who)).toMatch(/Open the page|打开页面/)
  return filePage(house, 'kpi')
}
const file = (...rows: string[][]): string => csvOf([['kpi', 'period', 'value'], ...rows])
const standing = async () => {
  const { Kpi, KpiSample, KpiCorrection } = await rowsOf(house.db, house.workspace.id)
  return { Kpi, KpiSample, KpiCorrection }
}

describe('a file with values', () => {
  it('is shown before it is written, written once, and judged by the rules', async () => {
    await newRule(house, { kind: 'above', bound: '100' })
    await says(house, '/kpi set orders 90 for:2026-02-26')
    const page = await pageFor('ben')
    const text = file(
      ['orders', '2026-02-26', '95'],
      ['Orders', '2026-02-27', '1,200.50'],
      ['orders', '2026-03-02', '120'],
    )
    const shown = wordsIn(await page.check(text))
    expect(shown).toContain('New values: 2 · Corrections: 1 · As they were: 0')
    expect(shown).toContain('orders Thu, 26 Feb 2026: 90 orders → 95 orders')
    expect(await house.db.kpiSample.count()).toBe(1)

    expect(wordsIn(await page.write())).toContain('The values are written. New values: 2')
    expect(await exported(house, 'ana', '/kpi export orders')).toMatch(
      /orders,2026-02-26,95,'=Orders,orders,operational,ben@acme.example,csv,.*,ben@acme.example\r\norders,2026-02-27,1200.5,/,
    )
    const kept = await house.db.$queryRaw`SELECT "value"::float, "source" FROM "KpiCorrection"`
    expect(kept).toEqual([{ value: 90, source: 'typed' }])
    expect(posted(house)).toEqual([expect.stringContaining('Mon, 2 Mar 2026: 120 orders')])
    expect(wordsIn(await page.write())).toContain('The link has done its work')
    expect(wordsIn(await (await pageFor('ben')).check(text))).toContain('nothing to write')
  })

  it('has every problem listed by its line, in the reader’s language, and nothing of it is written', async () => {
    const before = await standing()
    const wrong = file(
      ['nobody', '2026-02-26', '5'],
      ['orders', 'last week', 'many'],
      ['orders', '2026-W09', '5'],
      ['orders', '2026-03-03', '5'],
      ['orders', '2026-02-20', '1,5'],
      ['orders', '2026-02-19', '5'],
      ['orders', '2026-02-19', '6'],
      ['准时率', '2026-W09', '99 %'],
    )
    const page = await pageFor('ben')
    const said = wordsIn(await page.check(wrong))
    for (const problem of [
      ...['8 things are wrong', 'Line 2, kpi: there is no KPI “nobody”', 'Line 3, period: “last week” does not say'],
      ...['Line 3, value: I can’t read “many”', 'Line 4, period: I can’t read “2026-W09”'],
      ...['Line 5, period: “2026-03-03” has not begun', 'Line 6, value: “1,5” can be'],
      ...['Line 8, period: line 7 has another value', 'Line 9, kpi: only zoe@acme.example'],
    ])
      expect(said).toContain(problem)
    expect(wordsIn(await page.write())).not.toContain('The values are written')
    expect(wordsIn(await (await pageFor('mei')).check(wrong))).toContain('第 2 行，kpi：没有指标“nobody”')
    expect(await standing()).toEqual(before)
  })

  it('changes nothing when it is read back as it was exported, by whomever', async () => {
    const value = fc
      .tuple(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.integer({ min: 0, max: 18 }))
      .map(([digits, decimals]) => `${digits}e-${decimals}`)
    const day = fc
      .integer({ min: 0, max: 3_000 })
      .map((back) => Temporal.PlainDate.from('2026-03-02').subtract({ days: back }))
    const values = fc.array(fc.record({ period: fc.constantFrom(...PERIODS), day, value }), {
      minLength: 1,
      maxLength: 30,
    })
    for (const period of PERIODS) await newKpi(house, { name: `+${period}`, key: `per-${period}`, unit: '', period })
    const ids = new Map((await house.db.kpi.findMany()).map(({ key, id }) => [key, id]))
    await fc.assert(
      fc.asyncProperty(values, async (some) => {
        await house.db.kpiSample.deleteMany()
        const rows = some.map((one) => ({
          kpiId: ids.get(`per-${one.period}`) ?? '',
          startsOn: new Date(startOf(one.period, one.day).toString()),
          ...{ value: one.value, source: 'typed', at: new Date('2026-03-01') },
        }))
        await house.db.kpiSample.createMany({ data: rows, skipDuplicates: true })
        const before = await standing()
        const text = await exported(house, 'ana', '/kpi export')
        expect(text.trim().split('\r\n')).toHaveLength(before.KpiSample!.length + 1)
        expect(wordsIn(await (await pageFor('zoe')).check(text))).toContain(
          `New values: 0 · Corrections: 0 · As they were: ${before.KpiSample!.length}`,
        )
        expect(await standing()).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  it('overwrites nothing that somebody has changed since it was shown', async () => {
    await says(house, '/kpi set orders 1 for:2026-02-24')
    const page = await pageFor('ben')
    await page.check(file(['orders', '2026-02-24', '2'], ['orders', '2026-02-25', '2']))
    await says(house, '/kpi set orders 3 for:2026-02-24')
    const shown = wordsIn(await page.write())
    expect(shown).toContain('Something has changed here since it was checked')
    expect(shown).toContain('3 orders → 2 orders')
    expect(await says(house, '/kpi show orders')).toContain('3 orders')

    expect(wordsIn(await page.write())).toContain('The values are written. New values: 1 · Corrections: 1')
  })

  it('waits for whoever is entering a value at that moment, and then overwrites nothing', async () => {
    const page = await pageFor('ben')
    await page.check(file(['orders', '2026-02-23', '2']))
    let writing: ReturnType<typeof page.write> | undefined
    await act(house.world, house.workspace, async (ctx) => {
      const { id } = await house.db.kpi.findFirstOrThrow({ where: { key: 'orders' } })
      await holdKpis(ctx.db, ctx.workspace.id, [id])
      writing = page.write()
      await sleep(500)
      const sample = { kpiId: id, startsOn: new Date('2026-02-23'), value: 9, source: 'typed', at: new Date() }
      await ctx.db.kpiSample.create({ data: sample })
    })
    expect(wordsIn(await writing!)).toContain('Something has changed here since it was checked')
  })

  it('is refused for what is archived, but for what stands there', async () => {
    const asked = cardOf(await house.as('zoe').command('/kpi archive 准时率'))
    await house.as('zoe').press(asked, 'Archive')
    const shown = await (await pageFor('zoe')).check(file(['准时率', '2026-W09', '99']))
    expect(wordsIn(shown)).toContain('Line 2, kpi: 准时率 is archived')
    expect(await says(house, '/kpi export 准时率', 'zoe')).toContain('There are no values yet')
    expect(await says(house, '/kpi export nothing-like-it', 'zoe')).toContain('There is no KPI of that kind')
  })
})
