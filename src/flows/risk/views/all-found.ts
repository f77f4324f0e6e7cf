import { localDateOf } from '../../../calendar/occurrences.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { UserError } from '../../../errors.ts'
import type { Reader } from '../../../flow.ts'
import { categoriesCalled } from '../store/categories.ts'
import type { Risk } from '../store/risks.ts'
import { settingsOf } from '../store/settings.ts'
import { readFilters } from './filters.ts'
import { lookWords } from './messages/looking.ts'
import { everyRisk, type Wanted } from './store/found.ts'

const LONGEST_SEARCH = 200

/** What is meant by words such as `mine high category:Legal`. */
export async function wantedBy(ctx: Reader, line: CommandLine): Promise<Wanted> {
  const words = lookWords[ctx.locale]
  if (line.text.length > LONGEST_SEARCH) throw new UserError(words.tooLong(LONGEST_SEARCH))
  const filters = readFilters(line)
  const { timeZone } = await settingsOf(ctx.db, ctx.workspace.id)
  const categoryIds = filters.category ? await categoryIdsCalled(ctx, filters.category) : null
  return { filters, categoryIds, today: localDateOf(ctx.now, timeZone) }
}

/** All of them, by their numbers. */
export const allFound = async (ctx: Reader, line: CommandLine): Promise<Risk[]> =>
  everyRisk(ctx, await wantedBy(ctx, line))

async function categoryIdsCalled(ctx: Reader, typed: string): Promise<string[]> {
  const found = await categoriesCalled(ctx.db, ctx.workspace.id, typed)
  if (found.length === 0) throw new UserError(lookWords[ctx.locale].unknownCategory(typed.slice(0, 60)))
  return found.map(({ id }) => id)
}
