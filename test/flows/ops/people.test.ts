import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atOnce } from '../../people/at-once.ts'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { openOffice, read, trail } from './office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const chain = async (handle: string) => {
  const { managerId, backupId } = await house.member(handle)
  const members = await house.db.member.findMany()
  const nameOf = (id: string | null) => members.find((member) => member.id === id)?.name ?? null
  return { manager: nameOf(managerId), backup: nameOf(backupId) }
}
const granted = async () =>
  (await house.db.member.findMany({ where: { roles: { has: 'admin' } }, orderBy: { name: 'asc' } })).map(
    ({ name }) => name,
  )

describe('managers and backups', () => {
  it('are set for oneself in one line, and cleared again', async () => {
    const reply = await house.as('ben').command('/ops manager <@ada> backup:<@mei>')
    const set = await chain('ben')
    await house.as('ben').command('/ops manager none')

    expect(read(reply)).toContain('Manager: @Ada\nBackup: @Mei')
    expect(set).toEqual({ manager: 'Ada', backup: 'Mei' })
    expect(await chain('ben')).toEqual({ manager: null, backup: 'Mei' })
    expect(await trail(house, 'ben')).toMatchObject([{ action: 'ops.manager-set' }, { action: 'ops.manager-set' }])
  })

  it('are set for anybody by an administrator', async () => {
    await house.as('ada').command('/ops manager <@mei> <@ben>')

    expect(await chain('mei')).toEqual({ manager: 'Ben', backup: null })
    expect(await trail(house, 'mei')).toMatchObject([{ actorId: (await house.member('ada')).id }])
  })

  it('are not set for others by anybody else', async () => {
    const reply = await house.as('ben').command('/ops manager <@mei> <@ada>')

    expect(read(reply)).toContain('Only administrators can do this for somebody else.')
    expect(await chain('mei')).toEqual({ manager: null, backup: null })
  })

  it('are shown in one’s own form, where an empty field means nobody', async () => {
    await house.as('mei').command('/ops 上级 <@ada> backup:<@ben>')
    const form = formOf(await house.as('mei').command('/ops 上级'))

    await house.as('mei').submit(form, { backup: '' })

    expect(form.fields.map(({ name }) => name)).toEqual(['manager', 'backup'])
    expect(await chain('mei')).toEqual({ manager: 'Ada', backup: null })
  })

  it('stay as they are where an administrator leaves the form empty', async () => {
    await house.as('mei').command('/ops manager <@ada>')
    const form = formOf(await house.as('ada').command('/ops manager'))

    await house.as('ada').submit(form, { member: 'mei', backup: 'ben' })

    expect(await chain('mei')).toEqual({ manager: 'Ada', backup: 'Ben' })
  })

  it('are refused for others when a form is forged', async () => {
    const form = formOf(await house.as('ada').command('/ops manager'))

    const reply = await house.as('ben').submit(form, { member: 'mei', manager: 'ben' })

    expect(Object.values(errorsOf(reply))).toEqual([expect.stringContaining('Only administrators')])
    expect(await chain('mei')).toEqual({ manager: null, backup: null })
  })

  it('never close into a circle, and the sentence names it', async () => {
    await house.as('ben').command('/ops manager <@ada>')
    await house.as('mei').command('/ops manager <@ben>')

    const english = await house.as('ada').command('/ops manager <@mei>')
    await house.as('ada').command('/ops me language:中文')
    const chinese = await house.as('ada').command('/ops manager <@mei>')

    expect(read(english)).toContain('That would go round in a circle: Ada → Mei → Ben → Ada.')
    expect(read(chinese)).toContain('这样会绕成一圈：Ada → Mei → Ben → Ada。')
    expect(await chain('ada')).toEqual({ manager: null, backup: null })
  })

  it('do not close into a circle either when two name each other at once', async () => {
    await atOnce(house.db, 'Member', [
      () => house.as('ben').command('/ops manager <@mei>'),
      () => house.as('mei').command('/ops manager <@ben>'),
    ])

    const managers = [(await chain('ben')).manager, (await chain('mei')).manager]
    expect(managers.filter((manager) => manager !== null)).toHaveLength(1)
  })

  it('are set by administrators for anybody, for themselves unless they choose otherwise', async () => {
    await house.as('ada').command('/ops manager <@ben>')
    const form = formOf(await house.as('ada').command('/ops manager'))

    await house.as('ada').submit(form, { member: 'ada', backup: 'mei' })

    expect(form.intro).toContain('left empty changes nothing')
    expect(form.fields[0]).toMatchObject({ name: 'member', value: (await house.member('ada')).id })
    expect(await chain('ada')).toEqual({ manager: 'Ben', backup: 'Mei' })
  })

  it('may be each other’s backup', async () => {
    await house.as('ben').command('/ops manager backup:<@mei>')
    await house.as('mei').command('/ops manager backup:<@ben>')

    expect([(await chain('ben')).backup, (await chain('mei')).backup]).toEqual(['Mei', 'Ben'])
  })

  it('shows what is wrong beside the field of the form', async () => {
    const form = formOf(await house.as('mei').command('/ops manager'))

    const reply = await house.as('mei').submit(form, { manager: 'ada', backup: 'gone' })

    expect(errorsOf(reply)).toEqual({ backup: 'Gone 已经离开本工作区，请选择其他人。' })
    expect(await chain('mei')).toEqual({ manager: null, backup: null })
  })
})

describe('administrators', () => {
  it('are shown to everybody', async () => {
    expect(read(await house.as('mei').command('/ops 管理员'))).toContain('@Ada')
  })

  it('grant the role and take it back', async () => {
    const grant = await house.as('ada').command('/ops admin grant <@mei>')
    const both = await granted()
    const revoke = await house.as('mei').command('/ops 管理员 撤销 <@ada>')

    expect(read(grant)).toContain('Mei is an administrator now.')
    expect(both).toEqual(['Ada', 'Mei'])
    expect(read(revoke)).toContain('Ada 不再是管理员。')
    expect(await granted()).toEqual(['Mei'])
    expect((await trail(house, 'ada')).map(({ action }) => action)).toEqual(['ops.admin-granted', 'ops.admin-revoked'])
  })

  it('grant it once', async () => {
    await house.as('ada').command('/ops admin grant <@ben>')

    const reply = await house.as('ada').command('/ops admin grant <@ben>')

    expect(read(reply)).toContain('Ben is an administrator already.')
    expect(await trail(house, 'ben')).toHaveLength(1)
  })

  it('are asked before they give it up themselves', async () => {
    await house.as('ada').command('/ops admin grant <@ben>')

    const asked = await house.as('ada').command('/ops admin revoke <@ada>')
    const meanwhile = await granted()
    const reply = await house.as('ada').press(cardOf(asked), 'Give it up')

    expect(meanwhile).toEqual(['Ada', 'Ben'])
    expect(read(reply)).toContain('Ada is no longer an administrator.')
    expect(await granted()).toEqual(['Ben'])
  })

  it('are never gone', async () => {
    const asked = await house.as('ada').command('/ops admin revoke <@ada>')

    const reply = await house.as('ada').press(cardOf(asked), 'Give it up')

    expect(read(reply)).toContain('This is the last administrator.')
    expect(await granted()).toEqual(['Ada'])
  })
})
