import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Flow } from '../../../src/flow.ts'
import { ops } from '../../../src/flows/ops/flow.ts'
import { cardOf, type House } from '../../support/house.ts'
import { openOffice, read, readCard, trail } from './office.ts'

const WANG = 'Wang Fang'
const MAIL = 'wang@customer.example'

let house: House
/** What the toy flows know: who is behind what was typed. */
let customers: Map<string, string[]>
let asked: string[]

/** A flow that knows customers by name and address. */
const knowing = (name: string): Flow => ({
  name,
  title: { en: `Book of ${name}`, 'zh-CN': `${name} 名册` },
  commands: {},
  buttons: {},
  forms: {},
  timers: {},
  traces: {
    find: async (_ctx, who) => {
      asked.push(who)
      const found = customers.get(`${name} ${who}`)
      return found ? { found: `${found.length} records` } : null
    },
    erase: async (_ctx, who) => {
      const found = customers.get(`${name} ${who}`) ?? []
      customers.delete(`${name} ${who}`)
      return found.length
    },
  },
})

beforeEach(async () => {
  asked = []
  customers = new Map([
    [`one ${WANG}`, ['C-1', 'C-2']],
    [`two ${WANG}`, ['R-1']],
    [`one ${MAIL}`, ['C-1']],
  ])
  house = await openOffice([ops, knowing('one'), knowing('two'), { ...knowing('three'), traces: undefined as never }])
})
afterEach(() => house.close())

const erasures = async () => {
  const entries = await house.db.auditEntry.findMany({ where: { action: 'ops.erased' } })
  return entries.map(({ subject, detail }) => ({ subject, detail }))
}
const pressErase = (who: string, value: string) =>
  house.as(who).send({ kind: 'press', action: 'ops.erase-traces', value })

describe('/ops erase of somebody outside', () => {
  it('shows what is kept, and erases it in every flow after a question', async () => {
    const question = await house.as('ada').command(`/ops erase ${WANG}`)
    const untouched = customers.size

    const reply = await house.as('ada').press(cardOf(question), 'Erase for good')

    expect(read(question)).toContain('This is kept about “Wang Fang”:\nBook of one: 2 records\nBook of two: 1 records')
    expect(JSON.stringify(question)).toContain('"title":"Erase for good?"')
    expect(untouched).toBe(3)
    expect(read(reply)).toContain('Erased: 3 records have lost the name.')
    expect([...customers.keys()]).toEqual([`one ${MAIL}`])
  })

  it('takes what chats show by an address of ours, and the forms that say who it was', async () => {
    const expiresAt = new Date('2099-01-01T00:00:00Z')
    const shown = async () => [
      await house.db.teamsFile.count(),
      (await house.db.teamsForm.findMany()).map(({ id }) => id),
    ]
    await house.db.teamsFile.create({
      data: { id: 'csv', name: 'complaints.csv', type: 'text/csv', bytes: Buffer.from(WANG), expiresAt },
    })
    for (const [id, title] of [
      ['hers', `Reply to ${WANG.toUpperCase()}`],
      ['other', 'New stand-up'],
    ] as const)
      await house.db.teamsForm.create({ data: { id, form: { title }, mentioned: {}, expiresAt } })
    await pressErase('ada', WANG)
    expect(await shown()).toEqual([1, ['hers', 'other']])

    await house.db.installation.create({
      data: { workspaceId: house.workspace.id, platform: 'teams', externalId: 'acme-teams' },
    })
    customers.set(`one ${WANG}`, ['C-1'])
    await pressErase('ada', WANG)
    expect(await shown()).toEqual([0, ['other']])
  })

  it('is on the record without a word of who it was', async () => {
    await pressErase('ada', WANG)

    expect(await erasures()).toEqual([
      { subject: `workspace:${house.workspace.id}`, detail: { records: { one: 2, two: 1 } } },
    ])
    expect(
      JSON.stringify(await house.db.auditEntry.findMany({ select: { detail: true, subject: true } })),
    ).not.toContain('Wang')
  })

  it('says in Chinese what it found', async () => {
    await house.as('ada').command('/ops admin grant <@mei>')

    const question = await house.as('mei').command(`/ops 清除 ${MAIL}`)
    const reply = await house.as('mei').press(cardOf(question), '永久清除')

    expect(read(question)).toContain('目前保存了以下数据：\none 名册：1 records')
    expect(read(reply)).toContain('已清除：1 条记录不再包含姓名。')
  })

  it.each([`"${WANG}"`, `“${WANG}”`, `  ${WANG}  `])('reads %s as a name', async (typed) => {
    await house.as('ada').command(`/ops erase ${typed}`)

    expect(asked).toEqual([WANG, WANG])
  })

  it.each(['tel:+49 30 1234', '+86 138 0013 8000', "O'Brien: the second"])('asks for “%s” as it is', async (typed) => {
    const reply = await house.as('ada').command(`/ops erase ${typed}`)

    expect(asked).toEqual([typed, typed])
    expect(read(reply)).toContain('Nothing is kept about anybody of this name, address or number.')
  })

  it('has one effect when it is pressed twice, and says so', async () => {
    await pressErase('ada', WANG)

    expect(read(await pressErase('ada', WANG))).toContain('There is nothing left to erase here.')
    expect(await erasures()).toHaveLength(1)
  })

  it('is for administrators', async () => {
    const [typed, pressed] = [await house.as('ben').command(`/ops erase ${WANG}`), await pressErase('ben', WANG)]

    for (const reply of [typed, pressed]) expect(read(reply)).toContain('Only administrators')
    expect(asked).toEqual([])
    expect(customers.size).toBe(3)
  })

  it.each([
    ['', 'Write /ops erase with the name'],
    ['<@ben> and more', 'Mention one colleague at a time'],
    ['@nobody', 'I don’t know this person.'],
    ['x'.repeat(2_001), 'at most 2000 characters'],
  ])('refuses “%s” in a sentence', async (typed, sentence) => {
    expect(read(await house.as('ada').command(`/ops erase ${typed}`))).toContain(sentence)
    expect(asked).toEqual([])
  })

  it('leaves no name in what was said when the question was put in writing', async () => {
    await house.as('ada').dm(`ops erase ${WANG}`)
    await house.as('ada').dm(`ops erase ${MAIL}`)
    const question = house.directTo('ada').find(({ card }) => JSON.stringify(card).includes(WANG))

    await house.as('ada').press(question!.card, 'Erase for good')

    const said = JSON.stringify(await house.db.post.findMany({ select: { card: true } }))
    expect(said).not.toContain(WANG)
    expect(said).toContain(MAIL)
    expect(readCard(question!.card)).toContain('This question has been answered')
  })
})

