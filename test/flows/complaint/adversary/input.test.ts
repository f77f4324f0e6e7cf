import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../../src/chat/form.ts'
import { errorsOf, formOf, type House } from '../../../support/house.ts'
import { fileOne, nowOf, openOffice, saidIn, storyOf } from '../office.ts'
import { bring, say } from '../path/along.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
  await house.as('li').command('/ops me', 'triage')
})
afterAll(() => house.close())

describe('what people type', () => {
  it('is kept whole up to 12,000 characters, and refused beyond in a sentence', async () => {
    const one = await fileOne(house)
    await say(house, 'ana', one, `note ${'长'.repeat(12_000)}`)
    expect((await nowOf(house, one)).lastNote).toHaveLength(12_000)

    const refused = saidIn(await say(house, 'li', one, `note ${'长'.repeat(12_001)}`))
    expect(refused).toContain('12000')
    expect((await nowOf(house, one)).lastNote).toHaveLength(12_000)
  })

  it.each(['C-999999999999', 'C-0', 'C--1', '🙂', '<!channel>', "=cmd|'/C calc'!A0", '١٢'])(
    'as a reference, “%s”, is answered in words of both languages',
    async (typed) => {
      for (const who of ['ana', 'li'])
        expect(saidIn(await house.as(who).command(`/complaint show ${typed}`))).not.toBe('')
      expect(saidIn(await house.as('li').command(`/complaint show ${typed}`))).toMatch(/[客诉编号]/u)
    },
  )

  it('of the wrong kind in a form is told beside its field, and nothing is filed or lost', async () => {
    const before = await house.db.complaint.count()
    const form = formOf(await house.as('ana').command('/complaint'))
    const wrong: Record<string, FieldValue> = {
      ...{ customer: ['a', 'b'], what: true, severity: '9', type: ['service'], via: 'pigeon' },
      ...{ named: 'nobody', evidence: ['https://a.example'], confidential: 'yes', contact: false },
    }
    const errors = errorsOf(await house.as('ana').submit(form, wrong))

    expect(Object.keys(errors)).toEqual(expect.arrayContaining(['customer', 'what', 'severity', 'via']))
    expect(await house.db.complaint.count()).toBe(before)
  })

  it.each(['note', 'evidence', 'named', 'classify', 'pause', 'withdraw', 'merge', 'assign'])(
    'of the wrong kind in the form of “%s” fails nobody',
    async (deed) => {
      const one = await fileOne(house)
      const form = formOf(await say(house, 'ben', one, deed))
      const values = Object.fromEntries(form.fields.map(({ name }) => [name, ['x', 'y'] as FieldValue]))
      const reply = await house.as('ben').submit(form, values)

      expect(['invalid', 'card']).toContain(reply.kind)
      expect((await nowOf(house, one)).state).toBe('received')
    },
  )

  it('about somebody of another workspace is about a stranger', async () => {
    const one = await fileOne(house)
    const other = await house.db.workspace.create({ data: { name: 'Other' } })
    const stranger = await house.db.member.create({
      data: { workspaceId: other.id, name: 'Eve', timeZone: 'UTC', locale: 'en', kind: 'person' },
    })
    const form = formOf(await say(house, 'ben', one, 'named'))
    const send = (id: string, context: string, values: Record<string, FieldValue>) =>
      house.as('ben').send({ kind: 'submission', form: id, context, values, people: [], channels: [] })
    expect(errorsOf(await send('complaint.named', form.context ?? '', { people: [stranger.id] })).people).not.toBe('')
    const assign = formOf(await say(house, 'ben', one, 'assign'))
    expect(errorsOf(await send('complaint.assign', assign.context ?? '', { owner: stranger.id }))).toHaveProperty(
      'owner',
    )

    expect(await nowOf(house, one)).toMatchObject({ namedIds: [], ownerId: one.ownerId })
  })
})

describe('one’s own proposal', () => {
  const decided = async (one: { id: string }) =>
    (await storyOf(house, one)).filter((kind) => ['approved', 'replied'].includes(kind))
  const proposed = async (by: string) => {
    const one = await bring(house, await fileOne(house, { severity: 1 }), 'investigating')
    await say(house, by, one, 'propose We refund it.')
    return one
  }

  it('is not approved by an administrator who wrote it, nor by one who was not asked', async () => {
    const one = await proposed('mei')
    expect(saidIn(await say(house, 'mei', one, 'approve'))).toContain('You proposed it')
    const other = await proposed('ben')
    await say(house, 'mei', other, 'approve')

    expect([...(await decided(one)), ...(await decided(other))]).toEqual([])
  })

  it('waits again when the complaint was made lighter and heavier', async () => {
    const one = await proposed('ben')
    await say(house, 'ben', one, 'classify s3')
    await say(house, 'ben', one, 'classify s1')
    expect(saidIn(await say(house, 'ben', one, 'reply'))).toContain('Kai')

    expect(await decided(one)).toEqual([])
  })

  it('is approved neither by its writer nor by the new owner after it was given away', async () => {
    const one = await proposed('ben')
    await say(house, 'ben', one, 'assign <@kai>')
    for (const who of ['ben', 'kai']) await say(house, who, one, 'approve')
    expect(await decided(one)).toEqual([])

    await say(house, 'tom', one, 'approve')
    expect(await decided(one)).toEqual(['approved'])
  })
})
