import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { newKeyResult, newObjective, objectiveNow, openOffice, roundsTo } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const datesTo = (who: string) => roundsTo(house, who).map(({ key }) => key.slice(-10))
const roundOf = (who: string, date: string): string => {
  const found = roundsTo(house, who).find(({ key }) => key.endsWith(date))
  return found ? wordsOf(found.card) : ''
}
const walks = () => house.db.escalation.findMany({ where: { flow: 'okr' }, orderBy: { id: 'asc' } })
const walkTold = (who: string) => house.directTo(who).filter(({ key }) => key.startsWith('escalation/'))
const idOf = async (who: string) => (await house.member(who)).id

/** Ben's key result under Ana's objective, there since Monday, the fifth of October; asked first on the twelfth. */
async function benForAna() {
  const objective = await newObjective(house, 'ana')
  return newKeyResult(house, 'ana', objective, { owner: 'ben' })
}
async function set(values: Record<string, string>) {
  const reply = await house.as('ada').submit(formOf(await house.as('ada').command('/okr settings')), values)
  if (reply.kind !== 'card') throw new Error(`Not set: ${JSON.stringify(reply)}`)
}

describe('a question that nobody answers', () => {
  it('is asked every week, and told once to the owner, the objective’s owner and above them', async () => {
    await benForAna()
    await house.advanceTo('2026-10-19T05:00:00Z')
    expect(await walks()).toEqual([])
    await house.advanceTo('2026-10-30T12:00:00Z')

    expect(datesTo('ben')).toEqual(['2026-10-12', '2026-10-14', '2026-10-19', '2026-10-26'])
    expect(datesTo('ana')).toEqual(['2026-10-16'])
    const [walk, ...more] = await walks()
    expect(walk).toMatchObject({ ownerId: await idOf('ana'), state: 'open' })
    expect(more).toEqual([])
    expect(wordsOf(walkTold('kai')[0]!.card)).toContain('KR-1 Happy customers – Ben, asked first on Mon, 12 Oct')
    expect(walkTold('ada').map(({ at }) => `${at}`.slice(0, 10))).toEqual(['2026-10-21'])
    await house.as('ben').command('/okr update KR-1 5')

    expect((await walks())[0]?.state).toBe('resolved')
    await house.advanceTo('2026-11-11T12:00:00Z')
    expect(datesTo('ben').slice(4)).toEqual(['2026-11-09', '2026-11-11'])
  })

  it('reaches the objective’s owner on their next day, even when it is asked anew on that day', async () => {
    await benForAna()
    await house.as('ana').command('/ops away 2026-10-15 2026-10-18')
    await house.advanceTo('2026-10-20T12:00:00Z')

    expect(datesTo('ana')).toEqual(['2026-10-19'])
    expect(roundOf('ana', '2026-10-19')).toContain('KR-1 Happy customers')
    expect(await walks()).toHaveLength(1)
  })

  it('is one message for whoever it concerns in several ways', async () => {
    const objective = await newObjective(house, 'ana')
    await newKeyResult(house, 'ana', objective)
    await newKeyResult(house, 'ana', objective, { title: 'Bugs', owner: 'ben' })
    await set({ nudge: '1', lead: '2', manager: '3' })
    await house.advanceTo('2026-10-15T12:00:00Z')

    expect(datesTo('ana')).toEqual(['2026-10-12', '2026-10-13', '2026-10-14'])
    expect(roundOf('ana', '2026-10-14')).toContain('KR-1 Happy customers')
    expect(roundOf('ana', '2026-10-14')).toContain('KR-2 Bugs')
    expect(await walks()).toHaveLength(1)
    expect(walkTold('kai')).toHaveLength(1)
    expect(wordsOf(walkTold('kai')[0]!.card)).toContain('KR-2 Bugs')
  })

  it('stays between those whom the settings name: 0 is never', async () => {
    await benForAna()
    await set({ nudge: '0', lead: '0', manager: '3' })
    await house.advanceTo('2026-10-16T12:00:00Z')

    expect(datesTo('ben')).toEqual(['2026-10-12'])
    expect(datesTo('ana')).toEqual([])
    expect(await walks()).toHaveLength(1)
    await set({ manager: '0' })
    await house.as('ben').command('/okr update KR-1 5')
    await house.advanceTo('2026-11-20T12:00:00Z')

    expect((await walks()).map(({ state }) => state)).toEqual(['resolved'])
  })

  it('goes to an administrator where nobody stands above the objective’s owner', async () => {
    const objective = await newObjective(house, 'kai', { owner: 'kai' })
    await newKeyResult(house, 'kai', objective, { owner: 'ben' })
    await house.advanceTo('2026-10-23T12:00:00Z')

    expect(await walks()).toHaveLength(1)
    expect(
      walkTold('ada')
        .map(({ card }) => wordsOf(card))
        .join(),
    ).toContain('KR-1 Happy customers – Ben')
  })

  it('grows older with the backup who was asked instead', async () => {
    await benForAna()
    await newObjective(house, 'lin', { title: 'Own' })
    await house.as('ben').command('/ops away 2026-10-12 2026-10-30')
    await set({ away: 'backup' })
    await house.advanceTo('2026-10-19T12:00:00Z')

    expect(datesTo('lin')).toEqual(['2026-10-12', '2026-10-14', '2026-10-19'])
    expect(datesTo('ana')).toEqual(['2026-10-16'])
    expect(await walks()).toHaveLength(1)
  })
})

