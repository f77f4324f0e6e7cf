import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf } from '../../../../src/chat/csv.ts'
import { holdAlignment } from '../../../../src/flows/okr/setup/store/parents.ts'
import { changeKeyResult, changeObjective, lockObjective } from '../../../../src/flows/okr/store/objectives.ts'
import { COLUMNS, type Column } from '../../../../src/flows/okr/transfer/columns.ts'
import { importPage } from '../../../../src/flows/okr/transfer/import-page.ts'
import { act } from '../../../../src/world.ts'
import { filePage, exported as sent, wordsIn } from '../../../support/file-page.ts'
import type { House } from '../../../support/house.ts'
import { rowsOf } from '../../../support/rows.ts'
import { wordsOf } from '../../../support/words.ts'
import { newest, newKeyResult, newObjective, objectiveNow, openOffice, roundsTo, saidIn } from '../office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

/** The page that somebody's newest link leads to. */
async function pageFor(who: string, cycle = '2026 Q4') {
  const said = await house.as(who).command(`/okr import ${cycle}`)
  expect(saidIn(said)).toContain(`Bring a CSV file into ${cycle}`)
  return filePage(house, 'okr')
}

const file = (...rows: Partial<Record<Column, string>>[]): string =>
  csvOf([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))])
const exported = (who = 'ada', cycle = '') => sent(house, who, `/okr export ${cycle}`)
const standing = async () => {
  const { OkrObjective, OkrKeyResult, OkrCheckIn } = await rowsOf(house.db, house.workspace.id)
  return { OkrObjective, OkrKeyResult, OkrCheckIn }
}

describe('a file with objectives', () => {
  it('is shown before it is written, written once, and makes nothing twice', async () => {
    const page = await pageFor('ben')
    const text = file(
      {
        'objective title': 'Sell more',
        'key result title': 'Revenue',
        kind: 'numeric',
        from: '0',
        to: '3.2万',
        unit: '¥',
      },
      {
        'objective title': 'Sell more',
        'key result title': 'Launch',
        kind: 'milestone',
        milestones: 'Plan\nDo',
        'milestones done': '1',
      },
    )
    const shown = await page.check(text)
    expect(wordsIn(shown)).toContain('New objectives: 1 · New key results: 2 · Changed: 0 · Check-ins: 1')
    expect(await house.db.okrObjective.count()).toBe(0)

    expect(wordsIn(await page.write())).toContain('is written into 2026 Q4')
    expect(await newest(house)).toMatchObject({ title: 'Sell more', ownerId: (await house.member('ben')).id })
    expect((await newest(house)).keyResults).toMatchObject([{ target: 32_000, unit: '¥' }, { steps: ['Plan', 'Do'] }])
    expect(wordsIn(await page.write())).toContain('The link has done its work')
    expect(wordsIn(await page.check(text))).toContain('The link has done its work')
    expect(wordsIn(await (await pageFor('ben')).check(text))).toContain('nothing to write')
  })

  it('has every problem listed by its line, and nothing of it is written', async () => {
    const before = await standing()
    const page = await pageFor('ben')
    const shown = await page.check(
      file(
        { objective: 'O-77', 'objective title': 'A', 'key result title': 'B', kind: 'numeric', to: '5' },
        { 'objective title': 'Mine', 'key result title': 'X', kind: 'numeric', from: 'much', to: '10^18' },
        { 'objective title': 'Theirs', 'objective owner': 'ada@acme.example', 'key result title': 'X', to: '5' },
        { 'objective title': 'Nobody', 'objective owner': 'zoe@acme.example', 'key result title': 'X', to: '1,5' },
        { 'objective title': '', 'key result title': 'X', to: '5', confidence: '11', value: '1', date: '2020-01-01' },
      ),
    )
    const said = wordsIn(shown)

    expect(said).toContain('Line 2, objective: there is no “O-77” that you can see')
    expect(said).toContain('Line 3, from: I can’t read “much” as a number')
    expect(said).toContain('Line 3, to:')
    expect(said).toContain('Line 4, objective owner: only Ada')
    expect(said).toContain('Line 5, objective owner: nobody, or more than one, is called “zoe@acme.example”')
    expect(said).toContain('Line 5, to: Do you mean 1.5 or 15?')
    expect(said).toContain('Line 6, objective title: Say what is to be reached.')
    expect(said).toContain('Line 6, confidence')
    expect(said).toContain('Line 6, date')
    expect(wordsIn(await page.write())).not.toContain('is written into')
    expect(await standing()).toEqual(before)
  })

  it.each([
    ['', 'Choose a file'],
    ['a,b\r\n1,2', 'There is no column “objective title”'],
    ['objective title,key result title,size\r\nA,B,C', 'I don’t know the column “size”'],
    ['objective title,key result title,key result title\r\nA,B,C', 'is there twice'],
    ['objective title,key result title\r\n"A,B', 'is a quotation mark missing'],
    [Buffer.from('objective title,key result title\r\n\xb4\xf3,B', 'latin1').toString('utf8'), 'no text in UTF-8'],
  ])('that is none is refused in words: %j', async (text, why) => {
    const page = await pageFor('ben')
    const sheet = await page.check(text)
    expect([wordsIn(sheet), ...(sheet.form?.fields.map(({ error }) => error) ?? [])].join()).toContain(why)
  })

  it('is read with a byte order mark, with semicolons and with any line ends', async () => {
    const objective = await newObjective(house, 'ana', { title: 'Read me' })
    for (const text of [
      '\uFEFFobjective;objective title;key result title;kind;to\r\nO-N;Read me;Semicolons;numeric;5\r\n',
      'OBJECTIVE,objective title,key result title,kind,to\nO-N,Read me,Line feeds,numeric,5\n',
    ]) {
      const page = await pageFor('ana')
      await page.check(text.replace('O-N', `O-${objective.number}`))
      expect(wordsIn(await page.write())).toContain('is written')
    }
    const { keyResults } = await objectiveNow(house, objective.number)
    expect(keyResults.map(({ title }) => title)).toEqual(['Semicolons', 'Line feeds'])
  })

  it('is checked once more when it is written: what has changed meanwhile is shown', async () => {
    const objective = await newObjective(house, 'ana', { title: 'Race' })
    const row = {
      objective: `O-${objective.number}`,
      'objective title': 'Race',
      'key result title': 'One',
      kind: 'numeric',
      to: '5',
    }
    const [first, second] = [await pageFor('ana'), await pageFor('ana')]
    await Promise.all([first.check(file(row)), second.check(file(row))])
    const written = await Promise.all([first.write(), second.write()])

    expect(written.map(wordsIn).filter((said) => said.includes('is written'))).toHaveLength(1)
    expect(written.map(wordsIn).filter((said) => said.includes('changed here'))).toHaveLength(1)
    expect((await objectiveNow(house, objective.number)).keyResults).toHaveLength(1)
  })
})

