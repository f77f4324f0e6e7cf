import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorsOf, formOf, type House } from '../../support/house.ts'
import { openOffice, read, trail } from './office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const form = async (handle: string) => formOf(await house.as(handle).command('/ops me'))

describe('my settings in a form', () => {
  it('shows what is there', async () => {
    const values = (await form('ben')).fields.map((field) => [
      field.name,
      field.kind === 'choices' ? field.values : 'value' in field && field.value,
    ])

    expect(Object.fromEntries(values)).toEqual({
      language: 'en',
      zone: 'Europe/Berlin',
      days: ['1', '2', '3', '4', '5'],
      workStart: '09:00',
      workEnd: '18:00',
    })
  })

  it('is saved, answered in the language just chosen, and kept when the platform says otherwise', async () => {
    const ben = house.as('ben')

    const reply = await ben.submit(await form('ben'), { language: 'zh-CN', zone: '上海', days: ['7', '1'] })
    await house.door.notice({
      platform: 'playground',
      installation: 'acme',
      kind: 'person-changed',
      profile: { ...house.chat.people.get('ben')!, timeZone: 'America/New_York' },
    })

    expect(read(reply)).toContain('设置已保存')
    expect(read(reply)).toContain('时区: Asia/Shanghai')
    expect(await house.member('ben')).toMatchObject({ locale: 'zh-CN', timeZone: 'Asia/Shanghai', workingDays: [1, 7] })
    expect(await trail(house, 'ben')).toMatchObject([
      { action: 'ops.settings-changed', detail: { timeZone: 'Asia/Shanghai', locale: 'zh-CN' } },
    ])
  })

  it('changes nothing and records nothing when nothing was changed', async () => {
    const reply = await house.as('ben').submit(await form('ben'), {})

    expect(read(reply)).toContain('as they were')
    expect(await trail(house, 'ben')).toEqual([])
    expect(await house.member('ben')).toMatchObject({ ownLocale: false, ownTimeZone: false })
  })

  it('says it in Chinese to whoever reads Chinese', async () => {
    const reply = await house.as('mei').submit(await form('mei'), { zone: 'Mars/Base', days: [] })

    expect(errorsOf(reply)).toEqual({
      zone: '没有“Mars/Base”这个时区。请写成 Asia/Shanghai 或 Europe/Berlin 这样。',
      days: '请至少选择一个工作日。',
    })
  })
})

describe('my settings in words', () => {
  it('changes all four in one line', async () => {
    await house.as('ben').command('/ops me language:中文 zone:Asia/Shanghai days:sun-thu hours:8:30-17')

    expect(await house.member('ben')).toMatchObject({
      locale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      workingDays: [1, 2, 3, 4, 7],
      workStart: '08:30',
      workEnd: '17:00',
    })
  })

  it('understands the Chinese names', async () => {
    await house.as('mei').command('/ops 我 时区:柏林 工作时间:9点到下午5点')

    expect(await house.member('mei')).toMatchObject({ timeZone: 'Europe/Berlin', workStart: '09:00', workEnd: '17:00' })
  })
})
