import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retargetClocks } from '../../../../src/flows/complaint/clocks/clockwork.ts'
import {
  type Chosen,
  readTarget,
  targetOf,
  usualTarget,
  writeTarget,
} from '../../../../src/flows/complaint/rules/targets.ts'
import { changeComplaint, lockComplaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { acting, fileOne, openOffice, saidIn } from '../office.ts'

describe('the time that a clock gets', () => {
  const day = { minutes: 24 * 60, time: 'calendar' } as const
  const shift = { minutes: 8 * 60, time: 'working' } as const
  const chosen: Chosen[] = [
    { kind: 'reply', severity: 2, type: 'billing', ...shift },
    { kind: 'reply', severity: 2, type: null, ...day },
  ]

  it('is that of its severity and type, else of its severity, else what is usual', () => {
    expect(targetOf(chosen, { kind: 'reply', severity: 2, type: 'billing' })).toMatchObject(shift)
    expect(targetOf(chosen, { kind: 'reply', severity: 2, type: 'other' })).toMatchObject(day)
    expect(targetOf(chosen, { kind: 'acknowledge', severity: 1, type: 'billing' })).toEqual({
      minutes: 30,
      time: 'calendar',
    })
  })

  it('is usually a day to acknowledge and two, one or a sixth of a day to reply, and half an hour for S1', () => {
    const usual = ([1, 2, 3, 4] as const).map((severity) =>
      (['acknowledge', 'reply'] as const).map((kind) => writeTarget(usualTarget({ kind, severity }), 'en')),
    )

    expect(usual).toEqual([
      ['30 min', '4 h'],
      ['24 h', '24 h'],
      ['24 h', '48 h'],
      ['24 h', '48 h'],
    ])
  })

  it.each([
    ['30m', 30, 'calendar'],
    ['4h', 240, 'calendar'],
    ['2d', 2880, 'calendar'],
    ['8h working', 480, 'working'],
    ['工作时间8小时', 480, 'working'],
    ['２天', 2880, 'calendar'],
  ])('reads %s', (typed, minutes, time) => {
    expect(readTarget(typed)).toEqual({ minutes, time })
  })

  it.each([
    ['soon', 'unreadable'],
    ['2d working', 'unreadable'],
    ['0', 'out of range'],
    ['31d', 'out of range'],
  ])('does not take %s', (typed, why) => {
    expect(readTarget(typed)).toBe(why)
  })

  it('is written as it can be read', () => {
    for (const target of [day, shift, { minutes: 95, time: 'calendar' as const }])
      for (const locale of ['en', 'zh-CN'] as const) expect(readTarget(writeTarget(target, locale))).toEqual(target)
  })
})

describe('/complaint sla', () => {
  let house: House

  beforeEach(async () => {
    house = await openOffice()
  })
  afterEach(() => house.close())

  const set = async (typed: string, values: Record<string, string>) =>
    house.as('mei').submit(formOf(await house.as('mei').command(typed)), values)
  const dueOf = async (complaintId: string) =>
    (await house.db.complaintClock.findMany({ where: { complaintId }, orderBy: { kind: 'asc' } })).map(({ dueAt }) =>
      dueAt.toISOString(),
    )

  it('shows the table to everybody, with what counts, in both languages', async () => {
    const said = saidIn(await house.as('ana').command('/complaint sla'))

    expect(said).toContain('S1 critical | 30 min | 4 h')
    expect(said).toContain('S3 ordinary | 24 h | 48 h')
    expect(said).not.toContain('[Change S1]')
    expect(saidIn(await house.as('li').command('/complaint 时限'))).toContain('S2 重大 | 24 小时 | 24 小时')
  })

  it('is changed by administrators alone, for a severity or for a type of it', async () => {
    expect(saidIn(await house.as('ana').command('/complaint sla S2'))).toContain('administrator')

    const said = saidIn(await set('/complaint sla S2 billing', { acknowledge: '1h', reply: '8h working' }))

    expect(said).toContain('Saved for S2 major, billing.')
    expect(said).toContain('S2 major, billing | 1 h | 8 h working')
    expect(said).toContain('S2 major | 24 h | 24 h')
    const [entry] = await house.db.auditEntry.findMany({ where: { action: 'complaint.targets-set' } })
    expect(entry?.detail).toMatchObject({ severity: 2, type: 'billing', after: { acknowledge: '1 h' } })
  })

  it('goes back to what is usual where a field is left empty', async () => {
    await set('/complaint sla S3', { reply: '3d' })

    expect(saidIn(await set('/complaint sla S3', { reply: '' }))).toContain('S3 ordinary | 24 h | 48 h')
    expect(await house.db.complaintTarget.count()).toBe(0)
    expect(saidIn(await set('/complaint sla S3', {}))).toContain('Nothing has changed')
  })

  it('says beside the field what it can’t read', async () => {
    const form = formOf(
      await house.as('mei').press(cardOf(await house.as('mei').command('/complaint sla')), 'Change S4'),
    )

    expect(errorsOf(await house.as('mei').submit(form, { acknowledge: 'soon', reply: '60d' }))).toMatchObject({
      acknowledge: expect.stringContaining('soon'),
      reply: expect.stringContaining('thirty days'),
    })
    expect(Object.keys(errorsOf(await house.as('mei').submit(form, { acknowledge: '5h', reply: '4h' })))).toEqual([
      'reply',
    ])
    expect(saidIn(await house.as('mei').command('/complaint sla S7'))).toContain('“S7” is neither')
  })

  it('keeps what was promised to clocks that run, and counts for new ones and for those that change', async () => {
    const before = await fileOne(house)
    const promised = await dueOf(before.id)
    await set('/complaint sla S3', { acknowledge: '1h', reply: '8h working' })
    expect(await dueOf(before.id)).toEqual(promised)

    const after = await fileOne(house)
    // Nine to six in UTC, from 8:00 UTC on Monday.
    expect(await dueOf(after.id)).toEqual(['2026-03-02T09:00:00.000Z', '2026-03-02T17:00:00.000Z'])

    await acting(house, await house.member('ben'), async (ctx) => {
      const held = (await lockComplaint(ctx.db, house.workspace.id, before.id))!
      await retargetClocks(ctx, await changeComplaint(ctx.db, held, { type: 'service' }))
    })
    expect(await dueOf(before.id)).toEqual(['2026-03-02T09:00:00.000Z', '2026-03-02T17:00:00.000Z'])
  })
})
