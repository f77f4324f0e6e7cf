import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Block, Card } from '../../../../src/chat/card.ts'
import { plain } from '../../../../src/chat/text.ts'
import { dice } from '../../../support/dice.ts'
import { cardOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { openOffice } from '../office.ts'

const WEDNESDAY_NOON = '2026-11-18T12:00:00Z'
/** The Monday before the last one, and three days of grace. */
const RECENT_FROM = '2026-11-06'
const TEAMS = [null, null, 'Sales', 'sales', 'Support', '市场']

type Aim = {
  id: string
  number: number
  title: string
  team: string | null
  parentId: string | null
  isPrivate: boolean
  ownerId: string
  every: string | null
}
type Result = { id: string; objectiveId: string; archivedAt: Date | null; createdAt: Date; latest: string | null }

let house: House
let aims: Aim[]
let results: Result[]
beforeAll(async () => {
  house = await openOffice()
  house.sleepUntil(WEDNESDAY_NOON)
  ;({ aims, results } = await seventyObjectives())
})
afterAll(() => house.close())

/** Of three people, on three and more levels, with and without check-ins, whose dates do not come in the order in which they were written. */
async function seventyObjectives() {
  const roll = dice(7)
  const oneOf = <One>(all: readonly One[]): One => all[Math.floor(roll() * all.length)]!
  const owners = await Promise.all(['ben', 'ana', 'kai'].map(async (handle) => (await house.member(handle)).id))
  const cycle = await house.db.okrCycle.findFirstOrThrow()
  const workspaceId = house.workspace.id
  const made: Aim[] = []
  for (let number = 1; number <= 70; number++)
    made.push({
      ...{
        id: randomUUID(),
        number,
        title: `Aim ${number}`,
        team: number === 1 ? 'Sales' : oneOf(TEAMS),
        every: oneOf([null, null, 'never']),
      },
      parentId: number > 8 && roll() < 0.7 ? oneOf(made).id : null,
      ...{ isPrivate: roll() < 0.15, ownerId: oneOf(owners) },
    })
  const of = { workspaceId, createdAt: new Date(WEDNESDAY_NOON) }
  await house.db.okrObjective.createMany({ data: made.map((aim) => ({ ...aim, ...of, cycleId: cycle.id })) })
  const keyResults = made.flatMap(({ id: objectiveId, ownerId }) =>
    Array.from({ length: Math.floor(roll() * 4) }, () => ({
      ...{ id: randomUUID(), objectiveId, ownerId, title: 'Count', kind: 'numeric', start: 0, target: 100 },
      ...{ direction: 'up', weight: 1 + Math.floor(roll() * 3) },
      archivedAt: roll() < 0.15 ? new Date(WEDNESDAY_NOON) : null,
      createdAt: new Date(oneOf([WEDNESDAY_NOON, '2026-11-05T22:59:00Z', '2026-11-05T23:00:00Z'])),
    })),
  )
  await house.db.okrKeyResult.createMany({ data: keyResults.map((one, at) => ({ ...of, ...one, number: at + 1 })) })
  const checkIns = keyResults.flatMap(({ id: keyResultId }) =>
    Array.from({ length: Math.floor(roll() * 4) }, (_, at) => ({
      ...{ keyResultId, seq: at + 1, value: Math.floor(roll() * 101), at: new Date(WEDNESDAY_NOON) },
      forDate: `2026-11-${String(1 + Math.floor(roll() * 18)).padStart(2, '0')}`,
    })),
  )
  const data = checkIns.map((one) => ({ ...one, forDate: new Date(one.forDate) }))
  await house.db.okrCheckIn.createMany({ data })
  const latestOf = (id: string) =>
    checkIns
      .filter(({ keyResultId }) => keyResultId === id)
      .map(({ forDate }) => forDate)
      .toSorted()
      .at(-1) ?? null
  return { aims: made, results: keyResults.map((one) => ({ ...one, latest: latestOf(one.id) })) }
}

/** The cycle goes by Berlin's days. */
const dayInBerlin = (at: Date): string => new Date(at.getTime() + 3_600_000).toISOString().slice(0, 10)

/** What a command shows, page after page. */
async function pagesOf(who: string, typed: string): Promise<Card[]> {
  const pages = [cardOf(await house.as(who).command(typed))]
  for (let last = pages[0]!; wordsOf(last).includes('[Next]'); pages.push(last))
    last = cardOf(await house.as(who).press(last, 'Next'))
  return pages
}

const isHeading = (block: Block): boolean => block.kind === 'text' && block.style === 'heading'

/** Each objective of a list with all that stands below it. */
function listedOn(pages: readonly Card[]): { name: string; words: string }[] {
  const listed: { name: string; words: string }[] = []
  for (const block of pages.flatMap(({ blocks }) => blocks)) {
    const words = wordsOf({ locale: 'en', summary: '', blocks: [block] }).trim()
    if (isHeading(block)) listed.push({ name: words, words })
    else if (block.kind === 'text' || block.kind === 'list') listed.at(-1)!.words += `\n${words}`
  }
  return listed
}

it('lists as at risk what says so of itself, and nothing else', async () => {
  const all = listedOn(await pagesOf('ana', '/okr list all'))
  const risky = listedOn(await pagesOf('ana', '/okr list all at-risk'))

  expect(all.length).toBeGreaterThan(40)
  expect(risky).toEqual(all.filter(({ words }) => /at risk|off track/.test(words)))
  expect(risky.length).toBeLessThan(all.length)
})

it('lists as stale what nobody has checked in on for more than one whole rhythm, by the date that counts, since it was set up', async () => {
  const stale = aims.filter(
    ({ id, every, isPrivate }) =>
      every === null &&
      !isPrivate &&
      results.some(
        ({ objectiveId, archivedAt, createdAt, latest }) =>
          objectiveId === id && archivedAt === null && (latest ?? dayInBerlin(createdAt)) < RECENT_FROM,
      ),
  )
  const listed = listedOn(await pagesOf('lin', '/okr 列表 全部 停滞'))

  expect(stale.length).toBeGreaterThan(5)
  expect(listed.map(({ name }) => name)).toEqual(stale.map(({ number, title }) => `O-${number} ${title}`))
})

it('shows in the tree what somebody may see, each once, below what it contributes to or under its own team', async () => {
  const nobodyIn = aims.filter(({ isPrivate }) => !isPrivate)
  const byNumber = new Map(nobodyIn.map((aim) => [aim.number, aim]))
  const visible = new Map(nobodyIn.map((aim) => [aim.id, aim]))
  const shown: { aim: Aim; depth: number; team: string }[] = []
  let team = ''
  for (const block of (await pagesOf('lin', '/okr tree')).flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'text') continue
    if (isHeading(block)) team = plain(block.text)
    else
      for (const line of plain(block.text).split('\n')) {
        const [, indent = '', number] = /^(\s*(?:└ )?)O-(\d+) /u.exec(line)!
        shown.push({ aim: byNumber.get(Number(number))!, depth: indent.replace(' ', '').length, team })
      }
  }

  expect(shown.map(({ aim }) => aim.number).toSorted((a, b) => a - b)).toEqual([...byNumber.keys()])
  for (const [at, { aim, depth, team: under }] of shown.entries()) {
    const parent = visible.get(aim.parentId ?? '')
    const above = shown.slice(0, at).findLast((one) => one.depth < depth)
    expect(above?.aim.number).toBe(parent?.number)
    if (!parent) expect(under.toLowerCase()).toBe((aim.team ?? 'Company').toLowerCase())
  }
  expect(shown[0]!.team).toBe('Company')
  expect(Math.max(...shown.map(({ depth }) => depth))).toBeGreaterThan(2)
})