describe('what is overdue', () => {
  it('goes over to whoever takes the objective: they are told, and those above them', async () => {
    await benForAna()
    await house.advanceTo('2026-10-19T12:00:00Z')
    const form = formOf(await house.as('ada').command('/okr edit O-1'))
    await house.as('ada').submit(form, { owner: 'mei' })
    expect((await walks()).map(({ state }) => state)).toEqual(['resolved'])
    await house.advanceTo('2026-10-21T12:00:00Z')

    expect(roundOf('mei', '2026-10-20')).toContain('KR-1 Happy customers')
    expect(datesTo('mei')).toEqual(['2026-10-20'])
    const open = (await walks()).filter(({ state }) => state === 'open')
    expect(open).toMatchObject([{ ownerId: await idOf('mei') }])
  })

  it('is over when it is archived, moved, never due any more or closed with its cycle', async () => {
    await house.as('ada').command('/okr cycle new 2027 Q1')
    const leads = ['ana', 'mei', 'lin', 'kai', 'ada']
    for (const lead of leads)
      await newKeyResult(house, lead, await newObjective(house, lead, { title: `Of ${lead}` }), { owner: 'ben' })
    await house.advanceTo('2026-10-20T12:00:00Z')
    const ids = await Promise.all(leads.map(idOf))
    const going = async () => {
      const open = (await walks()).filter(({ state }) => state !== 'resolved').map(({ ownerId }) => ownerId)
      return leads.filter((_, at) => open.includes(ids[at] ?? ''))
    }
    expect(await going()).toEqual(leads)

    await house.as('ada').command('/okr archive KR-1')
    expect(await going()).toEqual(['mei', 'lin', 'kai', 'ada'])
    await house.as('ada').command('/okr archive O-2')
    expect(await going()).toEqual(['lin', 'kai', 'ada'])
    await house.as('ada').command('/okr move O-3 to next')
    expect(await going()).toEqual(['kai', 'ada'])
    await house.as('ada').command('/okr rhythm O-4 never')
    expect(await going()).toEqual(['ada'])
    const asked = await house.as('ada').command('/okr cycle close Q4')
    if (asked.kind === 'card') await house.as('ada').press(asked.card, 'Close')
    expect(await going()).toEqual([])
    await house.advanceTo('2026-10-30T12:00:00Z')

    expect(datesTo('ben').at(-1)).toBe('2026-10-19')
  })

  it('starts anew, and is not told at once, when it comes back', async () => {
    await benForAna()
    await house.advanceTo('2026-10-19T12:00:00Z')
    await house.as('ana').command('/okr archive O-1')
    await house.as('ana').command('/okr archive O-1 undo')
    await house.advanceTo('2026-10-26T12:00:00Z')

    expect(datesTo('ben').at(-1)).toBe('2026-10-26')
    expect((await walks()).map(({ state }) => state)).toEqual(['resolved'])
    expect((await objectiveNow(house, 1)).archivedAt).toBeNull()
  })
})
