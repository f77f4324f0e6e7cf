import { csat } from '../../../../src/flows/complaint/after/csat-page.ts'
import { act } from '../../../../src/world.ts'
import type { House } from '../../../support/house.ts'

/** The page that the newest survey leads to, as the customer answers it. */
export async function pageAt(house: House) {
  const { id } = await house.db.complaintSurvey.findFirstOrThrow({ orderBy: { id: 'desc' } })
  return {
    answer: async (score: string) => {
      await act(house.world, house.workspace, (ctx) => csat.submit(ctx, id, { score, note: '' }))
      await house.settle()
    },
  }
}
