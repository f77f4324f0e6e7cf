import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { cardWordsOf, digestOf, digestsIn, openOffice, setUpDaily, toldTo } from './office.ts'

const lastWords = (house: House, who: string) => wordsOf(house.as(who).lastDirect().card)

describe('answering question by question in the direct conversation', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house, { questions: 'Done?\nWhere? [office/home]\nBlocked? [blocker]' })
    await house.advanceTo('2026-03-02T08:01:00Z')
  })
  afterEach(() => house.close())

  it('asks one after the other and ends with all that was said', async () => {
    await house.as('ben').dm('The report')
    expect(lastWords(house, 'ben')).toMatch(/Question 2 of 3\nWhere\?\noffice\nhome/)
    await house.as('ben').dm('2')
    await house.as('ben').dm('none')

    expect(lastWords(house, 'ben')).toMatch(/Thank you[\s\S]*Done\?\nThe report\nWhere\?\nhome/)
    expect(cardWordsOf(house)).toContain('Answered: Ben')
    expect(await house.db.standupBlocker.count()).toBe(0)
  })

  it('says what can be chosen when it cannot read an answer, and asks the same again', async () => {
    await house.as('ben').dm('The report')
    await house.as('ben').dm('the beach')
    expect(lastWords(house, 'ben')).toContain('Choose one of: office / home.')

    await house.as('ben').dm('home')
    expect(lastWords(house, 'ben')).toContain('Blocked?')
  })

  it('passes over a question in Chinese', async () => {
    await house.as('mei').dm('报告')
    await house.as('mei').dm('跳过')

    expect(lastWords(house, 'mei')).toMatch(/已跳过这个问题。.*第 3 个问题，共 3 个/)
  })

  it('takes passing over everything as skipping', async () => {
    for (let at = 0; at < 3; at++) await house.as('ben').dm('skip')

    expect(lastWords(house, 'ben')).toContain('you are skipping Daily')
    expect(cardWordsOf(house)).toContain('Skipping: Ben')
  })

  it('counts part of the answers, and does not close before the rest can come', async () => {
    await house.as('mei').dm('报告')
    await house.as('ben').dm('The report')
    expect(digestsIn(house)).toEqual([])

    await house.advanceTo('2026-03-02T08:20:00Z')
    expect(digestOf(house)).toContain('The report')
    expect(digestOf(house)).not.toContain('Missed')
    expect(toldTo(house, 'ben', 'A short reminder')).toEqual([])
  })

  it('takes a message after the digest for a late answer and says so', async () => {
    await house.advanceTo('2026-03-02T09:00:00Z')

    await house.as('ben').dm('The report')
    expect(lastWords(house, 'ben')).toContain('Daily of Mon, 2 Mar, late')
    expect(digestOf(house)).toContain('Ben (late)')
    await house.as('ben').dm('office')
    expect(digestOf(house)).toContain('office')
  })

  it('leaves a message to others when nothing waits', async () => {
    await house.advanceTo('2026-03-03T07:00:00Z')
    await house.as('ben').dm('hello there')

    expect(await house.db.standupAnswer.count()).toBe(0)
    expect(lastWords(house, 'ben')).toContain('What I can do')
  })

  it('goes on with what was begun when two stand-ups wait', async () => {
    await house.as('ben').dm('The report')
    await setUpDaily(house, { name: 'Second', channel: 'team', time: '09:05', questions: 'Else?' })
    await house.advanceTo('2026-03-02T08:06:00Z')

    await house.as('ben').dm('office')
    expect(lastWords(house, 'ben')).toContain('Blocked?')
    await house.as('ben').dm('no')
    await house.as('ben').dm('Something else')
    expect(lastWords(house, 'ben')).toContain('Your answers for Second are in')
  })
})
