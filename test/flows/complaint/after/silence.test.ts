import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetVerdict } from '../../../../src/flows/complaint/after/satisfaction.ts'
import { nowOf, storyOf } from '../office.ts'
import { type Counter, inDays, inOffice, linkFor, openCounter, recorded, repliedOne, reply } from './counter.ts'

describe('a customer who says nothing', () => {
  let at: Counter
  const later = async (iso: string) => {
    at.house.sleepUntil(iso)
    await at.house.wake()
  }

  beforeAll(async () => {
    at = await openCounter()
  })
  afterAll(() => at.close())

  it('has their complaint closed seven days after the reply', async () => {
    const complaint = await repliedOne(at.house)
    const week = inDays(at.house, 7)

    await later(week.replace('08:00:00', '07:59:59'))
    expect((await nowOf(at.house, complaint)).state).toBe('replied')
    await later(week)
    expect((await nowOf(at.house, complaint)).state).toBe('closed')
    expect(await recorded(at.house, complaint, 'complaint.closed')).toMatchObject([{ detail: { why: 'no answer' } }])
  })

  it('may still answer until the fourteenth day: 1 or 2 opens it again', async () => {
    const complaint = await repliedOne(at.house)
    const link = linkFor(at.house, complaint)
    await later(inDays(at.house, 10))

    expect((await at.answer(link, { score: '2' })).status).toBe(200)
    expect(await nowOf(at.house, complaint)).toMatchObject({ state: 'reopened', reopenings: 1, closedAt: null })
    expect(await at.house.db.escalation.count({ where: { subject: `${complaint.id}/unsatisfied/1` } })).toBe(1)
  })

  it('may still say that they are satisfied, and it stays closed', async () => {
    const complaint = await repliedOne(at.house)
    const link = linkFor(at.house, complaint)
    await later(inDays(at.house, 10))
    await at.answer(link, { score: '5', note: 'Sorry for being late' })

    expect((await nowOf(at.house, complaint)).state).toBe('closed')
    expect((await storyOf(at.house, complaint)).filter((kind) => kind === 'closed')).toHaveLength(1)
    expect((await storyOf(at.house, complaint)).at(-1)).toBe('rated')
  })

  it('is heard when they answer at the moment in which it closes', async () => {
    const complaint = await repliedOne(at.house)
    const link = linkFor(at.house, complaint)
    at.house.sleepUntil(inDays(at.house, 7))
    const [, answered] = await Promise.all([at.house.wake(), at.answer(link, { score: '1' })])

    expect(answered.status).toBe(200)
    expect(await nowOf(at.house, complaint)).toMatchObject({ state: 'reopened', reopenings: 1 })
  })

  it('is given seven days anew after another reply', async () => {
    const complaint = await repliedOne(at.house)
    const link = linkFor(at.house, complaint)
    await later(inDays(at.house, 3))
    await at.answer(link, { score: '1' })
    await reply(at.house, complaint)

    await later(inDays(at.house, 5))
    expect((await nowOf(at.house, complaint)).state).toBe('replied')
    await later(inDays(at.house, 2))
    expect((await nowOf(at.house, complaint)).state).toBe('closed')
  })

  it('is not waited for once nobody waits for the verdict any more', async () => {
    const complaint = await repliedOne(at.house)
    await inOffice(at.house, (ctx) => forgetVerdict(ctx, complaint))
    await later(inDays(at.house, 8))

    expect((await nowOf(at.house, complaint)).state).toBe('replied')
  })

  it('is asked once about a reply, however often that is noted', async () => {
    const complaint = await repliedOne(at.house)
    await reply(at.house, complaint)

    expect(await at.house.db.complaintSurvey.count({ where: { complaintId: complaint.id } })).toBe(1)
  })
})
