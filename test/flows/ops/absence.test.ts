import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ops } from '../../../src/flows/ops/flow.ts'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { openOffice, read, readCard, trail } from './office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const absences = async (handle: string) => {
  const { id } = await house.member(handle)
  const rows = await house.db.absence.findMany({ where: { memberId: id }, orderBy: { fromDate: 'asc' } })
  return rows.map(({ fromDate, toDate }) => [fromDate, toDate].map((date) => date.toISOString().slice(0, 10)).join(' '))
}

describe('going away', () => {
  it('tells the days, the backup and what will not be asked meanwhile', async () => {
    const reply = await house.as('ada').command('/ops away tomorrow fri <@ben>')

    expect(read(reply)).toContain('You are away: Thu, 5 Mar – Fri, 6 Mar 2026.')
    expect(read(reply)).toContain('Backup: @Ben')
    expect(read(reply)).toContain('Not asked meanwhile: 2 prompts')
    expect(await absences('ada')).toEqual(['2026-03-05 2026-03-06'])
    expect(await trail(house, 'ada')).toMatchObject([
      { action: 'ops.admin-granted' },
      {
        action: 'ops.away',
        detail: { from: '2026-03-05', to: '2026-03-06', backupId: (await house.member('ben')).id },
      },
    ])
  })

  it('understands and answers in Chinese', async () => {
    const reply = await house.as('mei').command('/ops 请假 周一到周五 备岗：<@ben>')

    expect(read(reply)).toContain('已登记不在岗：2026年3月9日（周一）至3月13日（周五）。')
    expect(read(reply)).toContain('备岗: @Ben')
  })

  it('tells the backup in their own language', async () => {
    await house.as('ada').command('/ops away tomorrow fri <@mei>')

    expect(house.as('mei').lastDirect().card.summary).toBe(
      'Ada 不在岗期间由你备岗：2026年3月5日（周四）至3月6日（周五）。',
    )
  })

  it("takes the member's standing backup when none is named", async () => {
    await house.as('ada').command('/ops manager backup:<@ben>')

    const reply = await house.as('ada').command('/ops away tomorrow')

    expect(read(reply)).toContain('Backup: @Ben')
    expect(house.as('ben').lastDirect().card.summary).toContain('Ada is away')
  })

  it('opens a form without words, which does the same', async () => {
    const form = formOf(await house.as('ada').command('/ops away'))

    await house.as('ada').submit(form, { from: '2026-03-09', to: '2026-03-10', backup: 'ben' })

    expect(form.fields.map((field) => field.kind === 'date' && field.value)).toEqual([
      '2026-03-04',
      '2026-03-04',
      false,
    ])
    expect(await absences('ada')).toEqual(['2026-03-09 2026-03-10'])
  })

  it('reads the days in the zone of whoever asks', async () => {
    house.sleepUntil('2026-03-04T18:00:00Z')

    await house.as('mei').command('/ops 离开 今天')

    expect(await absences('mei')).toEqual(['2026-03-05 2026-03-05'])
  })

  it('joins what overlaps, and says so', async () => {
    await house.as('ada').command('/ops away 2026-03-05 2026-03-07')

    const reply = await house.as('ada').command('/ops away 2026-03-07 2026-03-10')

    expect(read(reply)).toContain('Thu, 5 Mar – Tue, 10 Mar 2026')
    expect(read(reply)).toContain('they are one now')
    expect(await absences('ada')).toEqual(['2026-03-05 2026-03-10'])
  })

  it('names who stands in when the backup is away too', async () => {
    await house.as('ben').command('/ops manager backup:<@mei>')
    await house.as('ben').command('/ops away tomorrow')

    const reply = await house.as('ada').command('/ops away tomorrow <@ben>')

    expect(read(reply)).toContain('Ben is away on the first day too; Mei stands in.')
  })

  it('says that nobody stands in when two who are away back each other up', async () => {
    await house.as('ben').command('/ops away tomorrow <@ada>')

    const reply = await house.as('ada').command('/ops away tomorrow <@ben>')

    expect(read(reply)).toContain('Ben is away on the first day too, and has nobody to stand in.')
  })

  it('shows what is wrong beside the field of the form', async () => {
    const ada = house.as('ada')
    const form = formOf(await ada.command('/ops away'))

    const reply = await ada.submit(form, { from: '2026-03-09', to: '2026-03-08' })
    const other = await ada.submit(form, { backup: 'robo' })

    expect(errorsOf(reply)).toEqual({ to: 'The last day has to be on or after the first one.' })
    expect(errorsOf(other)).toEqual({ backup: 'Robo is a bot. Choose a colleague.' })
  })

  it('counts once when the form is submitted twice', async () => {
    const ada = house.as('ada')
    const form = formOf(await ada.command('/ops away'))

    await ada.submit(form, { to: '2026-03-08' }, 'twice')
    await ada.submit(form, { to: '2026-03-08' }, 'twice')

    expect((await trail(house, 'ada')).filter(({ action }) => action === 'ops.away')).toHaveLength(1)
  })
})

