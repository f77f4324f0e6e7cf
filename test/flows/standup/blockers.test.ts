import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { answer, answerFormOf, digestOf, digestsIn, openOffice, saidIn, setUpDaily } from './office.ts'

describe('blockers', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house, { questions: 'Done?\nBlocked? [blocker]' })
    await house.advanceTo('2026-03-02T08:01:00Z')
    await answer(house, 'ben', 'Report', 'No access to staging')
    await answer(house, 'mei', '报告', '没有')
  })
  afterEach(() => house.close())

  const nextDay = () => house.advanceTo('2026-03-03T08:01:00Z')
  const open = () => house.db.standupBlocker.findMany({ where: { resolvedAt: null } })

  it('come first in the digest, and “nothing” is none', async () => {
    expect(digestOf(house)).toMatch(/digest\nBlockers\nBen No access to staging \(B-1\)\n\[/)
    expect(await open()).toHaveLength(1)
  })

  it('are listed in the next digest as still open, since when', async () => {
    await nextDay()
    await answer(house, 'ben', 'Slides', 'none')
    await answer(house, 'mei', '幻灯片', '等审批')

    expect(digestOf(house)).toMatch(
      /Blockers\nMei 等审批 \(B-2\)\nStill open\nBen No access to staging \(B-1 · open since Mon, 2 Mar\)/,
    )
  })

  it('are resolved by the button, once, which the digest shows in place', async () => {
    const [digest] = digestsIn(house)
    const label = 'Mark resolved: Ben – No access to staging'
    const stale = structuredClone(digest!.card)

    await house.as('mei').press(digest!.card, label)

    expect(wordsOf(digest!.card)).toContain('No access to staging (B-1 · resolved)')
    expect(wordsOf(digest!.card)).not.toContain('[Resolved')
    expect(saidIn(await house.as('ben').press(stale, label))).toContain('This blocker was resolved already.')
  })

  it('are resolved only by those who take part', async () => {
    const reply = await house.as('ana').press(digestsIn(house)[0]!.card, 'Mark resolved: Ben – No access to staging')

    expect(saidIn(reply)).toContain('Only those who take part in Daily')
    expect(await open()).toHaveLength(1)
  })

  it('are resolved by whoever has them, in the next form', async () => {
    await nextDay()
    const form = await answerFormOf(house, 'ben')
    const [blocker] = await open()
    expect(form.fields.at(-1)).toMatchObject({ options: [{ value: blocker!.id, label: 'No access to staging' }] })

    await house.as('ben').submit(form, { [form.fields[0]!.name]: 'Slides', resolved: [blocker!.id] })

    expect(await open()).toEqual([])
    await answer(house, 'mei', '幻灯片')
    expect(digestOf(house)).not.toContain('Still open')
  })

  it('are resolved by saying so', async () => {
    await nextDay()
    await answer(house, 'ben', 'Slides', 'Resolved!')

    expect(await open()).toEqual([])
  })

  it('are one and the same when they are said again in the same words', async () => {
    await nextDay()
    await answer(house, 'ben', 'Slides', 'no access to staging.')

    expect(await open()).toHaveLength(1)
  })

  it('follow an edit of the answer', async () => {
    await answer(house, 'ben', 'Report', 'No access to staging and prod')
    expect(await open()).toMatchObject([{ text: 'No access to staging and prod' }])
    expect(digestOf(house)).toContain('Ben No access to staging and prod')

    await answer(house, 'ben', 'Report', 'none')
    expect(await open()).toEqual([])
  })

  it('of somebody else cannot be resolved by a form', async () => {
    await nextDay()
    const form = await answerFormOf(house, 'mei')
    const [blocker] = await open()

    await house.as('mei').submit(form, { [form.fields[0]!.name]: '幻灯片', resolved: [blocker!.id] })

    expect(await open()).toHaveLength(1)
  })
})
