import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { fileOne, nowOf, openOffice, saidIn, storyOf, toldTo } from '../office.ts'
import { bring, say } from './along.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const ownerOf = async (complaint: { id: string }) =>
  (await house.db.member.findFirstOrThrow({ where: { id: (await nowOf(house, complaint)).ownerId } })).name

describe('assigning', () => {
  it('gives it to a colleague, who is told', async () => {
    const one = await fileOne(house)

    expect(saidIn(await say(house, 'ben', one, 'assign <@ana>'))).toContain('is Ana’s now')
    expect(await ownerOf(one)).toBe('Ana')
    expect(toldTo(house, 'ana', 'C-000001').length).toBeGreaterThan(0)
    expect(await storyOf(house, one)).toEqual(['filed', 'assigned'])
  })

  it('tells somebody who gets it back', async () => {
    const one = await fileOne(house)
    await say(house, 'mei', one, 'assign <@ana>')
    await say(house, 'mei', one, 'assign <@ben>')

    expect(toldTo(house, 'ben', 'yours again').length).toBe(1)
  })

  it('asks by a form when nobody is mentioned', async () => {
    const one = await fileOne(house)
    const form = formOf(await say(house, 'ben', one, 'assign'))
    await house.as('ben').submit(form, { owner: 'ana' })

    expect(await ownerOf(one)).toBe('Ana')
    expect(errorsOf(await house.as('mei').submit(form, { owner: 'kai' }))['']).toContain('Open it again')
  })

  it.each([
    ['assign <@guest>', 'is no colleague here'],
    ['assign <@tom>', 'This complaint is about Tom'],
    ['assign <@ben>', 'is Ben’s already'],
    ['assign <@ana> <@kai>', 'Mention one colleague only'],
    ['assign somebody', 'Mention one colleague'],
  ])('refuses “%s”', async (words, sentence) => {
    const one = await fileOne(house, { named: ['tom'] })

    expect(saidIn(await say(house, 'ben', one, words))).toContain(sentence)
    expect(await ownerOf(one)).toBe('Ben')
  })

  it('says that somebody is away and offers whoever stands in', async () => {
    await house.as('mei').command('/ops manager <@ana> <@kai> backup:<@lin>')
    await house.as('ana').command('/ops away today')
    const one = await fileOne(house)
    const asked = await say(house, 'ben', one, 'assign <@ana>')

    expect(saidIn(asked)).toContain('Ana is away today.')
    expect(await ownerOf(one)).toBe('Ben')
    await house.as('ben').press(cardOf(asked), 'Assign to Lin')
    expect(await ownerOf(one)).toBe('Lin')
  })

  it('lets the stand-in of an owner who is away take it, and nobody else', async () => {
    const one = await bring(house, await fileOne(house), 'acknowledged')
    expect(saidIn(await say(house, 'lin', one, 'assign me'))).toContain('Only its owner Ben')
    await house.as('ben').command('/ops away today')

    expect(saidIn(await say(house, 'ana', one, 'assign me'))).toContain('Only its owner Ben')
    expect(saidIn(await say(house, 'lin', one, 'assign me'))).toContain('is yours now')
  })
})

describe('classifying', () => {
  it('takes severity and type in words of both languages, and keeps what the rules had suggested', async () => {
    const one = await fileOne(house, { what: 'He was billed twice.' })
    await say(house, 'ben', one, 'classify 严重 delivery')

    const classified = await nowOf(house, one)
    expect(classified).toMatchObject({ severity: 1, type: 'delivery' })
    expect(classified.suggestedType).toBe(one.suggestedType)
    const entry = await house.db.complaintEntry.findFirstOrThrow({ where: { complaintId: one.id, kind: 'classified' } })
    expect(entry.detail).toMatchObject({ severity: 1, type: 'delivery', from: { severity: 3, type: 'billing' } })
  })

  it('shortens the clocks at once when the severity rises', async () => {
    const one = await fileOne(house)
    await say(house, 'ben', one, 'classify s1')

    const clock = await house.db.complaintClock.findFirstOrThrow({ where: { complaintId: one.id, kind: 'reply' } })
    expect(clock.dueAt.toISOString()).toBe('2026-03-02T12:00:00.000Z')
  })

  it('asks by a form, which refuses when somebody else was quicker', async () => {
    const one = await fileOne(house)
    const form = formOf(await say(house, 'ben', one, 'classify'))
    await house.as('ben').submit(form, { severity: '2' })

    expect((await nowOf(house, one)).severity).toBe(2)
    expect(errorsOf(await house.as('mei').submit(form, { severity: '4' }))['']).toContain('Open it again')
  })

  it('refuses words that it cannot read, and what is so already', async () => {
    const one = await fileOne(house)

    expect(saidIn(await say(house, 'ben', one, 'classify urgent'))).toContain('“urgent”')
    expect(saidIn(await say(house, 'ben', one, 'classify s3 billing'))).toContain('already')
  })
})
