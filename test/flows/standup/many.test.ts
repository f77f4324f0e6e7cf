import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { answer, cardWordsOf, digestsIn, openOffice, setUpDaily, toldTo } from './office.ts'

const handles = (count: number) => Array.from({ length: count }, (_, at) => `p${String(at).padStart(3, '0')}`)

describe('many people', () => {
  let house: House
  const crowd = handles(300)
  beforeEach(async () => {
    house = await openOffice({ people: crowd.map((handle) => ({ handle })) })
  })
  afterEach(() => house.close())

  it('asks 300, names some of them on the card and counts the rest', async () => {
    await setUpDaily(house, { participants: crowd })
    const began = performance.now()
    await house.advanceTo('2026-03-02T08:01:00Z')
    expect(performance.now() - began).toBeLessThan(15_000)

    expect(crowd.every((who) => house.directTo(who).length === 1)).toBe(true)
    expect(cardWordsOf(house)).toContain('Answers: 0 of 300')
    expect(cardWordsOf(house)).toMatch(/P024 and 275 more/)
  }, 60_000)

  it('posts the digest of sixty in parts, each small enough, and changes the right one for a late answer', async () => {
    const sixty = crowd.slice(0, 60)
    await setUpDaily(house, { participants: sixty, questions: 'One?\nTwo?\nBlocked? [blocker]' })
    await house.advanceTo('2026-03-02T08:01:00Z')
    for (const who of sixty.slice(0, 45)) {
      await answer(house, who, 'a long story '.repeat(60), 'and another '.repeat(60), `blocked by ${who}`)
    }
    await house.advanceTo('2026-03-02T08:21:00Z')

    const pages = () => digestsIn(house).map(({ card }) => wordsOf(card))
    expect(pages()).toHaveLength(3)
    expect(Math.max(...pages().map((page) => page.length))).toBeLessThan(9_000)
    expect(digestsIn(house).every(({ card }) => card.blocks.length <= 50)).toBe(true)
    expect(pages()[0]).toMatch(/^Daily · Mon, 2 Mar · digest\nBlockers[\s\S]*Missed: P045[\s\S]*Show all in full/)
    expect(pages()[2]).toMatch(/^Daily · Mon, 2 Mar · digest · continued\nP040/)

    await answer(house, 'p050', 'late to the party')
    expect(pages()[2]).toContain('late to the party')
    expect(toldTo(house, 'p050', 'Your late answers')).toHaveLength(1)
  }, 120_000)

  it('takes twenty answers at once and loses none', async () => {
    const twenty = crowd.slice(0, 20)
    await setUpDaily(house, { participants: twenty, digestBy: 'question' })
    await house.advanceTo('2026-03-02T08:01:00Z')

    await Promise.all(twenty.map((who) => answer(house, who, `from ${who}`)))

    const [digest] = digestsIn(house)
    expect(digestsIn(house)).toHaveLength(1)
    expect(twenty.every((who) => wordsOf(digest!.card).includes(`from ${who}`))).toBe(true)
  }, 60_000)
})
