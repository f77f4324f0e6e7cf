import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { newKeyResult, newObjective, openOffice } from '../office.ts'
import { ask, send, type Told } from '../programs.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const add = (body: object) => send(house, 'key-results', { objective: 'O-1', title: 'Paying customers', ...body })
const NUMERIC = { kind: 'numeric', target: 500 }
const list = async (query: Record<string, string> = {}) => {
  const { keyResults, ...rest } = await ask(house, 'key-results', query)
  return { ...rest, references: (keyResults as Told[] | undefined)?.map(({ reference }) => reference) }
}

describe('a program that adds a key result', () => {
  it('is answered with it, and its owner hears of it and is looked after', async () => {
    await newObjective(house, 'ben')
    house.chat.messages.length = 0

    expect(await add({ ...NUMERIC, unit: '位客户', weight: 2, start: '1.2k', owner: 'MEI@acme.example' })).toEqual({
      ...{ reference: 'KR-1', title: 'Paying customers', owner: 'Mei', objective: 'O-1', cycle: '2026 Q4' },
      ...{ kind: 'numeric', start: 1200, target: 500, unit: '位客户', direction: 'down', weight: 2 },
      ...{ value: 1200, score: 0, health: 'early', version: 0 },
    })
    expect(await add({ kind: 'percent', start: '30%', target: '60%' })).toMatchObject({
      unit: '%',
      owner: 'Ben',
      target: 60,
    })
    expect(await add({ kind: 'milestone', steps: ['Plan', 'Build'] })).toMatchObject({
      start: 0,
      target: 2,
      kind: 'milestone',
    })
    expect(await add({ ...NUMERIC, kpi: ' paying ' })).toMatchObject({ reference: 'KR-4', kpi: 'paying' })
    expect(wordsOf(cardOf(await house.as('ana').command('/okr show KR-4')))).toContain('follows the KPI paying')
    expect(await add({ ...NUMERIC, start: 500, direction: 'down' })).toMatchObject({ direction: 'down', score: 0 })
    await house.settle()

    expect(wordsOf(house.directTo('mei')[0]!.card)).toContain('程序把 KR-1 交给了你')
    expect(wordsOf(house.directTo('ben')[0]!.card)).toContain('A program gave you KR-2')
    const { id } = await house.member('mei')
    expect(await house.db.timer.count({ where: { kind: 'okr.round', subject: id, firedAt: null } })).toBe(1)
    expect(await house.db.auditEntry.findFirst({ where: { action: 'okr.key-result-created' } })).toMatchObject({
      ...{ actorId: null, detail: { number: 1, by: 'api', weight: 2 } },
    })
  })

  it('is refused with what it cannot be', async () => {
    await newObjective(house, 'ben')
    await house.db.member.update({ where: { id: (await house.member('lin')).id }, data: { leftAt: new Date() } })
    const wrong: [object, string][] = [
      [{ ...NUMERIC, steps: ['Plan'] }, 'Unrecognized key: "steps"'],
      [{ kind: 'milestone', steps: ['Plan'], target: 3 }, 'Unrecognized key: "target"'],
      [{ kind: 'milestone', steps: [] }, 'steps: '],
      [{ kind: 'milestone', steps: ['Plan', 'Plan'] }, '“Plan” stands there twice'],
      [{ kind: 'milestone', steps: ['Plan\nBuild'] }, 'has to be one line'],
      [{ kind: 'percent', target: 60, unit: '%' }, 'Unrecognized key: "unit"'],
      [{ kind: 'numeric' }, 'target: has to be a number'],
      [{ kind: 'feeling', target: 3 }, 'kind: '],
      [{ target: 3 }, 'kind: '],
      [{ ...NUMERIC, title: ' ' }, 'title: '],
      [{ ...NUMERIC, title: 'x'.repeat(201) }, 'title: '],
      [{ ...NUMERIC, target: 1e18 }, 'more than I can keep'],
      [{ ...NUMERIC, target: Number.NaN }, 'target: '],
      [{ ...NUMERIC, target: '1,5' }, 'Do you mean 1.5 or 15?'],
      [{ ...NUMERIC, direction: 'down' }, 'From and to say that better is more'],
      [{ ...NUMERIC, kpi: 'x'.repeat(81) }, 'kpi: '],
      [{ ...NUMERIC, kpi: '' }, 'kpi: '],
      [{ ...NUMERIC, weight: -1 }, 'weight: '],
      [{ ...NUMERIC, weight: 0 }, 'would count nothing'],
      [{ ...NUMERIC, owner: 'nobody@acme.example' }, 'has to be a colleague who is here'],
      [{ ...NUMERIC, owner: 'be_@acme.example' }, 'has to be a colleague who is here'],
      [{ ...NUMERIC, owner: 'guest@acme.example' }, 'has to be a colleague who is here'],
      [{ ...NUMERIC, owner: 'lin@acme.example' }, 'has to be a colleague who is here'],
      [{ ...NUMERIC, objective: 'O-2' }, 'There is no objective O-2.'],
      [{ ...NUMERIC, objective: 'KR-1' }, 'objective: has to be a reference such as O-3'],
    ]
    for (const [body, why] of wrong) {
      const told = await add(body)

      expect([body, told.status, told.error]).toEqual([body, 422, expect.stringContaining(why)])
    }
    expect(await house.db.okrKeyResult.count()).toBe(0)
    await house.as('ben').command('/okr archive O-1')
    expect((await add(NUMERIC)).error).toContain('O-1 is archived')
  })

  it('goes by turns with people who add at the same moment', async () => {
    const objective = await newObjective(house, 'ben')
    const form = formOf(await house.as('ben').command(`/okr kr O-${objective.number} Mine`))
    const values = { owner: 'ben', start: '0', target: '5' }
    await Promise.all([
      house.as('ben').submit(form, values),
      add(NUMERIC),
      add(NUMERIC),
      add({ ...NUMERIC, weight: 0 }),
    ])

    const numbers = (await house.db.okrKeyResult.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
    expect(numbers.length).toBeGreaterThanOrEqual(3)
  })
})

describe('a program that asks', () => {
  it('is told what fits, page by page', async () => {
    expect(await list()).toEqual({ references: [] })
    const one = await newObjective(house, 'ben', { team: 'Sales' })
    await newKeyResult(house, 'ben', one)
    await newKeyResult(house, 'ben', one, { owner: 'ana' })
    const other = await newObjective(house, 'ana', { owner: 'ana', team: 'Sa_es' })
    for (const title of ['A', 'B', 'C']) await newKeyResult(house, 'ana', other, { title, owner: 'ana' })
    await house.as('ana').command('/okr archive KR-5')

    expect(await list()).toEqual({ references: ['KR-1', 'KR-2', 'KR-3', 'KR-4'] })
    expect(await list({ limit: '2' })).toEqual({ references: ['KR-1', 'KR-2'], next: 'KR-2' })
    expect(await list({ limit: '2', after: 'KR-2' })).toEqual({ references: ['KR-3', 'KR-4'] })
    expect(await list({ objective: 'o-1' })).toEqual({ references: ['KR-1', 'KR-2'] })
    expect(await list({ owner: 'Ana@acme.example' })).toEqual({ references: ['KR-2', 'KR-3', 'KR-4'] })
    expect(await list({ owner: 'ana@acme.example', objective: 'O-1' })).toEqual({ references: ['KR-2'] })
    expect(await list({ team: 'sales' })).toEqual({ references: ['KR-1', 'KR-2'] })
    expect(await list({ team: 'sa_es' })).toEqual({ references: ['KR-3', 'KR-4'] })
    expect(await list({ team: 'Marketing' })).toEqual({ references: [] })
    expect(await list({ reference: 'kr 3' })).toEqual({ references: ['KR-3'] })
    expect(await list({ cycle: '2026 q4', team: 'Sales' })).toEqual({ references: ['KR-1', 'KR-2'] })
  })

  it('looks at the present cycle unless it says otherwise', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    await house.as('ada').command('/okr cycle new 2027 Q1')
    house.sleepUntil('2027-01-04T08:00:00Z')

    expect(await list()).toEqual({ references: [] })
    expect(await list({ cycle: '2026 Q4' })).toEqual({ references: ['KR-1'] })
    expect(await list({ reference: 'KR-1' })).toEqual({ references: ['KR-1'] })
    expect(await list({ reference: 'KR-1', cycle: '2027 Q1' })).toEqual({ references: [] })
  })

  it('is told what it names and what is not there', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    await house.as('ben').command('/okr archive KR-1')
    const unknown: [Record<string, string>, string][] = [
      [{ reference: 'KR-9' }, 'There is no key result KR-9.'],
      [{ reference: 'KR-1' }, 'KR-1 is archived.'],
      [{ objective: 'O-9' }, 'There is no objective O-9.'],
      [{ cycle: '2031 Q1' }, 'There is no cycle “2031 Q1”.'],
      [{ owner: 'nobody@acme.example' }, 'Nobody here has the e-mail address nobody@acme.example.'],
    ]
    for (const [query, why] of unknown)
      expect([query, await list(query)]).toMatchObject([query, { status: 404, error: expect.stringContaining(why) }])
    expect(await ask(house, 'check-ins', { keyResult: 'KR-1' })).toMatchObject({ status: 404 })
    expect(await list({ reference: 'O-1' })).toMatchObject({ status: 422 })
  })

  it('reads the history as it was written, with who wrote it', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    await house.as('ben').command('/okr update KR-1 42 conf:7 "trial mail helped"')
    await send(house, 'check-ins', { keyResult: 'KR-1', value: 30, forDate: '2026-10-02' })
    await house.as('kai').command('/okr update KR-1 44')
    const first = {
      version: 1,
      value: 42,
      confidence: 7,
      note: 'trial mail helped',
      by: 'Ben',
      source: 'chat',
      counts: false,
    }
    const second = { version: 2, value: 30, forDate: '2026-10-02', source: 'api', counts: false }
    const third = { version: 3, value: 44, by: 'Kai', source: 'chat', counts: true }

    expect(await ask(house, 'check-ins', { keyResult: 'KR-1', limit: '2' })).toMatchObject({
      ...{ keyResult: { value: 44, version: 3 }, checkIns: [first, second], next: 2 },
    })
    const rest = await ask(house, 'check-ins', { keyResult: 'KR-1', limit: '2', after: '2' })
    expect(rest).toMatchObject({ checkIns: [third] })
    expect(rest).not.toHaveProperty('next')
    expect(await ask(house, 'check-ins', { keyResult: 'KR-1', after: '3' })).toMatchObject({ checkIns: [] })
  })
})

