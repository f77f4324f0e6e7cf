import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PersonUnreachable } from '../../../../src/errors.ts'
import type { Complaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { errorsOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { fileOne, nowOf, openOffice, saidIn, storyOf } from '../office.ts'
import { bring, say } from './along.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

/** Ben has proposed a resolution for an S2. */
const proposed = async (more: Parameters<typeof fileOne>[1] = {}): Promise<Complaint> =>
  bring(house, await fileOne(house, { severity: 2, ...more }), 'proposed')

const questionsTo = (who: string) => house.directTo(who).filter(({ key }) => key.includes('/approve/'))
const questionTo = (who: string) => {
  const question = questionsTo(who).at(-1)
  if (!question) throw new Error(`${who} is not asked`)
  return question
}

describe('the approval of a resolution', () => {
  it('is asked of the owner’s manager before an S2 is replied to, and the message says what became of it', async () => {
    const one = await proposed()
    const question = questionTo('kai')

    expect(question.key.startsWith(`complaint/${one.id}/approve/`)).toBe(true)
    expect(wordsOf(question.card)).toContain('We refund it.')
    expect(saidIn(await say(house, 'ben', one, 'reply'))).toContain('waits for Kai’s approval')
    await house.as('kai').press(question.card, 'Approve')

    expect(wordsOf(questionTo('kai').card)).toContain('Kai approved it.')
    expect(wordsOf(questionTo('kai').card)).not.toContain('[Approve]')
    expect(wordsOf(house.as('ben').lastDirect().card)).toContain('The customer can be told now.')
    await bring(house, one, 'replied')
    expect((await nowOf(house, one)).state).toBe('replied')
  })

  it('is not asked for an S3', async () => {
    await bring(house, await fileOne(house, { severity: 3 }), 'replied')

    expect(questionsTo('kai')).toEqual([])
  })

  it('sends it back to be investigated when it is rejected, with the reason', async () => {
    const one = await proposed()
    const form = formOf(await house.as('kai').press(questionTo('kai').card, 'Reject'))
    await house.as('kai').submit(form, { reason: 'Too little.' })

    expect((await nowOf(house, one)).state).toBe('investigating')
    expect(wordsOf(questionTo('kai').card)).toContain('Kai rejected it: Too little.')
    expect(wordsOf(house.as('ben').lastDirect().card)).toContain('Too little.')
    expect(await storyOf(house, one)).toContain('rejected')
  })

  it('goes to the manager’s backup while the manager is away', async () => {
    await house.as('mei').command('/ops manager <@kai> <@tom> backup:<@ana>')
    await house.as('kai').command('/ops away today')
    await proposed()

    expect(questionsTo('kai')).toEqual([])
    expect(wordsOf(questionTo('ana').card)).toContain('[Approve]')
  })

  it('goes to an administrator where the owner has no manager', async () => {
    const one = await fileOne(house, { severity: 1 })
    await say(house, 'mei', one, 'assign <@ana>')
    await say(house, 'ana', one, 'acknowledge')
    await house.as('ana').submit(formOf(await say(house, 'ana', one, 'investigate')), { findings: 'A bug.' })
    await say(house, 'ana', one, 'propose We pay.')

    expect(wordsOf(questionTo('mei').card)).toContain('We pay.')
  })

  it('is never given by whoever proposed it, owns it or is named in it', async () => {
    const one = await proposed({ named: ['tom'] })

    expect(saidIn(await say(house, 'ben', one, 'approve'))).toContain('somebody else has to approve it')
    expect(saidIn(await say(house, 'tom', one, 'approve'))).toContain('This complaint is about you')
    expect(saidIn(await say(house, 'ana', one, 'approve'))).toContain('Kai is asked')
    expect(saidIn(await say(house, 'mei', one, 'approve'))).toContain('Kai is asked')
  })

  it('is not asked of a manager whom it is about', async () => {
    await proposed({ named: ['kai'] })

    expect(questionsTo('kai')).toEqual([])
    expect(wordsOf(questionTo('mei').card)).toContain('[Approve]')
  })

  it('passes to the next one when the approver leaves', async () => {
    const one = await proposed()
    const kai = house.chat.people.get('kai')!
    await house.door.notice({
      ...{ platform: 'playground', installation: 'acme', kind: 'person-changed' },
      profile: { ...kai, active: false },
    })
    await house.settle()

    expect(wordsOf(questionTo('mei').card)).toContain('[Approve]')
    expect(wordsOf(questionTo('kai').card)).toContain('Mei is asked instead.')
    expect(saidIn(await say(house, 'mei', one, 'approve'))).toContain('is approved')
  })

  it('passes to the next one when the question reaches nobody', async () => {
    house.chat.broken.set('@kai', new PersonUnreachable('blocked'))
    const one = await proposed()

    expect(wordsOf(questionTo('mei').card)).toContain('[Approve]')
    expect(saidIn(await say(house, 'ben', one, 'reply'))).toContain('waits for Mei’s approval')
  })

  it('passes on when the approver becomes the owner', async () => {
    const one = await proposed()
    await say(house, 'mei', one, 'assign <@kai>')

    expect(wordsOf(questionTo('tom').card)).toContain('[Approve]')
    expect(saidIn(await say(house, 'kai', one, 'approve'))).toContain('somebody else has to approve')
  })

  it('is asked when the severity rises, and no longer when it falls', async () => {
    const one = await bring(house, await fileOne(house, { severity: 4 }), 'proposed')
    await say(house, 'ben', one, 'classify s1')
    expect(wordsOf(questionTo('kai').card)).toContain('S1 critical')
    expect(saidIn(await say(house, 'ben', one, 'reply'))).toContain('waits for Kai’s approval')

    await say(house, 'kai', one, 'classify s3')
    expect(wordsOf(questionTo('kai').card)).toContain('No approval is needed any more.')
    expect(formOf(await say(house, 'ben', one, 'reply')).id).toBe('complaint.reply')

    await say(house, 'ben', one, 'classify s2')
    expect(questionsTo('kai').length).toBe(2)
    expect(wordsOf(questionTo('kai').card)).toContain('[Approve]')
  })

  it('is not avoided by the owner who makes it an S3: whoever would approve decides that', async () => {
    const one = await proposed()
    const refused = saidIn(await say(house, 'ben', one, 'classify s3'))
    const form = formOf(await say(house, 'ben', one, 'classify'))

    expect(refused).toContain('Ask Kai to classify it.')
    expect(errorsOf(await house.as('ben').submit(form, { severity: '4' }))['']).toContain('Ask Kai')
    expect(saidIn(await say(house, 'ana', one, 'classify s3'))).toContain('Only its owner')
    expect((await nowOf(house, one)).severity).toBe(2)
    await say(house, 'ben', one, 'classify s1 billing')
    expect((await nowOf(house, one)).severity).toBe(1)
    expect(wordsOf(questionTo('kai').card)).toContain('S1 critical')
    await say(house, 'kai', one, 'classify s4')
    expect((await nowOf(house, one)).severity).toBe(4)
  })

  it('is not avoided by an owner who is an administrator', async () => {
    const one = await proposed()
    await say(house, 'mei', one, 'assign me')

    expect(saidIn(await say(house, 'mei', one, 'classify s3'))).toContain('its owner does not decide that')
    expect((await nowOf(house, one)).severity).toBe(2)
  })

  it('stays given when the severity rises further', async () => {
    const one = await proposed()
    await say(house, 'kai', one, 'approve')
    await say(house, 'ben', one, 'classify s1')

    expect(formOf(await say(house, 'ben', one, 'reply')).id).toBe('complaint.reply')
  })

  it('is asked anew for a new proposal, and the old question says so', async () => {
    const one = await proposed()
    await say(house, 'kai', one, 'approve')
    await say(house, 'ben', one, 'propose We refund half of it.')

    expect(saidIn(await say(house, 'ben', one, 'reply'))).toContain('waits for Kai’s approval')
    expect(wordsOf(questionTo('kai').card)).toContain('We refund half of it.')
    expect(questionsTo('kai').length).toBe(2)
  })

  it('takes the question back when the complaint is investigated again', async () => {
    const one = await proposed()
    const form = formOf(await say(house, 'ben', one, 'investigate'))
    expect(form.intro).toContain('takes the proposed resolution back')
    await house.as('ben').submit(form, { findings: 'Something else.' })

    expect(wordsOf(questionTo('kai').card)).toContain('There is nothing to decide here.')
    expect(saidIn(await say(house, 'kai', one, 'approve'))).toContain('there is nothing to approve')
  })

  it('tells the owner when there is nobody who may give it', async () => {
    const one = await fileOne(house, { severity: 1, named: ['kai'] })
    await say(house, 'mei', one, 'assign me')
    await say(house, 'mei', one, 'acknowledge')
    await house.as('mei').submit(formOf(await say(house, 'mei', one, 'investigate')), { findings: 'A bug.' })
    await say(house, 'mei', one, 'propose We pay.')

    expect(wordsOf(house.as('mei').lastDirect().card)).toContain('there is nobody who may give it')
  })

  it('has one winner when two decide at once, and the other is told', async () => {
    const one = await proposed()
    const { card } = questionTo('kai')
    const replies = await Promise.all([
      house.as('kai').press(card, 'Approve'),
      say(house, 'kai', one, 'approve'),
      say(house, 'kai', one, 'reject No.'),
    ])

    const kinds = (await storyOf(house, one)).filter((kind) => kind === 'approved' || kind === 'rejected')
    expect(kinds.length).toBe(1)
    const said = replies.map((reply) => (reply.kind === 'card' ? saidIn(reply) : '')).join('\n')
    expect(said.match(/Kai has (approved|rejected) it already/g)?.length).toBe(2)
  })
})
