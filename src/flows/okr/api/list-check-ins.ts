import { z } from 'zod'
import { apiQuestion } from '../../../intake/question.ts'
import { checkInsAfter, currentOfMany } from '../store/check-ins.ts'
import { describeCheckIns, describeKeyResult } from './describe.ts'
import { keyResultReference, limit } from './fields.ts'
import { askedKeyResult } from './find.ts'
import { CheckInShape, KeyResultShape } from './shapes.ts'

/** What a column of the database holds. */
const LARGEST_VERSION = 2_147_483_647

export const listCheckIns = apiQuestion({
  does: 'Lists the check-ins of a key result as they were written, with the key result as it stands now.',
  query: z.strictObject({
    keyResult: keyResultReference.describe('Such as KR-12.'),
    after: z.coerce
      .number()
      .int()
      .min(0)
      .max(LARGEST_VERSION)
      .default(0)
      .describe('Only those of a later version: what `next` of the page before said, or the last one that is known.'),
    limit,
  }),
  answer: z.object({
    keyResult: KeyResultShape,
    checkIns: z.array(CheckInShape),
    next: z.int().optional().describe('Where there are more: to be sent as `after`.'),
  }),
  run: async (ctx, query) => {
    const keyResult = await askedKeyResult(ctx, query.keyResult)
    const found = await checkInsAfter(ctx.db, keyResult.id, { seq: query.after, take: query.limit + 1 })
    const checkIns = found.slice(0, query.limit)
    const last = checkIns.at(-1)
    const counts = (await currentOfMany(ctx.db, [keyResult.id])).get(keyResult.id)?.seq ?? 0
    return {
      keyResult: await describeKeyResult(ctx, keyResult.id),
      checkIns: await describeCheckIns(ctx, keyResult, { checkIns, counts }),
      ...(last && found.length > checkIns.length && { next: last.seq }),
    }
  },
})
