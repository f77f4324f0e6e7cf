import type { FieldValue } from '../../../src/chat/form.ts'
import type { Reply } from '../../../src/flow.ts'
import { type Risk, riskByNumber } from '../../../src/flows/risk/store/risks.ts'
import { flows } from '../../../src/flows.ts'
import { formOf, type House, type Person, preparedHouse } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'

/** Monday, 09:00 in Berlin. */
export const MONDAY_NINE = '2026-03-02T08:00:00Z'

const PEOPLE: Person[] = [
  { handle: 'ada', administrator: true },
  { handle: 'kai' },
  { handle: 'ben' },
  { handle: 'ana' },
  { handle: 'rob' },
  { handle: 'udo' },
  { handle: 'mei', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
  { handle: 'guest', kind: 'guest' },
]

/**
 * Ada is the administrator. Kai manages Ben, Ana and Mei, who reads Chinese in Shanghai. Rob belongs to the second line, Udo to
 * the third.
 */
export async function openOffice(more: { people?: Person[]; now?: string } = {}): Promise<House> {
  const people = [...PEOPLE, ...(more.people ?? [])]
  const plan = { flows, now: more.now ?? MONDAY_NINE, people, channels: ['general', 'risks'] }
  return preparedHouse(plan, async (house) => {
    for (const { handle } of people) await house.as(handle).command('/ops me', 'general')
    await house.as('ada').command('/ops me', 'risks')
    for (const handle of ['ben', 'ana', 'mei']) await house.as('ada').command(`/ops manager <@${handle}> <@kai>`)
    await house.as('ada').command('/ops role risk <@rob>')
    await house.as('ada').command('/ops role audit <@udo>')
  })
}

/** By the form, as this person; likelihood and impact as `{ likelihood: '4', impact: '5' }`. */
export async function newRisk(house: House, by: string, told: Record<string, FieldValue> = {}): Promise<Risk> {
  const form = formOf(await house.as(by).command('/risk new Our supplier fails'))
  const reply = await house.as(by).submit(form, { owner: by, ...told })
  if (reply.kind !== 'card') throw new Error(`No risk: ${JSON.stringify(reply)}`)
  const { number } = await house.db.risk.findFirstOrThrow({ orderBy: { number: 'desc' } })
  return riskNow(house, number)
}

export async function riskNow(house: House, number: number): Promise<Risk> {
  const risk = await riskByNumber(house.db, house.workspace.id, number)
  if (!risk) throw new Error(`There is no R-${number}`)
  return risk
}

type Pair = readonly [number, number]

/** Both grades, each as likelihood and impact. */
export const graded = (inherent: Pair, residual?: Pair, why?: string): Record<string, string> => ({
  'inherent-likelihood': String(inherent[0]),
  'inherent-impact': String(inherent[1]),
  ...(residual && { 'residual-likelihood': String(residual[0]), 'residual-impact': String(residual[1]) }),
  ...(why && { why }),
})

export async function assess(
  house: House,
  by: string,
  risk: Pick<Risk, 'number'>,
  values: Record<string, string>,
): Promise<Reply> {
  const form = formOf(await house.as(by).command(`/risk assess R-${risk.number}`))
  return house.as(by).submit(form, values)
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

export const idOf = async (house: House, handle: string): Promise<string> => (await house.member(handle)).id
