import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { read } from '../../support/slack/reading.ts'
import { card, form, type Served, serveSlack, slowly, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  const { problems } = house.slack
  await house.close()
  expect(problems).toEqual([])
})

import { EVERY_FIELD, openForm } from './forms.ts'

describe('a form whose handling takes long', () => {
  it('says that it is working, then what came of it, when the database is slow', async () => {
    const mei = await openForm(house, 'mei', {
      shown: form(),
      answered: slowly(2_700, { kind: 'card', card: card('Saved after all') }),
    })

    const { tookMs } = await mei.submit({ name: 'Daily' })

    expect(tookMs).toBeLessThan(3_000)
    expect(mei.window).toContain('Still working…')
    await until(() => mei.window?.includes('Saved after all') === true)
  })

  it('comes back with what was typed when it turns out late that it is wrong', async () => {
    const mei = await openForm(house, 'mei', {
      shown: EVERY_FIELD,
      answered: slowly(2_600, { kind: 'invalid', errors: { name: 'This name is taken.' } }),
    })
    const typed = { name: 'Daily', mode: 'own', days: ['tue'], people: ['ben'], where: 'general', remind: true }
    await mei.submit(typed)
    await until(() => mei.window?.includes('This name is taken.') === true)
    house.router.answer = () => ({ kind: 'nothing' })

    await mei.submit({ name: 'Daily 2' })

    const [, first, second] = house.router.received
    expect(second?.receipt).not.toBe(first?.receipt)
    expect(second?.what).toMatchObject({
      context: '{"run":"7","note":"a<b & c"}',
      values: {
        name: 'Daily 2',
        mode: 'own',
        days: ['tue'],
        lead: 'UMEI',
        people: ['UBEN'],
        where: 'CGENERAL',
        at: '09:30',
        remind: true,
      },
    })
  })

  it('whose window was closed meanwhile is answered in the direct conversation', async () => {
    const ben = await openForm(house, 'ben', {
      shown: form(),
      answered: slowly(2_600, { kind: 'invalid', errors: { name: 'This name is taken.' } }),
    })
    await ben.submit({ name: 'Daily' })
    ben.closeView()

    await until(() => ben.dms.length > 0)
    expect(read(ben.dms[0])).toBe('Nothing has been saved yet: This name is taken.')
  })
})
