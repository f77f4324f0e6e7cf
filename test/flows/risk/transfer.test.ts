import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf } from '../../../src/chat/csv.ts'
import { changeRisk, lockRisk } from '../../../src/flows/risk/store/risks.ts'
import { COLUMNS, type Column } from '../../../src/flows/risk/transfer/columns.ts'
import { act } from '../../../src/world.ts'
import { filePage, exported as sent, wordsIn } from '../../support/file-page.ts'
import { formOf, type House } from '../../support/house.ts'
import { rowsOf } from '../../support/rows.ts'
import { assess, graded, idOf, newRisk, openOffice, riskNow, saidIn } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

/** The page that somebody's newest link leads to. */
async function pageFor(who: string) {
  expect(saidIn(await house.as(who).command('/risk import'))).toContain('Open the page')
  return filePage(house, 'risk')
}

const file = (...rows: Partial<Record<Column, string>>[]): string => {
  const columns = COLUMNS.filter((column) => rows.some((row) => column in row))
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])
}
const exported = (who: string, typed = '') => sent(house, who, `/risk export ${typed}`)
const standing = async () => {
  const { Risk, RiskAssessment, RiskStep } = await rowsOf(house.db, house.workspace.id)
  return { Risk, RiskAssessment, RiskStep }
}

describe('a file with risks', () => {
  it('is shown before it is written, written once, and makes nothing twice', async () => {
    const page = await pageFor('ben')
    const grades = {
      'inherent likelihood': '4',
      'inherent impact': '5',
      'residual likelihood': '2',
      'residual impact': '5',
    }
    const text = file(
      { title: '=Fire', category: '运营', owner: 'ana@acme.example', cause: 'Heat', ...grades },
      { title: 'Flood', line: '2' },
    )
    expect(wordsIn(await page.check(text))).toContain('New risks: 2 · Changed: 0 · Assessed: 1 · As they were: 0')
    expect(await house.db.risk.count()).toBe(0)
    expect(wordsIn(await page.write())).toContain('The file is written into the risk register')
    expect(await riskNow(house, 1)).toMatchObject({
      ...{ title: '=Fire', ownerId: await idOf(house, 'ana'), state: 'assessed', score: 10, cause: 'Heat' },
      category: { key: 'operational' },
    })
    expect(await riskNow(house, 2)).toMatchObject({ ownerId: await idOf(house, 'ben'), line: 2, state: 'identified' })
    expect(await house.db.alert.count()).toBe(1)
    const told = house.directTo('ana').filter(({ key }) => key.startsWith('risk/import/'))
    expect(told.map(({ card }) => saidIn({ kind: 'card', card }))).toEqual([expect.stringContaining('R-1 =Fire')])
    expect(wordsIn(await page.write())).toContain('The link has done its work')
    expect(wordsIn(await (await pageFor('ben')).check(text))).toContain('nothing to write')
  })

  it('has every problem listed by its line, unknown owners too, and nothing of it is written', async () => {
    const before = await standing()
    const page = await pageFor('ben')
    const shown = await page.check(
      file(
        { risk: 'R-77', title: 'A' },
        { risk: 'R-1', title: 'Not mine' },
        { title: 'B', owner: 'zoe@acme.example' },
        { title: 'C', owner: 'udo@acme.example', category: 'Weather', line: '4' },
        { title: '', 'inherent likelihood': '6', 'inherent impact': '2' },
        {
          title: 'D',
          'inherent likelihood': '2',
          'inherent impact': '2',
          'residual likelihood': '3',
          'residual impact': '3',
        },
        { title: 'E', 'residual likelihood': '3' },
        { title: 'x'.repeat(201), cause: 'y'.repeat(12_000) },
        { title: 'F' },
        { title: 'f' },
      ),
    )
    const said = wordsIn(shown)
    for (const problem of [
      ...['Line 2, risk: there is no “R-77”', 'Line 3, risk: only ana@acme.example'],
      ...['Line 4, owner: nobody, or more than one, is called “zoe@acme.example”', 'Line 5, owner: Udo'],
      ...['Line 5, category: there is no category “Weather”', 'Line 5, line: a number from 1 to 3', 'Line 6, title'],
      ...['Line 6, inherent likelihood: a whole number from 1 to 5', 'Line 7, residual likelihood: What is left (9)'],
      ...['Line 8, residual impact: give both', 'Line 9, title: Up to 200', 'Line 9, cause: Up to 1000'],
      'Line 11, risk: f stands in line 10 already',
    ])
      expect(said).toContain(problem)
    expect(wordsIn(await page.write())).not.toContain('The file is written')
    expect(await standing()).toEqual(before)
  })

  it('read back as it was exported changes nothing, and only what was changed is changed', async () => {
    const gone = await newRisk(house, 'ben', { title: 'Over' })
    await house.as('ben').submit(formOf(await house.as('ben').command(`/risk close R-${gone.number}`)), { why: 'Sold' })
    const before = await standing()
    const text = await exported('rob')
    expect(text).toContain(`R-${gone.number},Over`)
    expect(text).toContain("R-1,'=Fire")
    expect(wordsIn(await (await pageFor('rob')).check(text))).toContain('nothing to write')
    expect(await standing()).toEqual(before)

    const page = await pageFor('rob')
    const moved = { risk: 'R-1', title: 'Fire', 'residual likelihood': '1', 'residual impact': '5' }
    expect(wordsIn(await page.check(file(moved)))).toContain('Line 2, why: A grade moves: say why.')
    const good = file({ ...moved, why: 'New alarms' })
    expect(wordsIn(await page.check(good))).toContain('New risks: 0 · Changed: 1 · Assessed: 1 · As they were: 0')
    await page.write()
    expect(await riskNow(house, 1)).toMatchObject({ title: 'Fire', cause: 'Heat', score: 5 })
    expect((await house.db.alert.findFirst())?.state).toBe('resolved')
  })

  it('overwrites nothing that somebody has changed since it was shown', async () => {
    const page = await pageFor('rob')
    await page.check(file({ risk: 'R-2', title: 'High water' }))
    await assess(house, 'ben', { number: 2 }, graded([1, 1]))
    const row = await house.db.riskImport.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(row.text).not.toBeNull()
    // The same change by somebody else: there is nothing left of what was shown.
    const form = formOf(await house.as('ben').command('/risk edit R-2'))
    await house.as('ben').submit(form, { title: 'High water' })
    expect(wordsIn(await page.write())).toContain('Something has changed here since it was checked')
  })

  it('waits for whoever is changing a risk at that moment, and then overwrites nothing', async () => {
    const page = await pageFor('rob')
    await page.check(file({ risk: 'R-2', title: 'Rain' }))
    let writing: ReturnType<typeof page.write> | undefined
    await act(house.world, house.workspace, async (ctx) => {
      const risk = await lockRisk(ctx.db, ctx.workspace.id, (await riskNow(house, 2)).id)
      writing = page.write()
      await sleep(500)
      await changeRisk(ctx.db, risk!, { title: 'Snow' })
    })
    expect(wordsIn(await writing!)).toContain('Something has changed here since it was checked')
    expect((await riskNow(house, 2)).title).toBe('Snow')
  })

  it('is for those who may change the register', async () => {
    expect(saidIn(await house.as('udo').command('/risk import'))).toContain('changes nothing')
    expect(await exported('udo', 'closed')).toContain('Over')
    expect(saidIn(await house.as('ana').command('/risk export category:Market'))).toContain('no risk of that kind')
    const sheet = await (await pageFor('ben')).check('a,b\r\n1,2')
    expect(sheet.form?.fields[0]?.error).toContain('There is no column “title”')
  })
})
