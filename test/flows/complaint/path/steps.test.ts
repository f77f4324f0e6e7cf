import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { fileOne, nowOf, openOffice, refOf, saidIn, storyOf } from '../office.ts'
import { bring, say } from './along.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

describe('the way of a complaint', () => {
  it('goes from receipt to closing, every step with who and when', async () => {
    const one = await bring(house, await fileOne(house), 'replied')
    const asked = await say(house, 'ben', one, 'close')
    await house.as('ben').press(cardOf(asked), 'Close now')

    expect(await storyOf(house, one)).toEqual([
      'filed',
      'acknowledged',
      'investigated',
      'proposed',
      'replied',
      'closed',
    ])
    const entries = await house.db.complaintEntry.findMany({ where: { complaintId: one.id, NOT: { kind: 'filed' } } })
    expect(new Set(entries.map(({ byId }) => byId))).toEqual(new Set([(await house.member('ben')).id]))
    expect(await nowOf(house, one)).toMatchObject({
      state: 'closed',
      findings: 'The job ran twice.',
      reply: 'We refund it.',
    })
  })

  it('is walked in Chinese as well', async () => {
    const one = await fileOne(house)
    await house.as('mei').command(`/complaint 指派 ${refOf(one)} <@li>`)
    const li = house.as('li')

    expect(saidIn(await li.command(`/complaint 受理 ${refOf(one)}`))).toContain('已受理，由你负责。')
    await li.submit(formOf(await li.command(`/complaint 调查 ${refOf(one)}`)), {
      findings: '任务执行了两次。',
      why1: '定时任务重复。',
      family: 'method',
    })
    await li.command(`/complaint 方案 ${refOf(one)} 退款。`)
    await li.submit(formOf(await li.command(`/complaint 回复 ${refOf(one)}`)), { via: 'email' })

    expect(await nowOf(house, one)).toMatchObject({ state: 'replied', causeFamily: 'method', reply: '退款。' })
  })

  it('answers an illegal step with what is possible now', async () => {
    const one = await fileOne(house)

    expect(saidIn(await say(house, 'ben', one, 'reply'))).toBe(`
C-000001 (received): it cannot be replied to now.
Possible now:
/complaint acknowledge C-000001
/complaint merge C-000001 into C-…
/complaint withdraw C-000001 <reason>`)
    expect(await storyOf(house, one)).toEqual(['filed'])
  })

  it('tells when it has ended, and where it goes on', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]
    const asked = await say(house, 'ben', one, `merge into ${refOf(other)}`)
    await house.as('ben').press(cardOf(asked), 'Merge')

    expect(saidIn(await say(house, 'ben', one, 'acknowledge'))).toContain('It was merged into C-000002')
  })
})

describe('acknowledging', () => {
  it('is for the owner, administrators and whoever it was escalated to; others ask for it', async () => {
    const one = await fileOne(house)

    expect(saidIn(await say(house, 'ana', one, 'acknowledge'))).toContain('It is Ben’s.')
    expect(saidIn(await say(house, 'mei', one, 'acknowledge'))).toContain('it is yours now instead of Ben’s')
    expect((await nowOf(house, one)).ownerId).toBe((await house.member('mei')).id)
    expect(await storyOf(house, one)).toEqual(['filed', 'assigned', 'acknowledged'])
  })

  it('is for whoever stands in for an owner who is away', async () => {
    const one = await fileOne(house)
    await house.as('ben').command('/ops away today')

    expect(saidIn(await say(house, 'ana', one, 'acknowledge'))).toContain('It is Ben’s.')
    expect(saidIn(await say(house, 'lin', one, 'acknowledge'))).toContain('it is yours now')
  })

  it('meets its clock', async () => {
    const one = await fileOne(house)
    await say(house, 'ben', one, 'acknowledge')

    const clock = await house.db.complaintClock.findFirstOrThrow({
      where: { complaintId: one.id, kind: 'acknowledge' },
    })
    expect(clock.state).toBe('met')
  })
})

