import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentOf } from '../../../../src/flows/okr/rules/current.ts'
import { historyOf } from '../../../../src/flows/okr/store/check-ins.ts'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { newKeyResult, newObjective, objectiveNow, openOffice, saidIn } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const ben = () => house.as('ben')
const valueOfFirst = async () => (await house.db.okrCheckIn.findFirst({ orderBy: { id: 'desc' } }))?.value

describe('/okr update', () => {
  it('says what to do when nothing is there, and shows what there is with its form', async () => {
    expect(saidIn(await ben().command('/okr update'))).toContain('/okr new sets up an objective')
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const list = await ben().command('/okr update')

    expect(saidIn(list)).toContain('KR-1 Happy customers')
    expect(formOf(await ben().press(cardOf(list), 'Check in')).id).toBe('okr.check-in')
  })

  it('reads numbers as people write them, in both languages', async () => {
    const objective = await newObjective(house, 'mei', { owner: 'mei' })
    await newKeyResult(house, 'mei', objective, { title: '营收', target: '10万', unit: '¥' })
    const mei = house.as('mei')

    expect(saidIn(await mei.command('/okr 更新 营收 3.2万 信心:7 促销有效'))).toContain('¥0 → ¥32,000')
    expect(saidIn(await mei.command('/okr 更新 KR-1 +1.5k'))).toContain('¥32,000 → ¥33,500')
    expect(saidIn(await mei.command('/okr update KR-1 1.200,5'))).toContain('¥33,500 → ¥1,200.5')
    expect(await house.db.okrCheckIn.findFirst({ where: { seq: 1 } })).toMatchObject({
      ...{ confidence: 7, note: '促销有效', value: 32_000 },
    })
  })

  it('asks back what it cannot read for sure, and loses nothing of it', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const asked = await ben().command('/okr update KR-1 1,5 conf:6 "long story"')
    expect(saidIn(asked)).toContain('Do you mean 1.5 or 15?')
    expect(saidIn(asked)).toContain('long story')
    const form = formOf(await ben().press(cardOf(asked), 'It is 15 customers'))
    await ben().submit(form, {})

    expect(await house.db.okrCheckIn.findFirst()).toMatchObject({ value: 15, confidence: 6, note: 'long story' })
    expect(saidIn(await ben().command('/okr update KR-1 40%'))).toContain('not counted in per cent but in customers')
    expect(saidIn(await ben().command('/okr update KR-1 5 conf:11'))).toContain('whole number from 0 to 10')
    expect(saidIn(await ben().command('/okr update KR-1 1e18'))).toContain('more than I can keep')
    expect(await valueOfFirst()).toBe(15)
  })

  it('finds a key result by name, mine first, and asks which one where several fit', async () => {
    const objective = await newObjective(house, 'ben')
    await newKeyResult(house, 'ben', objective, { title: 'Activation rate' })
    await newKeyResult(house, 'ben', objective, { title: 'Activation cost' })
    expect(saidIn(await ben().command('/okr update "activation rate" 5'))).toContain('KR-1 Activation rate: 0')
    const which = await ben().command('/okr update activation 7 because')
    expect(saidIn(which)).toContain('Which one?')
    const form = formOf(await ben().press(cardOf(which), 'KR-2 Activation cost'))
    await ben().submit(form, {})

    expect(await house.db.okrCheckIn.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      value: 7,
      note: 'because',
    })
    expect(saidIn(await ben().command('/okr update activatoin 5'))).toContain('No key result of yours is called')
    expect(saidIn(await house.as('kai').command('/okr update "activation rate" 9'))).toContain(
      '5 customers → 9 customers',
    )
    expect(saidIn(await house.as('ana').command('/okr update KR-1 9'))).toContain('Only Ben, who owns KR-1')
  })

  it('accepts what lies outside of the plan and says so, and keeps a correction beside what it corrects', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    expect(saidIn(await ben().command('/okr update KR-1 120'))).toContain('outside of what was planned')
    const corrected = saidIn(await ben().command('/okr update KR-1 50 for:2026-10-02'))

    expect(corrected).toContain('the newest value stays 120 customers')
    expect(saidIn(await ben().command('/okr history KR-1'))).toContain('written later for this day')
    expect(saidIn(await ben().command('/okr update KR-1 5 for:2026-12-01'))).toContain('still to come')
    expect(saidIn(await ben().command('/okr update KR-1 5 for:2026-09-30'))).toContain('has to be in the cycle')
  })
})

