import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { historyOf } from '../../../../src/flows/okr/store/check-ins.ts'
import { cardOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { newKeyResult, newObjective, openOffice, roundsTo, saidIn } from '../office.ts'
import { ask, send } from '../programs.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const ben = () => house.as('ben')
const checkIn = (body: object) => send(house, 'check-ins', { keyResult: 'KR-1', ...body })
const count = () => house.db.okrCheckIn.count()

describe('a program that checks in', () => {
  it('is answered with the key result as it stands, and with what was written', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))

    expect(await checkIn({ value: 42, confidence: 7, note: '  trial mail helped ', version: 0 })).toEqual({
      ...{ reference: 'KR-1', title: 'Happy customers', owner: 'Ben', objective: 'O-1', cycle: '2026 Q4' },
      ...{ kind: 'numeric', start: 0, target: 100, unit: 'customers', direction: 'up', weight: 1 },
      ...{ value: 42, score: 0.42, health: 'ahead', confidence: 7, checkedInFor: '2026-10-05', version: 1 },
      checkIn: {
        ...{ version: 1, forDate: '2026-10-05', value: 42, confidence: 7, note: 'trial mail helped' },
        ...{ source: 'api', at: '2026-10-05T06:00:00Z', counts: true },
      },
    })
    expect(await house.db.auditEntry.findFirst({ where: { action: 'okr.checked-in' } })).toMatchObject({
      ...{ actorId: null, detail: { value: 42, confidence: 7, by: 'api', seq: 1, forDate: '2026-10-05' } },
    })
    expect(saidIn(await house.as('ana').command('/okr history KR-1'))).toContain('a program')
  })

  it('is read as people are, and refused where it can be read in two ways', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'), { kind: 'percent', start: '-10', target: '60' })
    const value = async (said: unknown, keyResult = 'KR-1') => {
      const { value: is, error } = await checkIn({ value: said, keyResult })
      return error ?? is
    }

    expect(await value('3.2万')).toBe(32_000)
    expect(await value('1.200,5')).toBe(1200.5)
    expect(await value('+3')).toBe(1203.5)
    expect(await value(-3)).toBe(-3)
    expect(await value('-3')).toBe(-6)
    expect(await value('12 customers')).toBe(12)
    expect(await value(0.1 + 0.2)).toBe(0.3)
    expect(await value('40%', 'KR-2')).toBe(40)
    expect(await value('=-5', 'KR-2')).toBe(-5)
    const written = await count()
    expect(await value('1,5')).toContain('Do you mean 1.5 or 15?')
    expect(await value('-3', 'KR-2')).toBe('“-3” can be a change or a value here. Send a value as a JSON number.')
    expect(await value('40%')).toContain('not counted in per cent but in customers')
    expect(await value('¥4', 'KR-2')).toContain('not counted in money')
    expect(await value(1e18)).toContain('more than I can keep')
    expect(await value('1e18')).toContain('more than I can keep')
    expect(await value('NaN')).toContain('can’t read “NaN”')
    for (const said of [Number.NaN, Number.POSITIVE_INFINITY, '', ' ', null, true, [4], 'x'.repeat(41)])
      expect(await value(said)).toContain('value: ')
    expect(await checkIn({})).toMatchObject({
      status: 422,
      error: 'KR-1 is measured by a value: send it, as a number or as text.',
    })
    expect(await checkIn({ value: 1, steps: [] })).toMatchObject({
      status: 422,
      error: 'KR-1 is measured by a value and has no steps.',
    })
    expect(await count()).toBe(written)
  })

  it('ticks the milestones by their names', async () => {
    const steps = 'Plan\nBuild it\n上线'
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'), { kind: 'milestone', steps })

    expect(await checkIn({ steps: ['上线', ' Build  it', '上线'] })).toMatchObject({
      ...{ value: 2, target: 3, score: 0.67, checkIn: { steps: ['Build it', '上线'] } },
      steps: [
        { name: 'Plan', done: false },
        { name: 'Build it', done: true },
        { name: '上线', done: true },
      ],
    })
    expect(await checkIn({ steps: ['Lunch'] })).toMatchObject({
      error: '“Lunch” is none of its steps, which are “Plan”, “Build it”, “上线”.',
    })
    expect((await checkIn({ steps: [], value: 2 })).error).toContain('has no value: send the steps')
    expect((await checkIn({})).error).toContain('send the names of all steps')
    expect(await checkIn({ steps: [] })).toMatchObject({ value: 0, version: 2 })
  })

  it('is refused with what it cannot be', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const wrong: [object, string][] = [
      [{ confidence: 11 }, 'confidence: '],
      [{ confidence: 6.5 }, 'confidence: '],
      [{ note: 'x'.repeat(12_000) }, 'note: '],
      [{ forDate: '2026-02-30' }, 'forDate: '],
      [{ forDate: '2026-10-06' }, 'That day is still to come: by the cycle’s zone it is'],
      [{ forDate: '2026-09-30' }, 'The date has to be in the cycle'],
      [{ forDate: '0000-01-01' }, 'date'],
      [{ version: 1 }, 'KR-1 has 0 check-ins, and no such version.'],
      [{ version: -1 }, 'version: '],
      [{ by: 'ben' }, 'Unrecognized key'],
      [{ keyResult: 'KR-2' }, 'There is no key result KR-2.'],
      [{ keyResult: 'O-1' }, 'keyResult: has to be a reference such as KR-12'],
    ]
    for (const [body, why] of wrong) {
      const told = await checkIn({ value: 1, ...body })

      expect([body, told.status]).toEqual([body, 422])
      expect(told.error).toContain(why)
    }
    expect(await count()).toBe(0)
  })
})

