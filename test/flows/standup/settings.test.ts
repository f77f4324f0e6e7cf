import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { answerFormOf, cardsIn, DAILY, digestsIn, editDaily, openOffice, saidIn, setUpDaily, toldTo } from './office.ts'

describe('the form of a stand-up', () => {
  let house: House
  beforeAll(async () => {
    house = await openOffice({
      people: [
        { handle: 'robo', kind: 'bot', name: 'Robo' },
        { handle: 'gus', kind: 'guest', name: 'Gus' },
      ],
    })
  })
  afterAll(() => house.close())

  it.each([
    ['name', '', 'Give it a name.'],
    ['name', 'x'.repeat(81), 'A name can have 80 characters at most.'],
    ['time', '25:00', 'I can’t read “25:00” as a time. Write it like 09:30.'],
    ['timeZone', 'Mars/Base', 'I don’t know the time zone “Mars/Base”. Write it like Europe/Berlin.'],
    ['days', [], 'Choose at least one day.'],
    ['days', ['none'], 'Choose at least one day.'],
    ['participants', [], 'Choose at least one participant.'],
    ['participants', ['ben', 'robo', 'gus'], 'Only colleagues can take part. Take out: Robo, Gus.'],
    ['participants', ['nobody-here'], 'Somebody here is unknown to me. Choose colleagues of this workspace.'],
    ['channel', 'no-such-channel', 'Choose a channel.'],
    ['questions', ' \n ', 'Ask at least one question.'],
    ['questions', 'Feeling? [moody]', expect.stringContaining('Line 1: I don’t know [moody].')],
    ['questions', Array(11).fill('Why?').join('\n'), 'At most 10 questions.'],
    ['delay', '4', 'Between 5 and 720 whole minutes.'],
    ['delay', '7.5', 'Between 5 and 720 whole minutes.'],
    ['misses', '0', 'A whole number from 1 to 20.'],
    ['holidays', 'Atlantis', expect.stringContaining('I have no holidays for “Atlantis”.')],
    ['promptIn', 'nowhere', 'Choose one of the answers.'],
  ])('says beside %s what is wrong with %j, and sets up nothing', async (field, value, words) => {
    const reply = await setUpDaily(house, { [field]: value })

    expect(errorsOf(reply)).toEqual({ [field]: words })
    expect(await house.db.standup.count()).toBe(0)
  })
})

describe('setting up a stand-up', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
  })
  afterEach(() => house.close())

  it('shows what was set up, with when it asks next', async () => {
    const reply = await setUpDaily(house, {
      questions: 'Where? [office/home]\nBlocked? [blocker]',
      holidays: 'germany',
    })

    expect(cardOf(reply).summary).toBe('Daily is set up.')
    expect(saidIn(reply)).toContain('When: Mon–Fri at 09:00, Europe/Berlin')
    expect(saidIn(reply)).toContain('Next time: Mon, 2 Mar 2026, 09:00')
    expect(saidIn(reply)).toContain('Public holidays: Germany')
    expect(saidIn(reply)).toContain('Digest after: 20 minutes')
    expect(saidIn(reply)).toContain('Lead hears after: 3 misses in a row')
    expect(saidIn(reply).match(/Daily/g)).toHaveLength(1)
    expect(saidIn(reply)).toContain('Where? [office/home]')
  })

  it('opens with the present channel and the three questions in one’s own language', async () => {
    const form = formOf(await house.as('mei').command('/standup 新建', 'general'))
    const fieldOf = (name: string) => form.fields.find((field) => field.name === name)
    const names = form.fields.map(({ name }) => name)

    expect(fieldOf('channel')).toMatchObject({ value: (await house.channel('general')).id })
    expect(fieldOf('timeZone')).toMatchObject({ value: 'Asia/Shanghai' })
    expect(names.indexOf('questions')).toBe(names.indexOf('time') + 1)
    expect(fieldOf('questions')).toMatchObject({ value: expect.stringContaining('今天计划做什么？') })
  })

  it('names everything that is wrong at once, in the language of who fills it in', async () => {
    const form = formOf(await house.as('mei').command('/standup new'))

    const errors = errorsOf(await house.as('mei').submit(form, { ...DAILY, time: '25:00', name: '' }))

    expect(errors).toEqual({ name: '请填写名称。', time: '看不懂时间“25:00”。请写成 09:30 这样。' })
  })

  it('refuses a name that is taken, also when several people give it at the same moment', async () => {
    const form = formOf(await house.as('ben').command('/standup new'))
    const names = ['Daily', 'daily', 'DAILY', 'Daily', 'daily', 'DAILY']

    const replies = await Promise.all(
      names.map((name, at) => house.as(at % 2 ? 'ana' : 'ben').submit(form, { ...DAILY, name })),
    )

    expect(replies.filter(({ kind }) => kind === 'invalid')).toHaveLength(5)
    expect(await house.db.standup.count()).toBe(1)
  })

  it('sets up one when the form comes twice', async () => {
    const form = formOf(await house.as('ben').command('/standup new'))

    await house.as('ben').submit(form, DAILY, 'view:1')
    await house.as('ben').submit(form, DAILY, 'view:1')

    expect(await house.db.standup.count()).toBe(1)
  })

  it('writes into the trail who set it up', async () => {
    await setUpDaily(house)

    const [entry] = await house.db.auditEntry.findMany({ where: { action: 'standup.created' } })
    expect(entry).toMatchObject({ actorId: (await house.member('ben')).id, source: 'playground' })
  })
})