describe('a form', () => {
  it('that was made before somebody else checked in shows both values, and its person chooses', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const forms = [
      formOf(await ben().command('/okr update KR-1')),
      formOf(await house.as('kai').command('/okr update KR-1')),
    ]
    await house.as('kai').submit(forms[1]!, { value: '50', note: 'I counted' })
    const choice = formOf(await ben().submit(forms[0]!, { value: '42', note: 'My word' }))

    expect(choice.intro).toContain('Somebody else has checked in')
    expect(choice.intro).toContain('Kai')
    expect(choice.intro).toContain('50 customers')
    expect(await valueOfFirst()).toBe(50)
    expect(saidIn(await ben().submit(choice, { keep: 'theirs' }))).toContain('stays at 50 customers')
    expect(saidIn(await ben().submit(choice, { keep: 'mine' }))).toContain('50 customers → 42 customers')
    expect(await house.db.okrCheckIn.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      value: 42,
      note: 'My word',
    })
    expect(await house.db.okrCheckIn.count()).toBe(2)
  })

  it('that its own person overtook says so, and names milestones where these differ', async () => {
    const steps = 'Plan\nBuild\nLaunch'
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'), { kind: 'milestone', steps })
    const forms = [1, 2].map(async () => formOf(await ben().command('/okr update KR-1')))
    await ben().submit(await forms[0]!, { steps: ['0'] })
    const own = formOf(await ben().submit(await forms[1]!, { steps: ['1'] }))
    expect(own.intro).toContain('You have checked in on KR-1 Happy customers since this form was opened')
    expect(JSON.stringify(own.fields)).toContain('This one: Build')
    expect(JSON.stringify(own.fields)).toContain('The one that is there: Plan')

    await house.as('kai').submit(formOf(await house.as('kai').command('/okr update KR-1')), { steps: [] })
    const choice = formOf(await ben().submit(own, { keep: 'mine' }))
    expect(choice.intro).toContain('nothing done')
    expect(saidIn(await ben().submit(choice, { keep: 'theirs' }))).toContain('stays at 0 of 3 steps')
  })

  it('that two send at the same moment records one and asks the other', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const forms = [
      formOf(await ben().command('/okr update KR-1')),
      formOf(await house.as('kai').command('/okr update KR-1')),
    ]
    const replies = await Promise.all([
      ben().submit(forms[0]!, { value: '42' }),
      house.as('kai').submit(forms[1]!, { value: '50' }),
    ])

    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['card', 'form'])
    expect(await house.db.okrCheckIn.count()).toBe(1)
  })

  it('stays open with what was typed when the cycle was closed meanwhile, which says who did it', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const form = formOf(await ben().command('/okr update KR-1'))
    await house.as('ada').press(cardOf(await house.as('ada').command('/okr cycle close 2026 Q4')), 'Close')

    expect(errorsOf(await ben().submit(form, { value: '42' }))['']).toContain(
      'The cycle 2026 Q4 is closed: Ada closed it',
    )
    expect(saidIn(await ben().command('/okr update KR-1 42'))).toContain('is closed')
    expect(await house.db.okrCheckIn.count()).toBe(0)
    await house.as('ada').command('/okr cycle reopen 2026 Q4')
    expect(saidIn(await ben().submit(form, { value: '42' }))).toContain('42 customers')
  })

  it('is recorded before the cycle is closed or not at all, when both are done at the same moment', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const forms = [formOf(await ben().command('/okr update KR-1')), formOf(await ben().command('/okr edit O-1'))]
    const close = cardOf(await house.as('ada').command('/okr cycle close 2026 Q4'))
    const [said, changed] = await Promise.all([
      ben().submit(forms[0]!, { value: '42' }),
      ben().submit(forms[1]!, { title: 'Late', owner: 'ben' }),
      house.as('ada').press(close, 'Close'),
    ])

    const late = [said, changed].map((reply) => /is closed: Ada closed it/.test(saidIn(reply)))
    expect(await house.db.okrCheckIn.count()).toBe(late[0] ? 0 : 1)
    expect((await objectiveNow(house, 1)).title === 'Late').toBe(!late[1])
  })

  it('counts in the cycle to which its objective has moved meanwhile', async () => {
    await house.as('ada').command('/okr cycle new 2026-10-01 2027-02-28')
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const form = formOf(await ben().command('/okr update KR-1'))
    await ben().command('/okr move O-1 to 2026-10-01 – 2027-02-28')

    expect(saidIn(await ben().submit(form, { value: '42' }))).toContain('KR-1 has moved to the cycle 2026-10-01')
  })

  it('shows field by field what is wrong', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const form = formOf(await ben().command('/okr update KR-1'))

    expect(errorsOf(await ben().submit(form, { value: '' }))).toHaveProperty('value', 'Give a number.')
    for (const value of ['NaN', '∞', '-∞', 'Infinity', '1e999', '10^18', '1000000000000000000', '-1e18']) {
      expect(errorsOf(await ben().submit(form, { value })), value).toHaveProperty('value')
      expect(saidIn(await ben().command(`/okr update KR-1 ${value}`)), value).not.toContain('→')
    }
    expect(await house.db.okrCheckIn.count()).toBe(0)
    expect(errorsOf(await ben().submit(form, { value: '5', note: 'x'.repeat(12_000) })).note).toContain('12000')
  })
})