describe('what is exported', () => {
  it('is brought in again without a change, whatever people have written', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        '=cmd()',
        "'=1+1",
        '-5',
        '@x',
        'a "b", c',
        '标题，逗号',
        'two\nlines',
        '+49 30',
        '😀',
        "''x",
        ';',
      ),
    )
    const text = words.filter((said) => said.trim() !== '')
    await fc.assert(
      fc.asyncProperty(text, text, fc.double({ min: -1e9, max: 1e9, noNaN: true }), async (title, note, target) => {
        const objective = await newObjective(house, 'ada', { title: title.slice(0, 100), why: note })
        const to = `=${Number(target.toPrecision(12))}`
        const keyResult = await newKeyResult(house, 'ada', objective, {
          title: note.slice(0, 100),
          target: to,
          unit: '',
        })
        await house.as('ada').command(`/okr update KR-${keyResult.number} =3 conf:7 ${note}`)
      }),
      { numRuns: 25 },
    )
    const before = await standing()
    const page = await pageFor('ada')
    const shown = wordsIn(await page.check(await exported()))

    expect(shown).toContain('nothing to write')
    expect(await standing()).toEqual(before)
  }, 60_000)

  it('holds no formula that a spreadsheet would run', async () => {
    await newObjective(house, 'ben', { title: '=HYPERLINK("https://evil.example")' })
    expect(await exported('ben')).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  })

  it('holds nothing private of others, and an import does not know it', async () => {
    const secret = await newObjective(house, 'ada', { title: 'Buy the rival', visibility: 'private' })
    expect(await exported('ana')).not.toContain('Buy the rival')
    const page = await pageFor('ana')
    const row = { objective: `O-${secret.number}`, 'objective title': 'Mine', 'key result title': 'x', to: '5' }
    expect(wordsIn(await page.check(file(row)))).toContain('there is no “O-')
  })

  it('changes what was changed in the spreadsheet, and nothing else', async () => {
    const objective = await newObjective(house, 'ben', { title: 'Edit me' })
    await newKeyResult(house, 'ben', objective, { title: 'Count' })
    const mine = (await exported('ben'))
      .split('\r\n')
      .filter((line) => line.startsWith('\uFEFF') || line.startsWith(`O-${objective.number},`))
    const page = await pageFor('ben')
    const edited = mine.join('\r\n').replace('Edit me', 'Edited').replace(',100,', ',200,')
    expect(wordsIn(await page.check(edited))).toContain('Changed: 2 · Check-ins: 0')
    await page.write()

    expect(await objectiveNow(house, objective.number)).toMatchObject({
      title: 'Edited',
      keyResults: [{ target: 200, title: 'Count' }],
    })
  })

  it('holds check-ins from before the cycle, and they come back as they are', async () => {
    await house.as('ada').command('/okr cycle new 2027 Q1')
    const objective = await newObjective(house, 'ada', { title: 'Early' })
    const { number } = await newKeyResult(house, 'ada', objective)
    await house.as('ada').command(`/okr move O-${objective.number} to 2027 Q1`)
    await house.as('ada').command(`/okr update KR-${number} 5`)
    house.sleepUntil(house.now().add({ hours: 24 }).toString())
    const page = await pageFor('ada', '2027 Q1')

    expect(wordsIn(await page.check(await exported('ada', '2027 Q1')))).toContain('nothing to write')
  })
})