describe('nobody overwrites anybody', () => {
  it('neither a program a person, nor a person a program', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const form = formOf(await ben().command('/okr update KR-1'))
    await checkIn({ value: 50, version: 0 })

    const choice = formOf(await ben().submit(form, { value: '42' }))
    expect(choice.intro).toContain('A program')
    expect(choice.intro).toContain('50 customers')
    await ben().submit(choice, { keep: 'mine' })
    const refused = await checkIn({ value: 51, version: 1 })
    expect(refused).toMatchObject({
      ...{ status: 409, present: { reference: 'KR-1', value: 42, version: 2 } },
      error:
        'Somebody else has checked in on KR-1 meanwhile: its value is 42 customers, at version 2. Nothing was written.',
    })
    expect(await count()).toBe(2)
    expect(await checkIn({ value: 51, version: 2 })).toMatchObject({ value: 51, version: 3 })
  })

  it('of two programs at once that know the same one is refused, and steps are all added', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const both = await Promise.all([checkIn({ value: 1, version: 0 }), checkIn({ value: 2, version: 0 })])
    expect(both.map(({ status }) => status ?? 201).toSorted()).toEqual([201, 409])
    await checkIn({ value: 10 })
    await Promise.all(['+1', '+1', '+1', '+1'].map((value) => checkIn({ value })))

    expect(await ask(house, 'check-ins', { keyResult: 'KR-1', after: '5' })).toMatchObject({ keyResult: { value: 14 } })
  })

  it('any check-ins by chat and by programs leave numbers from 1 without a gap', async () => {
    const objective = await newObjective(house, 'ben')
    const acts = fc.array(
      fc.record({
        who: fc.constantFrom('ben', 'kai', 'program', 'careful program'),
        value: fc.integer({ min: -20, max: 120 }),
        day: fc.constantFrom('2026-10-01', '2026-10-04', '2026-10-05'),
      }),
      { minLength: 2, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const { id, number } = await newKeyResult(house, 'ben', objective)
        const told = await Promise.all(
          sequence.map(async ({ who, value, day }) => {
            if (!who.includes('program')) return house.as(who).command(`/okr update KR-${number} =${value} for:${day}`)
            const careful = who === 'program' ? {} : { version: 0 }
            return checkIn({ keyResult: `KR-${number}`, value, forDate: day, ...careful })
          }),
        )
        const refused = told.filter((one) => 'status' in one && one.status === 409)

        const seqs = (await historyOf(house.db, [id])).map(({ seq }) => seq).toSorted((a, b) => a - b)
        expect(seqs).toEqual(Array.from({ length: sequence.length - refused.length }, (_, at) => at + 1))
      }),
      { numRuns: 5 },
    )
  }, 60_000)
})

describe('what follows from it', () => {
  it('is the same as after a check-in by chat: nobody is asked, and the card says that it is done', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'), { title: 'Fresh' })
    await house.advanceTo('2026-10-11T12:00:00Z')
    await send(house, 'check-ins', { keyResult: 'KR-2', value: 5 })
    await house.advanceTo('2026-10-12T07:05:00Z')
    const [round] = roundsTo(house, 'ben')
    expect(wordsOf(round!.card)).toContain('KR-1 Happy customers')
    expect(wordsOf(round!.card)).not.toContain('KR-2')
    await checkIn({ value: 60 })
    await house.settle()

    expect(wordsOf(roundsTo(house, 'ben')[0]!.card)).toContain('✓ KR-1 Happy customers')
  })

  it('counts by the day of the cycle’s zone, and for its last one until it is closed', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    house.sleepUntil('2026-12-30T23:30:00Z')
    expect(await checkIn({ value: 40 })).toMatchObject({ checkedInFor: '2026-12-31' })
    house.sleepUntil('2027-01-01T08:00:00Z')
    expect(await checkIn({ value: 41, forDate: '2027-01-01' })).toMatchObject({ checkedInFor: '2026-12-31', value: 41 })
    const asked = await house.as('ada').command('/okr cycle close 2026 Q4')
    await house.as('ada').press(cardOf(asked), 'Close')

    expect(await checkIn({ value: 42 })).toMatchObject({
      ...{ status: 422, error: expect.stringMatching(/^The cycle 2026 Q4 is closed: Ada closed it on .*2027/) },
    })
    expect(await count()).toBe(2)
  })

  it('keeps a correction of an earlier day beside what it corrects', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    await checkIn({ value: 50 })

    expect(await checkIn({ value: 20, forDate: '2026-10-01' })).toMatchObject({
      ...{ value: 50, version: 2, checkedInFor: '2026-10-05' },
      checkIn: { version: 2, value: 20, forDate: '2026-10-01', counts: false },
    })
  })
})
