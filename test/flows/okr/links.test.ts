import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Card } from '../../../src/chat/card.ts'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { newObjective, openOffice, saidIn } from './office.ts'

let house: House
let digest: Card

/** Ben and Mei meet in a stand-up that Ben leads; there is O-1 of Ana's and O-2 of Kai's, which is private. */
beforeAll(async () => {
  house = await openOffice()
  await newObjective(house, 'ana', { title: 'Faster releases' })
  await newObjective(house, 'kai', { title: 'Secret', visibility: 'private' })
  const form = formOf(await house.as('ben').command('/standup new', 'general'))
  const daily = { name: 'Daily', channel: 'general', time: '09:00', timeZone: 'Europe/Berlin' }
  await house.as('ben').submit(form, { ...daily, participants: ['ben', 'mei'], questions: 'Blocked? [blocker]' })
  await house.advanceTo('2026-10-05T07:01:00Z')
  for (const who of ['ben', 'mei']) {
    const asked = formOf(await house.as(who).command('/standup answer'))
    await house.as(who).submit(asked, { [asked.fields[0]?.name ?? '']: who === 'ben' ? 'No staging' : '没有' })
  }
  digest = house.inChannel('general').findLast(({ key }) => key.includes('/digest'))!.card
})
afterAll(() => house.close())

const shown = async (who: string) => saidIn(await house.as(who).command('/okr show O-1'))
const tieForm = async (who: string) => formOf(await house.as(who).press(digest, 'Tie a blocker to …'))

it('ties a blocker to an objective, in its own words for those who take part, and unties it', async () => {
  const tied = await house.as('ben').submit(await tieForm('ben'), { to: 'o1' })
  expect(saidIn(tied)).toContain('B-1 is tied to O-1 Faster releases.')
  expect(errorsOf(await house.as('ben').submit(await tieForm('ben'), { to: 'O-1' })).to).toContain('already')
  expect(await shown('mei')).toContain('B-1 No staging · 阻碍 Ben · 未解决')
  expect(await shown('ana')).toContain('B-1 blocks Ben · open')
  expect(await shown('ana')).not.toContain('No staging')
  await house.as('ben').press(cardOf(tied), 'Undo')
  expect(await shown('mei')).not.toContain('B-1')

  expect(saidIn(await house.as('ben').press(cardOf(tied), 'Undo'))).toContain('not tied together any more')
})

it('is tied from the objective as well, by whoever may change it and takes part', async () => {
  expect(saidIn(await house.as('ana').command('/okr link O-1 B-1'))).toContain('There is nothing called “B-1”')
  await newObjective(house, 'ben', { title: 'Fewer bugs' })
  await house.as('ben').command('/okr link O-3 b-1')
  expect(saidIn(await house.as('ben').command('/okr show O-3'))).toContain('B-1 No staging')
  await house.as('ben').command('/okr unlink O-3 B-1')

  expect(saidIn(await house.as('ben').command('/okr show O-3'))).not.toContain('B-1')
})

it('is refused to whoever does not take part, and knows nothing of what is private', async () => {
  expect(saidIn(await house.as('ana').press(digest, 'Tie a blocker to …'))).toContain('Only those who take part')
  for (const to of ['O-2', 'O-99', 'x', ''])
    expect(errorsOf(await house.as('ben').submit(await tieForm('ben'), { to })).to).toBe(
      `There is nothing called “${to}” that you can see. Write it like O-3 or C-12.`,
    )
})