describe('a file that changes much', () => {
  it('ends the questions that it answers, and adds to what was checked in before', async () => {
    const objective = await newObjective(house, 'ana', { title: 'Asked' })
    const { number, id } = await newKeyResult(house, 'ana', objective, { title: 'Answered' })
    await house.as('ana').command(`/okr update KR-${number} 5`)
    await house.advanceTo(
      house
        .now()
        .add({ hours: 24 * 14 })
        .toString(),
    )
    const [round] = roundsTo(house, 'ana').slice(-1)
    expect(wordsOf(round!.card)).toContain(`KR-${number} Answered`)
    const page = await pageFor('ana')
    const row = { objective: `O-${objective.number}`, 'objective title': 'Asked', 'key result': `KR-${number}` }
    const terms = { 'key result title': 'Renamed', kind: 'numeric', from: '0', to: '100', unit: 'customers' }
    expect(wordsIn(await page.check(file({ ...row, ...terms, value: '7' })))).toContain('Changed: 1 · Check-ins: 1')
    await page.write()

    const checkIns = await house.db.okrCheckIn.findMany({ where: { keyResultId: id }, orderBy: { seq: 'asc' } })
    expect(checkIns).toMatchObject([
      { seq: 1, value: 5, source: 'chat' },
      { seq: 2, value: 7, source: 'import' },
    ])
    expect(await house.db.okrTurn.count({ where: { keyResultId: id, state: 'asked' } })).toBe(0)
    expect(wordsOf(roundsTo(house, 'ana').at(-1)!.card)).toContain(`✓ KR-${number} Renamed`)
  })

  it('does not overwrite what somebody changes while it is being written', async () => {
    const objective = await newObjective(house, 'ana', { title: 'Contested' })
    const { number, id } = await newKeyResult(house, 'ana', objective, { title: 'Theirs' })
    const page = await pageFor('ana')
    const row = { objective: `O-${objective.number}`, 'objective title': 'Contested', 'key result': `KR-${number}` }
    await page.check(file({ ...row, 'key result title': 'Mine', kind: 'numeric', from: '0', to: '100' }))
    const writing = await act(house.world, house.workspace, async (ctx) => {
      await lockObjective(ctx.db, house.workspace.id, objective.id)
      await changeKeyResult(ctx.db, { id }, { title: 'Quicker' })
      const written = page.write()
      await somebodyWaits()
      return { written }
    })

    expect(wordsIn(await writing.written)).toContain('changed here')
    expect(await objectiveNow(house, objective.number)).toMatchObject({ keyResults: [{ title: 'Quicker' }] })
    expect(wordsIn(await page.write())).toContain('is written')
    expect(await objectiveNow(house, objective.number)).toMatchObject({ keyResults: [{ title: 'Mine' }] })
  })

  it('closes no circle with what somebody puts below one another meanwhile', async () => {
    const [one, two] = [
      await newObjective(house, 'ana', { title: 'Up' }),
      await newObjective(house, 'ana', { title: 'Low' }),
    ]
    const page = await pageFor('ana')
    const row = { objective: `O-${two.number}`, 'objective title': 'Low', 'contributes to': `O-${one.number}` }
    expect(wordsIn(await page.check(file(row)))).toContain('Changed: 1')
    const writing = await act(house.world, house.workspace, async (ctx) => {
      await holdAlignment(ctx.db, house.workspace.id)
      await changeObjective(ctx.db, one, { parentId: two.id })
      const written = page.write()
      await somebodyWaits()
      return { written }
    })

    expect(wordsIn(await writing.written)).toContain(`Line 2, contributes to: `)
    expect(await objectiveNow(house, two.number)).toMatchObject({ parentId: null })
  })

  it('asks the database as often for forty lines as for eight', async () => {
    const [few, many] = [await wordsToWrite('Few', 2), await wordsToWrite('Many', 10)]

    expect(many).toEqual(few)
  })
})

