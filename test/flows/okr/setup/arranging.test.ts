import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsOf, formOf, type House } from '../../../support/house.ts'
import { newKeyResult, newObjective, objectiveNow, openOffice, saidIn } from '../office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

const ada = () => house.as('ada')

describe('objectives below one another', () => {
  it('never close a circle, not even when two are put below each other at the same moment', async () => {
    const numbers: number[] = []
    for (const title of ['One', 'Two', 'Three']) numbers.push((await newObjective(house, 'ada', { title })).number)
    const [one, two, three] = numbers.map((number) => `O-${number}`)
    expect(saidIn(await ada().command(`/okr align ${one} to ${one}`))).toMatch(/circle|itself/)
    await ada().command(`/okr align ${two} to ${one}`)
    expect(saidIn(await ada().command(`/okr align ${one} to ${two}`))).toContain(`circle: ${one} → ${two} → ${one}`)

    const both = await Promise.all([
      ada().command(`/okr align ${one} to ${three}`),
      ada().command(`/okr align ${three} to ${two}`),
    ])
    expect(both.map(saidIn).filter((said) => said.includes('circle'))).toHaveLength(1)
    await ada().command(`/okr align ${three} to none`)
    await ada().command(`/okr align ${one} to none`)
    expect((await objectiveNow(house, numbers[0] ?? 0)).parentId).toBeNull()
  })
})

describe('key results', () => {
  it('say once that three to five are best, are never all without weight, and never miss their terms', async () => {
    const objective = await newObjective(house, 'ada', { title: 'Weighed' })
    const reference = `O-${objective.number}`
    const add = async (values: Record<string, string>) => {
      const form = formOf(await ada().command(`/okr kr ${reference} Another`))
      return ada().submit(form, { start: '0', target: '100', ...values })
    }
    expect(errorsOf(await add({ weight: '0' })).weight).toMatch(/weight/i)
    const said: string[] = []
    for (let count = 0; count < 6; count++) said.push(saidIn(await add({ weight: count === 0 ? '1' : '0' })))
    expect(said.map((one) => /three to five|Three to five/.test(one))).toEqual([true, true, false, false, false, true])

    // Without the only one that has a weight, all count alike.
    const [weighty, other] = (await objectiveNow(house, objective.number)).keyResults
    await ada().command(`/okr update KR-${other?.number} =60`)
    expect(saidIn(await ada().command(`/okr show ${reference}`))).toMatch(/\n▱+ 0\.00/)
    await ada().command(`/okr archive KR-${weighty?.number}`)
    expect(saidIn(await ada().command(`/okr show ${reference}`))).toMatch(/\n▰▱+ 0\.12/)
    await ada().command(`/okr archive KR-${weighty?.number} undo`)

    for (const target of ['', 'NaN', '∞', '10e18', '1000000000000000000'])
      expect(errorsOf(await add({ target })), target).toHaveProperty('target')
    expect((await objectiveNow(house, objective.number)).keyResults).toHaveLength(6)
  })

  it('whose target is their start are to be held', async () => {
    const keyResult = await newKeyResult(house, 'ada', await newObjective(house, 'ada', { title: 'Held' }), {
      start: '99',
      target: '99',
    })
    expect(saidIn(await ada().command(`/okr update KR-${keyResult.number} 98`))).toContain('0.00')
    expect(saidIn(await ada().command(`/okr update KR-${keyResult.number} 99`))).toContain('1.00')
  })
})

describe('the settings', () => {
  it('say beside each field what is wrong, and are not overwritten by a form that is out of date', async () => {
    const form = async () => formOf(await ada().command('/okr settings'))
    expect(errorsOf(await ada().submit(await form(), { nudge: '4', lead: '4' }))).toHaveProperty('lead')
    expect(errorsOf(await ada().submit(await form(), { zone: 'Atlantis', time: '25:00' }))).toMatchObject({
      zone: expect.stringContaining('Atlantis'),
      time: expect.any(String),
    })
    const stale = await form()
    expect(saidIn(await ada().submit(await form(), { fresh: '2' }))).toContain('2')
    expect(saidIn(await ada().submit(stale, { fresh: '1' }))).toMatch(/changed|meanwhile|again/i)
    expect(saidIn(await house.as('ben').command('/okr settings'))).not.toBe('')

    expect((await house.db.okrSettings.findFirstOrThrow()).freshDays).toBe(2)
  })
})