describe('editing a stand-up', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  it('moves the next time', async () => {
    expect(saidIn(await editDaily(house, { time: '14:30' }))).toContain('Next time: Mon, 2 Mar 2026, 14:30')

    await house.advanceTo('2026-03-02T13:29:00Z')
    expect(house.inChannel('general')).toEqual([])
    await house.advanceTo('2026-03-02T13:30:00Z')
    expect(house.inChannel('general')).toHaveLength(1)
  })

  it('tells the second of two people who edit at once, and overwrites nothing', async () => {
    const first = formOf(await house.as('ben').command('/standup edit Daily'))
    const second = formOf(await house.as('mei').command('/standup edit Daily'))
    await house.as('ben').submit(first, { ...DAILY, lead: 'ben', time: '10:00' })

    const reply = await house.as('mei').submit(second, { ...DAILY, lead: 'ben', time: '11:00' })

    expect(errorsOf(reply)).toEqual({ '': 'Ben 刚刚修改了“Daily”。请重新打开；没有覆盖任何内容。' })
    expect(await house.db.standup.findFirst()).toMatchObject({ time: '10:00', version: 2 })
  })

  it('is for its lead and administrators', async () => {
    const reply = await house.as('ana').command('/standup edit Daily')

    expect(saidIn(reply)).toContain('Only its lead, Ben, or an administrator can do this.')
  })

  it('is refused on submission too when somebody else has become the lead meanwhile', async () => {
    const form = formOf(await house.as('ben').command('/standup edit Daily'))
    const admins = formOf(await house.as('mei').command('/standup edit Daily'))
    await house.as('mei').submit(admins, { ...DAILY, lead: 'ana' })

    expect(errorsOf(await house.as('ben').submit(form, { ...DAILY, lead: 'ben' }))['']).toContain(
      'nothing was overwritten',
    )
    expect(toldTo(house, 'ana', 'Mei made you the lead of Daily')).toHaveLength(1)
  })

  it('leaves the questions of what is on now as they are', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')

    const reply = await editDaily(house, { questions: 'What did you finish?\nAnything else?' })

    expect(saidIn(reply)).toContain('keeps its questions')
    expect((await answerFormOf(house, 'mei')).fields).toHaveLength(3)
    await house.advanceTo('2026-03-03T08:01:00Z')
    expect((await answerFormOf(house, 'mei')).fields.map(({ label }) => label)).toEqual([
      'What did you finish?',
      'Anything else?',
    ])
  })

  it('keeps the card and the digest of what is on now where they are', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')

    await editDaily(house, { channel: 'team' })
    await house.advanceTo('2026-03-03T08:01:00Z')

    expect(digestsIn(house)).toHaveLength(1)
    expect([cardsIn(house).length, cardsIn(house, 'team').length]).toEqual([1, 1])
  })

  it('changes nothing when nothing was changed', async () => {
    expect(cardOf(await editDaily(house, {})).summary).toBe('Daily is as it was.')
    expect(await house.db.standup.findFirst()).toMatchObject({ version: 1 })
  })

  it('waits no more for who was taken out, and asks who came new the next time', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')

    await editDaily(house, { participants: ['ben', 'ana'] })

    expect(saidIn(await house.as('ben').command('/standup status'))).not.toContain('Mei')
    expect(saidIn(await house.as('mei').command('/standup answer'))).toContain('你没有参加任何站会')
    await house.advanceTo('2026-03-03T08:01:00Z')
    expect(house.directTo('ana')).toHaveLength(1)
    expect(toldTo(house, 'mei', '3月3日')).toEqual([])
  })

  it('records which fields changed', async () => {
    await editDaily(house, { time: '10:00' })

    const entry = await house.db.auditEntry.findFirst({ where: { action: 'standup.edited' } })
    expect(entry?.detail).toEqual({ changes: [{ field: 'time', from: '09:00', to: '10:00' }] })
  })
})