describe('a file for a cycle that has not begun', () => {
  it('dates its values as a check-in in the chat does, and says what is still to come', async () => {
    const page = await pageFor('ada', '2027 Q1')
    const terms = { 'objective title': 'Ahead', kind: 'numeric', from: '0', to: '9', value: '3' }
    const row = (title: string, date: string) => ({ ...terms, 'key result title': title, date })
    const today = house.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
    const wrong = wordsIn(await page.check(file(row('A', '2027-01-04'), row('B', '2026-09-30'), row('C', 'soon'))))
    expect(wrong).toMatch(/Line 2.*still to come/)
    expect(wrong).toMatch(/Line 3.*outside|Line 3.*cycle/)
    expect(wrong).toMatch(/Line 4.*“soon” is no date/)
    expect(wordsIn(await page.check(file(row('A', ''), row('B', today))))).toContain('Check-ins: 2')
    await page.write()

    const dates = await house.db.okrCheckIn.findMany({ where: { keyResult: { objective: { title: 'Ahead' } } } })
    expect(dates.map(({ forDate }) => forDate.toISOString().slice(0, 10))).toEqual([today, today])
    house.sleepUntil('2027-01-05T12:00:00Z')
    const again = await pageFor('ada', '2027 Q1')
    expect(wordsIn(await again.check(file(row('A', ''), row('B', today))))).toContain('nothing to write')
  })
})

/** Until a statement waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await house.db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`
    if (row?.waiting) return
    await sleep(20)
  }
  throw new Error('Nobody waits')
}

/** How many words with the database it takes to bring in so many objectives with four key results each, and to change all of them. */
async function wordsToWrite(title: string, objectives: number): Promise<number[]> {
  const rows = (to: string, value: string) =>
    Array.from({ length: objectives * 4 }, (_, at) => ({
      ...{ 'objective title': `${title} ${at >> 2}`, why: to, team: title },
      ...{ 'key result title': `Result ${at}`, kind: 'numeric', to, value },
    }))
  const counts: number[] = []
  for (const text of [file(...rows('10', '1')), file(...rows('20', '2')), file(...rows('20', '2'))]) {
    await house.as('lin').command('/okr import')
    const { id } = await house.db.okrImport.findFirstOrThrow({ orderBy: { id: 'desc' } })
    for (const values of [{ file: text }, { deed: 'write' }]) {
      let count = 0
      await act(house.world, house.workspace, (ctx) => {
        const db = counted(ctx.db, () => count++)
        return importPage.submit({ ...ctx, db }, id, values as Record<string, string>)
      })
      counts.push(count)
    }
  }
  return counts
}

/** The same database, of which every call is counted. */
const counted = <Target extends object>(target: Target, count: () => void): Target =>
  new Proxy(target, {
    get: (_, name) => {
      const found = Reflect.get(target, name) as unknown
      if (typeof found === 'function')
        return (...args: unknown[]) => {
          count()
          return found.apply(target, args)
        }
      return found !== null && typeof found === 'object' ? counted(found, count) : found
    },
  })