describe('/ops erase of a former colleague', () => {
  const leave = (handle: string) => {
    const profile = { ...house.chat.people.get(handle)!, active: false }
    house.chat.people.set(handle, profile)
    return house.door.notice({ kind: 'person-changed', platform: 'playground', installation: 'acme', profile })
  }
  const ben = async () => house.db.member.findUniqueOrThrow({ where: { id: benId }, include: { identities: true } })
  let benId: string
  beforeEach(async () => {
    benId = (await house.member('ben')).id
    await house.as('ben').command('/ops manager <@ada>')
  })

  it('takes the name from what they did, after a question', async () => {
    await leave('ben')
    const question = await house.as('ada').command('/ops erase <@ben>')
    const before = await ben()

    const reply = await house.as('ada').press(cardOf(question), 'Erase for good')

    expect(read(question)).toContain('Ben has left. Their name becomes “Former colleague”')
    expect(before).toMatchObject({ name: 'Ben', email: 'ben@acme.example' })
    expect(read(reply)).toContain('they are called “Former colleague” from now on')
    expect(await ben()).toMatchObject({ name: 'Former colleague', email: null, identities: [] })
    expect(await house.db.auditEntry.count({ where: { subject: `member:${benId}`, action: 'ops.manager-set' } })).toBe(
      1,
    )
    expect(await erasures()).toEqual([{ subject: `member:${benId}`, detail: {} }])
  })

  it('takes the forms that somebody has before them with their name in it', async () => {
    const { id: workspaceId } = house.workspace
    await house.db.installation.create({ data: { workspaceId, platform: 'teams', externalId: 'acme-teams' } })
    const expiresAt = new Date('2099-01-01T00:00:00Z')
    await house.db.teamsForm.create({ data: { id: 'his', form: { intro: 'Ben is away' }, mentioned: {}, expiresAt } })
    await leave('ben')
    await house.as('ada').press(cardOf(await house.as('ada').command('/ops erase <@ben>')), 'Erase for good')

    expect(await house.db.teamsForm.count()).toBe(0)
  })

  it('names them in the language of the workspace', async () => {
    await house.db.workspace.updateMany({ data: { locale: 'zh-CN' } })
    await leave('ben')

    await house.as('ada').press(cardOf(await house.as('ada').command('/ops erase <@ben>')), 'Erase for good')

    expect((await ben()).name).toBe('已离职成员')
  })

  it('is refused while they are here, and says why', async () => {
    const asked = await house.as('ada').command('/ops erase <@ben>')
    const pressed = await house.as('ada').send({ kind: 'press', action: 'ops.erase-member', value: benId })

    for (const reply of [asked, pressed]) expect(read(reply)).toContain('Ben is still here')
    expect(await ben()).toMatchObject({ name: 'Ben' })
  })

  it('is for administrators, and has one effect when it is pressed twice', async () => {
    await leave('ben')
    const press = (who: string) => house.as(who).send({ kind: 'press', action: 'ops.erase-member', value: benId })

    const refused = await press('mei')
    await press('ada')

    expect(read(refused)).toContain('只有管理员可以这样做')
    expect(read(await press('ada'))).toContain('There is nothing left to erase here.')
    expect(await erasures()).toHaveLength(1)
    expect(await trail(house, 'ada')).toHaveLength(1)
  })

  it('leaves no name in what was said when the question was put in writing', async () => {
    await leave('ben')
    await house.as('ada').dm('ops erase <@ben>')
    const { card } = house.as('ada').lastDirect()

    await house.as('ada').press(card, 'Erase for good')

    expect(JSON.stringify(house.as('ada').lastDirect().card)).not.toContain('Ben')
  })

  it('does not reach into another workspace', async () => {
    await leave('ben')
    const { id: workspaceId } = await house.db.workspace.create({ data: { name: 'elsewhere' } })
    await house.db.member.update({ where: { id: benId }, data: { workspaceId } })

    const reply = await house.as('ada').send({ kind: 'press', action: 'ops.erase-member', value: benId })

    expect(read(reply)).toContain('I don’t know this person.')
    expect(await ben()).toMatchObject({ name: 'Ben' })
  })
})
