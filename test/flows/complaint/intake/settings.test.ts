import { describe, expect, it, onTestFinished } from 'vitest'
import { readSpans, writeSpans } from '../../../../src/flows/complaint/intake/hours.ts'
import { settingsOf } from '../../../../src/flows/complaint/store/settings.ts'
import { errorsOf, formOf } from '../../../support/house.ts'
import { fileOne, openOffice, saidIn } from '../office.ts'

describe('working hours as people write them', () => {
  it.each([
    ['8:00-12:00 13:00-17:00', '08:00-12:00 13:00-17:00'],
    ['13–17, 8–12', '08:00-12:00 13:00-17:00'],
    ['9am to 6pm', '09:00-18:00'],
    ['上午9点到下午6点', '09:00-18:00'],
    ['8：00－12：00、13：30至17：00', '08:00-12:00 13:30-17:00'],
    ['0:00-24:00', '00:00-24:00'],
    ['22-6', '22:00-06:00'],
  ])('%s', (typed, written) => {
    const spans = readSpans(typed)

    expect(typeof spans === 'string' ? spans : writeSpans(spans)).toBe(written)
  })

  it.each(['', 'all day', '9', '9-9', '9-12-15', '25-26'])('cannot be %s', (typed) => {
    expect(readSpans(typed)).toBe('unreadable')
  })

  it('do not overlap', () => {
    expect(readSpans('8-12 11-17')).toBe('overlap')
    expect(readSpans('22-6 23-24:00')).toBe('overlap')
  })
})

const opened = async () => {
  const house = await openOffice()
  onTestFinished(house.close)
  return house
}

const CHANGED = {
  triage: 'general',
  duty: 'ana',
  zone: 'Shanghai',
  days: ['1', '2', '3', '4', '5', '6'],
  spans: '8-12 13-17',
  holidays: 'China',
  company: ' 示例公司 ',
  language: 'zh-CN',
}

describe('the settings of complaints', () => {
  it('are saved by an administrator, shown again, and count from then on', async () => {
    const house = await opened()
    const mei = house.as('mei')
    const same = { triage: 'triage', duty: 'ben' }
    const bare = saidIn(await mei.submit(formOf(await mei.command('/complaint settings')), same))
    const said = saidIn(await mei.submit(formOf(await mei.command('/complaint settings')), CHANGED))
    const filed = await fileOne(house)

    expect(said).not.toContain('Deadlines of open complaints')
    expect(bare).toContain(`Your company’s name: not set: customers read “${house.workspace.name}”`)
    expect(said).toContain('Your company’s name: 示例公司')
    expect(said).toContain('Triage channel: #general')
    expect(said).toContain('Duty owner: Ana')
    expect(said).toContain('Working hours: Mon–Sat, 08:00-12:00 13:00-17:00, Asia/Shanghai')
    expect(said).toContain('Public holidays of: China')
    expect(await settingsOf(house.db, house.workspace.id)).toMatchObject({
      companyName: '示例公司',
      customerLocale: 'zh-CN',
      calendar: { timeZone: 'Asia/Shanghai', days: [1, 2, 3, 4, 5, 6], holidays: 'CN' },
    })
    expect(filed).toMatchObject({
      channelId: (await house.channel('general')).id,
      ownerId: (await house.member('ana')).id,
    })
  })

  it('say beside each field what is wrong, in Chinese too', async () => {
    const house = await opened()
    const mei = house.as('mei')
    await house.db.member.updateMany({ where: { name: 'Mei' }, data: { locale: 'zh-CN' } })
    const wrong = { duty: 'guest', zone: 'Nowhere', days: [], spans: 'noon', holidays: 'Atlantis', policy: 'x' }

    expect(errorsOf(await mei.submit(formOf(await mei.command('/complaint 设置')), wrong))).toEqual({
      duty: '值班负责人必须是在职同事。',
      zone: '没有“Nowhere”这个时区。请写成 Asia/Shanghai 这样。',
      days: '请至少选择一天。',
      spans: '看不懂工作时间“noon”。请写成 8:00-12:00 13:00-17:00 这样。',
      holidays: '没有“Atlantis”的节假日。请写两位国家代码，例如 CN、DE 或 US。',
      policy: '这个策略已不存在，请另选一个。',
    })
  })

  it('are not overwritten by a form that was overtaken', async () => {
    const house = await opened()
    const mei = house.as('mei')
    const form = formOf(await mei.command('/complaint settings'))
    const same = { triage: 'triage', duty: 'ben' }

    expect(saidIn(await mei.submit(form, same))).toContain('The settings are as they were.')
    await mei.submit(form, CHANGED)
    expect(Object.values(errorsOf(await mei.submit(form, same)))[0]).toContain(
      'Somebody has just changed these settings.',
    )
  })

  it('plan the deadlines of what is open anew when working hours change', async () => {
    const house = await opened()
    const mei = house.as('mei')
    const workspaceId = house.workspace.id
    await house.db.complaintTarget.create({
      data: { workspaceId, kind: 'reply', severity: 3, minutes: 240, time: 'working' },
    })
    const filed = await fileOne(house)
    const dueAt = async () =>
      (await house.db.complaintClock.findFirstOrThrow({ where: { complaintId: filed.id, kind: 'reply' } })).dueAt
    const before = await dueAt()
    const said = await mei.submit(formOf(await mei.command('/complaint settings')), CHANGED)

    expect(saidIn(said)).toContain('Deadlines of open complaints follow the new working hours')
    expect(await dueAt()).not.toEqual(before)
  })

  it('offer the administrator’s own zone until something is set up, and are for administrators only', async () => {
    const house = await opened()
    await house.db.complaintSettings.deleteMany()
    const form = formOf(await house.as('mei').command('/complaint settings'))

    expect(form.fields.find(({ name }) => name === 'zone')).toMatchObject({ value: 'Europe/Berlin' })
    expect(saidIn(await house.as('ana').command('/complaint settings'))).toContain('Only an administrator can do this.')
  })
})
