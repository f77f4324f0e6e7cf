import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsOf, formOf, type House } from '../../support/house.ts'
import { openOffice, read, trail } from './office.ts'

// One house for all of them: what is refused changes nothing.
let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

const chain = async (handle: string) => {
  const { managerId, backupId } = await house.member(handle)
  return { managerId, backupId }
}
const admins = async () =>
  (await house.db.member.findMany({ where: { roles: { has: 'admin' } } })).map(({ name }) => name)

describe('/ops me', () => {
  it.each([
    [
      { zone: 'Mars/Base' },
      { zone: 'I don’t know the time zone “Mars/Base”. Write it like Europe/Berlin or Asia/Shanghai.' },
    ],
    [{ days: [] }, { days: 'Choose at least one working day.' }],
    [{ workStart: '25:00' }, { workStart: '“25:00” is no time of day. Write it like 9:00 or 17:30.' }],
    [{ workEnd: '09:00' }, { workEnd: 'Work can’t end at the minute when it starts.' }],
    [{ language: 'tlh' }, { language: 'I don’t speak “tlh”. Choose English or 中文.' }],
  ])('says beside the field what is wrong with %j, and changes nothing', async (values, errors) => {
    const reply = await house
      .as('ben')
      .submit(formOf(await house.as('ben').command('/ops me')), { language: 'zh-CN', ...values })

    expect(errorsOf(reply)).toEqual(errors)
    expect(await house.member('ben')).toMatchObject({ locale: 'en', timeZone: 'Europe/Berlin' })
    expect(await trail(house, 'ben')).toEqual([])
  })

  it.each([
    ['zone:Mars/Base', 'I don’t know the time zone “Mars/Base”'],
    ['days:none', 'Choose at least one working day.'],
    ['hours:9-25:00', 'I can’t read “9-25:00” as working hours'],
    ['colour:red', 'I can’t read “colour”'],
    ['make me happy', 'I can’t read “make”'],
  ])('refuses %s in a sentence', async (words, sentence) => {
    const reply = await house.as('ben').command(`/ops me ${words}`)

    expect(read(reply)).toContain(sentence)
    expect(await trail(house, 'ben')).toEqual([])
  })

  it('quotes only the beginning of something very long', async () => {
    const reply = await house.as('ben').command(`/ops me zone:${'x'.repeat(12_000)}`)

    expect(read(reply)).toContain(`“${'x'.repeat(60)}…”`)
  })
})

describe('/ops away', () => {
  it.each([
    ['fri 2026-03-05', 'The last day has to be on or after the first one.'],
    ['2026-03-01 fri', 'The first day away can be today at the earliest.'],
    ['2026-03-04 2027-03-04', 'An absence can be 365 days long at most.'],
    ['someday fri', 'I can’t read “someday” as a day. Write it like 2026-05-04, tomorrow or fri.'],
    ['fri 2026-02-30', 'I can’t read “2026-02-30” as a day.'],
    ['now and then and always', 'Tell me the first and the last day'],
    ['<@ben>', 'Tell me the first and the last day'],
    ['fri <@ada>', 'Ada can’t be their own backup.'],
    ['fri <@robo>', 'Robo is a bot. Choose a colleague.'],
    ['fri <@guest>', 'Guest is a guest here. Choose a colleague.'],
    ['fri <@gone>', 'Gone is no longer here. Choose somebody else.'],
    ['fri <@nobody>', 'I don’t know this person.'],
    ['fri @nobody', 'I don’t know this person.'],
    ['fri <@ben> <@mei>', 'Name one backup only.'],
  ])('refuses %s in a sentence and changes nothing', async (words, sentence) => {
    const reply = await house.as('ada').command(`/ops away ${words}`)

    expect(read(reply)).toContain(sentence)
    expect(await house.db.absence.count()).toBe(0)
    expect(house.chat.messages).toEqual([])
  })

  it.each([
    ['fri 2026-03-05', '最后一天不能早于第一天。'],
    ['昨天', '第一天最早只能是今天。'],
    ['某天', '看不懂日期“某天”。请写成 2026-05-04、明天或周五这样。'],
    ['周五 <@mei>', 'Mei 不能做自己的备岗。'],
    ['周五 <@robo>', 'Robo 是机器人，请选择一位同事。'],
  ])('refuses %s in Chinese too', async (words, sentence) => {
    expect(read(await house.as('mei').command(`/ops 离开 ${words}`))).toContain(sentence)
  })
})

describe('/ops manager', () => {
  it.each([
    ['<@ben>', 'Ben can’t be their own manager.'],
    ['backup:<@ben>', 'Ben can’t be their own backup.'],
    ['<@robo>', 'Robo is a bot. Choose a colleague.'],
    ['<@guest>', 'Guest is a guest here. Choose a colleague.'],
    ['<@gone>', 'Gone is no longer here. Choose somebody else.'],
    ['backup:<@robo>', 'Robo is a bot. Choose a colleague.'],
    ['<@nobody>', 'I don’t know this person.'],
    ['@nobody', 'I don’t know this person.'],
    ['somebody', 'Write /ops manager @boss'],
    ['<@ada> <@mei> <@ben>', 'Write /ops manager @boss'],
  ])('refuses %s in a sentence', async (words, sentence) => {
    const reply = await house.as('ben').command(`/ops manager ${words}`)

    expect(read(reply)).toContain(sentence)
    expect(await chain('ben')).toEqual({ managerId: null, backupId: null })
  })
})

describe('/ops admin', () => {
  it.each([
    ['ben', 'grant <@ben>', 'Only administrators can do this.'],
    ['ben', 'revoke <@ada>', 'Only administrators can do this.'],
    ['mei', '授予 <@mei>', '只有管理员可以这样做。'],
    ['ada', 'grant <@robo>', 'Robo is a bot. Choose a colleague.'],
    ['ada', 'grant <@guest>', 'Guest is a guest here. Choose a colleague.'],
    ['ada', 'grant <@gone>', 'Gone is no longer here.'],
    ['ada', 'grant <@nobody>', 'I don’t know this person.'],
    ['ada', 'grant @nobody', 'I don’t know this person.'],
    ['ada', 'grant', 'Write /ops admin to see them'],
    ['ada', 'crown <@ben>', 'Write /ops admin to see them'],
    ['ada', 'revoke <@ben>', 'Ben is not an administrator.'],
  ])('%s gets a sentence for %s', async (who, words, sentence) => {
    const reply = await house.as(who).command(`/ops admin ${words}`)

    expect(read(reply)).toContain(sentence)
    expect(await admins()).toEqual(['Ada'])
  })
})