describe('the cycle’s zone', () => {
  it('decides which day it is on the last evening, and says so', async () => {
    const objective = await newObjective(house, 'mei', { owner: 'mei' })
    await newKeyResult(house, 'mei', objective)
    house.sleepUntil('2026-12-31T22:59:59Z')
    expect(saidIn(await house.as('mei').command('/okr update KR-1 40'))).toContain('周期以 Europe/Berlin 为准')
    house.sleepUntil('2027-01-01T08:00:00Z')
    expect(saidIn(await house.as('mei').command('/okr update KR-1 41'))).toContain('计入最后一天')

    const rows = await house.db.okrCheckIn.findMany()
    expect(rows.map(({ forDate }) => forDate.toISOString().slice(0, 10))).toEqual(['2026-12-31', '2026-12-31'])
  })
})

describe('whoever stands in', () => {
  it('checks in for an owner who is away, and not otherwise', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    expect(saidIn(await house.as('lin').command('/okr update KR-1 5'))).toContain('Only Ben')
    await ben().command('/ops away 2026-10-05 2026-10-09')

    expect(saidIn(await house.as('lin').command('/okr update KR-1 5'))).toContain('0 customers → 5 customers')
  })
})

it('any check-ins by any people leave a whole history, whose latest is what counts', async () => {
  const objective = await newObjective(house, 'ben')
  const acts = fc.array(
    fc.record({
      who: fc.constantFrom('ben', 'kai', 'ada', 'ana'),
      value: fc.integer({ min: -20, max: 120 }),
      day: fc.constantFrom('', 'for:2026-10-01', 'for:2026-10-02', 'for:2026-10-04'),
    }),
    { minLength: 2, maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const { id, number } = await newKeyResult(house, 'ben', objective)
      const form = formOf(await ben().command(`/okr update KR-${number}`))
      await Promise.all(
        sequence.map(({ who, value, day }) => house.as(who).command(`/okr update KR-${number} =${value} ${day}`)),
      )
      await ben().submit(form, { value: '99' })

      const history = await historyOf(house.db, [id])
      const seqs = history.map(({ seq }) => seq).toSorted((a, b) => a - b)
      expect(seqs).toEqual(seqs.map((_, at) => at + 1))
      // Ana may not; the form is stale as soon as anybody else was there.
      const accepted = sequence.filter(({ who }) => who !== 'ana').length
      expect(history.length).toBe(Math.max(1, accepted))
      const shown = saidIn(await house.as('ana').command(`/okr history KR-${number}`))
      const counts = shown.split('\n').find((line) => line.includes('counts now'))
      expect(counts).toContain(`: ${currentOf(history)?.value} customers`)
    }),
    { numRuns: 6 },
  )
}, 60_000)
