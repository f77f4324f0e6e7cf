import type { Reply } from '../../../../src/flow.ts'
import type { Complaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { formOf, type House } from '../../../support/house.ts'
import { nowOf, refOf } from '../office.ts'

const WAY = ['acknowledged', 'investigating', 'proposed', 'replied'] as const

/** `/complaint <word> C-1 …` by this person. */
export const say = (house: House, who: string, complaint: Complaint, words: string): Promise<Reply> => {
  const [word = '', ...rest] = words.split(' ')
  return house.as(who).command(`/complaint ${word} ${refOf(complaint)} ${rest.join(' ')}`, 'triage')
}

/** Its owner Ben brings an ordinary complaint so far, step by step. */
export async function bring(house: House, complaint: Complaint, to: (typeof WAY)[number]): Promise<Complaint> {
  const ben = house.as('ben')
  const steps = {
    acknowledged: () => say(house, 'ben', complaint, 'acknowledge'),
    investigating: async () =>
      ben.submit(formOf(await say(house, 'ben', complaint, 'investigate')), { findings: 'The job ran twice.' }),
    proposed: () => say(house, 'ben', complaint, 'propose We refund it.'),
    replied: async () => ben.submit(formOf(await say(house, 'ben', complaint, 'reply')), {}),
  }
  const passed: readonly string[] = WAY
  const from = passed.indexOf((await nowOf(house, complaint)).state) + 1
  for (const state of WAY.slice(from, WAY.indexOf(to) + 1)) await steps[state]()
  const brought = await nowOf(house, complaint)
  if (brought.state !== to) throw new Error(`It is ${brought.state} instead of ${to}`)
  return brought
}
