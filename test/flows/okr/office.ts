import type { Member } from '../../../src/database/types.ts'
import type { Reply } from '../../../src/flow.ts'
import type { KeyResult, Objective } from '../../../src/flows/okr/store/objectives.ts'
import { keyResultByNumber, objectiveByNumber } from '../../../src/flows/okr/store/objectives.ts'
import { flows } from '../../../src/flows.ts'
import { formOf, type House, type Person, preparedHouse } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'

/** Monday, the second week of the quarter, 08:00 in Berlin. */
export const MONDAY_EIGHT = '2026-10-05T06:00:00Z'

const PEOPLE: Person[] = [
  { handle: 'ada', administrator: true },
  { handle: 'kai' },
  { handle: 'ben' },
  { handle: 'ana' },
  { handle: 'lin' },
  { handle: 'mei', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
  { handle: 'guest', kind: 'guest' },
]

/**
 * Ada is the administrator. Kai manages Ben, Ana and Mei, who reads Chinese in Shanghai; Lin is Ben's backup. There is the
 * cycle 2026 Q4, by Berlin's days.
 */
export async function openOffice(more: { people?: Person[]; now?: string } = {}): Promise<House> {
  const people = [...PEOPLE, ...(more.people ?? [])]
  return preparedHouse(
    { flows, now: more.now ?? MONDAY_EIGHT, people, channels: ['general', 'okrs'] },
    async (house) => {
      for (const { handle } of people) await house.as(handle).command('/ops me', 'general')
      await house.as('ada').command('/ops me', 'okrs')
      await house.as('ada').command('/ops manager <@ben> <@kai> backup:<@lin>')
      await house.as('ada').command('/ops manager <@ana> <@kai>')
      await house.as('ada').command('/ops manager <@mei> <@kai>')
      await house.as('ada').command('/okr cycle new Q4')
    },
  )
}

type NewObjective = {
  title?: string
  why?: string
  owner?: string
  team?: string
  parent?: string
  visibility?: string
}

/** By the form, as this person. */
export async function newObjective(house: House, by: string, told: NewObjective = {}): Promise<Objective> {
  const form = formOf(await house.as(by).command('/okr new Delight our customers'))
  const reply = await house.as(by).submit(form, { owner: by, ...told })
  if (reply.kind !== 'card') throw new Error(`No objective: ${JSON.stringify(reply)}`)
  return newest(house)
}

export type NewKeyResult = {
  title?: string
  owner?: string
  kind?: string
  start?: string
  target?: string
  unit?: string
  direction?: string
  steps?: string
  weight?: string
  kpi?: string
}

/** By the form: from 0 to 100 customers, the objective's owner's, or as these words say. */
export async function newKeyResult(
  house: House,
  by: string,
  objective: Objective,
  told: NewKeyResult = {},
): Promise<KeyResult> {
  const form = formOf(await house.as(by).command(`/okr kr O-${objective.number} Happy customers`))
  const values = { owner: by, start: '0', target: '100', unit: 'customers', ...told }
  const reply = await house.as(by).submit(form, values)
  if (reply.kind !== 'card') throw new Error(`No key result: ${JSON.stringify(reply)}`)
  return house.db.okrKeyResult.findFirstOrThrow({ orderBy: { number: 'desc' } }) as Promise<KeyResult>
}

export async function newest(house: House): Promise<Objective> {
  const { number } = await house.db.okrObjective.findFirstOrThrow({ orderBy: { number: 'desc' } })
  return objectiveNow(house, number)
}

export async function objectiveNow(house: House, number: number): Promise<Objective> {
  const objective = await objectiveByNumber(house.db, house.workspace.id, number)
  if (!objective) throw new Error(`There is no O-${number}`)
  return objective
}

export async function keyResultNow(house: House, number: number): Promise<KeyResult> {
  const keyResult = await keyResultByNumber(house.db, house.workspace.id, number)
  if (!keyResult) throw new Error(`There is no KR-${number}`)
  return keyResult
}

/** What a reply says, whatever it is. */
export function saidIn(reply: Reply): string {
  switch (reply.kind) {
    case 'card':
      return wordsOf(reply.card)
    case 'invalid':
      return Object.values(reply.errors).join('\n')
    case 'form':
      return [reply.form.title, typeof reply.form.intro === 'string' ? reply.form.intro : ''].join('\n')
    case 'nothing':
      return ''
  }
}

export const idOf = async (house: House, handle: string): Promise<Member['id']> => (await house.member(handle)).id

/** The rounds that somebody was sent, the first one first. */
export const roundsTo = (house: House, handle: string) =>
  house.directTo(handle).filter(({ key }) => key.startsWith('okr/round/'))
