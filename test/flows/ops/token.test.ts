import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf, newToken, workspaceOfToken } from '../../../src/intake/tokens.ts'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { openOffice, read, readCard } from './office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const make = async (name: string, who = 'ada') => {
  const form = formOf(await house.as(who).command('/ops token new'))
  return house.as(who).submit(form, { name })
}
const tokenIn = (said: string): string => /drb_[\w-]+/.exec(said)?.[0] ?? ''
const trail = async () =>
  (await house.db.auditEntry.findMany({ where: { action: { startsWith: 'ops.token' } }, orderBy: { id: 'asc' } })).map(
    ({ action, subject, detail }) => ({ action, subject, detail }),
  )
/** How many stand before something that another one holds. */
async function waiting(): Promise<number> {
  const [row] = await house.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return row?.count ?? 0
}
/** Everything that is kept, as one text. */
async function everythingKept(): Promise<string> {
  const tables = await house.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  const texts = tables.map(({ name }) => house.db.$queryRawUnsafe(`SELECT to_jsonb(t)::text AS "row" FROM "${name}" t`))
  return JSON.stringify(await Promise.all(texts))
}

describe('/ops token', () => {
  it('shows a new token once, and keeps only its hash', async () => {
    const reply = await make('Shop')

    const token = tokenIn(read(reply))
    expect(token).toMatch(/^drb_[\w-]{43}$/)
    expect(read(reply)).toContain('Authorization: Bearer …')
    expect(await house.db.apiToken.findMany()).toMatchObject([{ name: 'Shop', hash: hashOf(token), revokedAt: null }])
    expect(await everythingKept()).not.toContain(token.slice(4))
    expect(read(await house.as('ada').command('/ops token'))).not.toContain('drb_')
    expect(JSON.stringify(await trail())).not.toContain(hashOf(token))
    expect(await trail()).toMatchObject([{ action: 'ops.token-created', detail: { name: 'Shop' } }])
  })

  it('is never said through the outbox, even where it was asked for in writing', async () => {
    await house.as('ada').dm('ops token new Shop')
    const question = house.as('ada').lastDirect().card

    const form = formOf(await house.as('ada').press(question, 'Open the form'))
    const reply = await house.as('ada').submit(form, {})

    expect(readCard(question)).toContain('“New API token” needs a form.')
    expect(await house.db.apiToken.count()).toBe(1)
    expect(await everythingKept()).not.toContain(tokenIn(read(reply)).slice(4))
    expect(JSON.stringify(house.chat.messages)).not.toContain('drb_')
  })

  it('takes the name from the line', async () => {
    const form = formOf(await house.as('ada').command('/ops 令牌 新建 "Web shop"'))

    expect(form.fields).toMatchObject([{ name: 'name', value: 'Web shop' }])
  })

  it('is listed with who made it and when it was used', async () => {
    await make('Shop')
    await make('CRM')
    await house.db.apiToken.updateMany({
      where: { name: 'CRM' },
      data: { lastUsedAt: new Date('2026-03-04T10:30:00Z') },
    })
    await house.as('ada').command('/ops admin grant <@mei>')

    expect(read(await house.as('ada').command('/ops token list'))).toBe(
      [
        'API tokens',
        'CRM – made Wed, 4 Mar 2026, 12:00 by Ada, last used Wed, 4 Mar 2026, 11:30',
        '[Revoke]',
        'Shop – made Wed, 4 Mar 2026, 12:00 by Ada, not used yet',
        '[Revoke]',
        '[New token]',
      ].join('\n'),
    )
    expect(read(await house.as('mei').command('/ops 令牌'))).toContain('由 Ada 创建于')
  })

  it('says that there is none, with a button to make one', async () => {
    const reply = await house.as('ada').command('/ops token')

    expect(read(reply)).toContain('There are no tokens yet.')
    expect(formOf(await house.as('ada').press(cardOf(reply), 'New token')).id).toBe('ops.new-token')
  })

  it('is revoked by its name after a question, and at once', async () => {
    const token = tokenIn(read(await make('Shop')))
    const question = await house.as('ada').command('/ops token revoke shop')
    const still = await workspaceOfToken(house.db, token)

    const reply = await house.as('ada').press(cardOf(question), 'Revoke')

    expect(JSON.stringify(question)).toContain('"title":"Revoke it?"')
    expect(still).toMatchObject({ workspaceId: house.workspace.id })
    expect(read(reply)).toContain('The token “Shop” is revoked.')
    expect(await workspaceOfToken(house.db, token)).toBeNull()
    expect((await trail()).map(({ action }) => action)).toEqual(['ops.token-created', 'ops.token-revoked'])
  })

  it('is revoked once, and pressed twice says so', async () => {
    await make('Shop')
    const { id } = await house.db.apiToken.findFirstOrThrow()
    const press = () => house.as('ada').send({ kind: 'press', action: 'ops.revoke-token', value: id })
    await press()

    expect(read(await press())).toContain('There is no such token, or it has been revoked already.')
    expect(await trail()).toHaveLength(2)
  })

  it('has a name that no other active one has', async () => {
    await make('Shop')
    const taken = await make('shop')
    await house.db.apiToken.updateMany({ data: { revokedAt: new Date() } })
    const again = await make('SHOP')

    expect(errorsOf(taken)).toEqual({ name: expect.stringContaining('There is a token “shop” already.') })
    expect(tokenIn(read(again))).not.toBe('')
  })

  it('has that name also when two choose it at once', async () => {
    await house.as('ada').command('/ops admin grant <@ben>')
    const forms = [
      formOf(await house.as('ada').command('/ops token new')),
      formOf(await house.as('ben').command('/ops token new')),
    ]

    const submitted = await house.db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "ApiToken" IN SHARE ROW EXCLUSIVE MODE`
      const both = ['ada', 'ben'].map((who, at) => house.as(who).submit(forms[at]!, { name: 'Shop' }))
      await expect.poll(waiting).toBe(2)
      return { both }
    })
    const replies = await Promise.all(submitted.both)

    expect(replies.map(({ kind }) => kind).sort()).toEqual(['card', 'invalid'])
    expect(await house.db.apiToken.count()).toBe(1)
  })

  it.each([
    ['', 'Say which program it is for.'],
    ['   ', 'Say which program it is for.'],
    ['x'.repeat(61), 'A name has at most 60 characters.'],
  ])('refuses the name “%s” beside its field', async (name, sentence) => {
    expect(errorsOf(await make(name))).toEqual({ name: sentence })
  })

  it.each([
    ['revoke', 'Write /ops token to see them'],
    ['burn Shop', 'Write /ops token to see them'],
    ['revoke Shop', 'There is no such token'],
  ])('answers “%s” with a sentence', async (typed, sentence) => {
    expect(read(await house.as('ada').command(`/ops token ${typed}`))).toContain(sentence)
  })

  it('is for administrators', async () => {
    await make('Shop')
    const form = formOf(await house.as('ada').command('/ops token new'))
    const { id } = await house.db.apiToken.findFirstOrThrow()
    const press = (action: string) => house.as('ben').send({ kind: 'press', action, value: id })

    for (const typed of ['', 'list', 'new CRM', 'revoke Shop'])
      expect(read(await house.as('ben').command(`/ops token ${typed}`))).toContain('Only administrators')
    for (const action of ['ops.new-token', 'ops.revoke-token'])
      expect(read(await press(action))).toContain('Only administrators')
    expect(errorsOf(await house.as('ben').submit(form, { name: 'CRM' }))).toEqual({
      '': expect.stringContaining('Only administrators'),
    })
    expect(await house.db.apiToken.findMany()).toMatchObject([{ name: 'Shop', revokedAt: null }])
  })

  it('of another workspace is neither seen nor revoked', async () => {
    await make('Shop')
    const { id: workspaceId } = await house.db.workspace.create({ data: { name: 'elsewhere' } })
    const { id } = await house.db.apiToken.findFirstOrThrow()
    await house.db.apiToken.updateMany({ data: { workspaceId } })

    const pressed = await house.as('ada').send({ kind: 'press', action: 'ops.revoke-token', value: id })

    expect(read(pressed)).toContain('There is no such token')
    expect(read(await house.as('ada').command('/ops token'))).toContain('There are no tokens yet.')
    expect(await house.db.apiToken.findFirst()).toMatchObject({ revokedAt: null })
  })
})

describe('a token', () => {
  it('is another one each time and has 32 random bytes', () => {
    const tokens = new Set(Array.from({ length: 100 }, newToken))

    expect(tokens.size).toBe(100)
    for (const token of tokens) expect(Buffer.from(token.slice(4), 'base64url')).toHaveLength(32)
  })

  it.each(['', 'drb_', 'x'.repeat(10_000), `drb_${'A'.repeat(43)}`])(
    'that nobody made opens nothing',
    async (token) => {
      expect(await workspaceOfToken(house.db, token)).toBeNull()
    },
  )
})