describe('forms', () => {
  it('refuse what somebody else has changed meanwhile', async () => {
    const one = await bring(house, await fileOne(house), 'acknowledged')
    const stale = formOf(await say(house, 'ben', one, 'investigate'))
    await house.as('mei').submit(formOf(await say(house, 'mei', one, 'investigate')), { findings: 'A bug.' })

    expect(errorsOf(await house.as('ben').submit(stale, { findings: 'Nothing.' }))['']).toContain('Open it again')
    expect((await nowOf(house, one)).findings).toBe('A bug.')
  })

  it('do not mind a note in between', async () => {
    const one = await bring(house, await fileOne(house), 'acknowledged')
    const form = formOf(await say(house, 'ben', one, 'investigate'))
    await say(house, 'ana', one, 'note The customer called.')
    await house.as('ben').submit(form, { findings: 'A bug.' })

    expect((await nowOf(house, one)).findings).toBe('A bug.')
  })

  it('keep a long text that they cannot show, and refuse one that is too long to be kept', async () => {
    const one = await bring(house, await fileOne(house), 'acknowledged')
    const long = '长'.repeat(12_000)
    await house.as('ben').submit(formOf(await say(house, 'ben', one, 'investigate')), { findings: long })
    await house.as('ben').submit(formOf(await say(house, 'ben', one, 'investigate')), { rootCause: 'A bug.' })

    expect(await nowOf(house, one)).toMatchObject({ findings: long, rootCause: 'A bug.' })
    const form = formOf(await say(house, 'ben', one, 'investigate'))
    expect(errorsOf(await house.as('ben').submit(form, { findings: `${long}.` })).findings).toContain('12000')
  })

  it('show the customer’s contact only in the private form, and nowhere else', async () => {
    const one = await bring(house, await fileOne(house), 'proposed')

    expect(formOf(await say(house, 'ben', one, 'reply')).intro).toContain('zhang@customer.example')
    await bring(house, one, 'replied')
    const said = house.inChannel('triage').map(({ card }) => wordsOf(card))
    const trail = JSON.stringify(await house.db.auditEntry.findMany(), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(said.join() + trail).not.toContain('zhang@customer.example')
  })
})

describe('after the reply', () => {
  it('closing asks first while the customer has not answered', async () => {
    const one = await bring(house, await fileOne(house), 'replied')
    const asked = await say(house, 'ben', one, 'close')

    expect(saidIn(asked)).toContain('before the customer has answered?')
    expect((await nowOf(house, one)).state).toBe('replied')
  })

  it('reopening needs a reason and starts a new reply clock', async () => {
    const one = await bring(house, await fileOne(house), 'replied')
    const form = formOf(await say(house, 'ben', one, 'reopen'))
    expect(errorsOf(await house.as('ben').submit(form, { reason: ' ' })).reason).toContain('Say why')
    await say(house, 'ben', one, 'reopen She calls again.')

    expect(await nowOf(house, one)).toMatchObject({ state: 'reopened', reopenings: 1 })
    const clocks = await house.db.complaintClock.findMany({ where: { complaintId: one.id, kind: 'reply' } })
    expect(clocks.map(({ round, state }) => [round, state]).toSorted()).toEqual([
      [1, 'met'],
      [2, 'running'],
    ])
  })

  it('withdrawing is confirmed in a form with the reason, and stops the clocks', async () => {
    const one = await fileOne(house)
    const form = formOf(await say(house, 'ben', one, 'withdraw All is well.'))
    expect((await nowOf(house, one)).state).toBe('received')
    await house.as('ben').submit(form, {})

    expect((await nowOf(house, one)).state).toBe('withdrawn')
    const clocks = await house.db.complaintClock.findMany({ where: { complaintId: one.id } })
    expect(clocks.map(({ state }) => state)).toEqual(['stopped', 'stopped'])
  })
})

describe('who may', () => {
  it.each(['investigate', 'propose We pay.', 'withdraw No.', 'merge into C-2', 'assign <@ana>', 'classify s1'])(
    'refuses somebody else’s “%s” in a sentence',
    async (words) => {
      const one = await bring(house, await fileOne(house), 'acknowledged')
      await fileOne(house)

      expect(saidIn(await say(house, 'ana', one, words))).toContain('Only its owner Ben or an administrator')
      expect((await nowOf(house, one)).version).toBe(one.version)
    },
  )

  it('leaves an administrator whom it is about out of it', async () => {
    await house.as('mei').command('/ops admin grant <@tom>')
    const one = await fileOne(house, { named: ['mei'] })

    expect(saidIn(await say(house, 'mei', one, 'acknowledge'))).toContain('This complaint is about you')
  })
})