describe('what is private', () => {
  it('does not exist for programs: they are told of it what they are told of what is not there', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    await newKeyResult(house, 'ben', await newObjective(house, 'ben', { visibility: 'private', team: 'Board' }))
    const asIf = (told: Told) => JSON.stringify(told).replaceAll(/(KR|O)-\d+/g, '$1-#')

    expect(await list({ limit: '1' })).toEqual({ references: ['KR-1'] })
    expect(await list({ owner: 'ben@acme.example' })).toEqual({ references: ['KR-1'] })
    expect(await list({ team: 'Board' })).toEqual({ references: [] })
    for (const query of [{ reference: 'KR-2' }, { objective: 'O-2' }]) {
      const unknown = Object.fromEntries(Object.keys(query).map((key) => [key, key === 'reference' ? 'KR-9' : 'O-9']))
      expect(asIf(await list(query))).toBe(asIf(await list(unknown)))
    }
    expect(asIf(await ask(house, 'check-ins', { keyResult: 'KR-2' }))).toBe(
      asIf(await ask(house, 'check-ins', { keyResult: 'KR-9' })),
    )
    const body = { value: 1, version: 7 }
    expect(asIf(await send(house, 'check-ins', { ...body, keyResult: 'KR-2' }))).toBe(
      asIf(await send(house, 'check-ins', { ...body, keyResult: 'KR-9' })),
    )
    expect(asIf(await add({ ...NUMERIC, objective: 'O-2' }))).toBe(asIf(await add({ ...NUMERIC, objective: 'O-9' })))
    expect(await house.db.okrCheckIn.count()).toBe(0)
    expect(await house.db.okrKeyResult.count()).toBe(2)
  })

  it('nor does another workspace’s', async () => {
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    const workspace = await house.db.workspace.create({ data: { name: 'Other' } })
    const elsewhere = { ...house, workspace }

    expect(await ask(elsewhere, 'key-results', { reference: 'KR-1' })).toMatchObject({ status: 404 })
    expect(await ask(elsewhere, 'key-results')).toEqual({ keyResults: [] })
    expect(await send(elsewhere, 'check-ins', { keyResult: 'KR-1', value: 1 })).toMatchObject({ status: 422 })
  })
})