describe('coming back', () => {
  it('ends the present absence as of yesterday, and tells the backup', async () => {
    const away = await house.as('ada').command('/ops away 2026-03-04 2026-03-20 <@ben>')
    await house.advanceTo('2026-03-09T11:00:00Z')

    const reply = await house.as('ada').press(cardOf(away), 'I am back')

    expect(read(reply)).toContain('Welcome back')
    expect(await absences('ada')).toEqual(['2026-03-04 2026-03-08'])
    expect(house.as('ben').lastDirect().card.summary).toBe('Ada is here, so you need not stand in.')
    expect(house.directTo('ben')).toHaveLength(1)
  })

  it('changes nothing the second time', async () => {
    const away = await house.as('ada').command('/ops away today fri')
    await house.as('ada').press(cardOf(away), 'I am back')

    const reply = await house.as('ada').press(cardOf(away), 'I am back')

    expect(read(reply)).toContain('You are not away, and no absence is planned.')
    expect((await trail(house, 'ada')).filter(({ action }) => action === 'ops.back')).toHaveLength(1)
  })

  it('shows an absence that is still ahead, and cancels it when told to', async () => {
    await house.as('mei').command('/ops 离开 周一 周五')

    const shown = await house.as('mei').command('/ops 回来')
    const before = await absences('mei')
    const cancelled = await house.as('mei').press(cardOf(shown), '取消这次不在岗')

    expect(read(shown)).toContain('下一次不在岗：2026年3月9日（周一）至3月13日（周五）。')
    expect(before).toHaveLength(1)
    expect(read(cancelled)).toContain('已取消不在岗')
    expect(await absences('mei')).toEqual([])
  })

  it("never cancels somebody else's absence", async () => {
    await house.as('ada').command('/ops away mon fri')
    const card = cardOf(await house.as('ada').command('/ops back'))

    const reply = await house.as('ben').press(card, 'Cancel this absence')

    expect(read(reply)).toContain('You are not away')
    expect(await absences('ada')).toHaveLength(1)
  })

  it('mentions the absence that follows', async () => {
    await house.as('ada').command('/ops away today')
    await house.as('ada').command('/ops away mon fri')

    expect(read(await house.as('ada').command('/ops back'))).toContain(
      'Your next absence: Mon, 9 Mar – Fri, 13 Mar 2026.',
    )
  })
})

describe('what is upcoming', () => {
  it('stands line by line in the zone of whoever asks', async () => {
    const reply = read(await house.as('mei').command('/ops 日程'))

    expect(reply).toContain('3月5日（周四）16:00 · Daily question')
    expect(reply.match(/Daily question/g)).toHaveLength(15)
  })

  it('says what to do next when there is nothing', async () => {
    await house.close()
    house = await openOffice([ops])

    const reply = await house.as('ada').command('/ops upcoming')
    const help = await house.as('ada').press(cardOf(reply), 'What can I do?')

    expect(read(reply)).toContain('Nothing will be asked of you in the next 14 days.')
    expect(readCard(cardOf(help))).toContain('/ops away')
  })

  it('mentions an absence', async () => {
    await house.as('ada').command('/ops away mon fri')

    expect(read(await house.as('ada').command('/ops upcoming'))).toContain('Your next absence: Mon, 9 Mar')
  })
})
