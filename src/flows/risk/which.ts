import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import type { Asking, Context, Reader, Reply } from '../../flow.ts'
import { mustBeColleague } from './authority.ts'
import { refusals } from './messages/refusals.ts'
import { type Step, stepsNow } from './rules/path.ts'
import { readReference, writeRisk } from './rules/reference.ts'
import { lockRisk, type Risk, riskById, riskByNumber } from './store/risks.ts'

type Deed = (ctx: Asking, risk: Risk, rest: CommandLine) => Promise<Reply>

/** `/risk show R-3 …`: the deed with what was meant, and what was typed after it. */
export const withRisk =
  (deed: Deed) =>
  async (ctx: Asking, line: CommandLine): Promise<Reply> => {
    mustBeColleague(ctx)
    const [first = '', ...words] = line.words
    const text = line.text.trim().slice(first.length).trim()
    return deed(ctx, await riskByReference(ctx, first), { ...line, words, text })
  }

/** The button of a risk: its id first, and perhaps more after a space. */
export const atRisk =
  (deed: (ctx: Asking, risk: Risk) => Promise<Reply>) =>
  async (ctx: Asking, value: string): Promise<Reply> =>
    deed(ctx, await riskOf(ctx, value))

export async function riskByReference(ctx: Asking, typed: string): Promise<Risk> {
  const words = refusals[ctx.locale]
  if (typed === '') throw new UserError(words.whichRisk)
  const reference = readReference(typed)
  if (reference?.kind !== 'risk') throw new UserError(words.noReference(typed.slice(0, 60)))
  const risk = await riskByNumber(ctx.db, ctx.workspace.id, reference.number)
  if (!risk) throw new UserError(words.unknownRisk(reference.number))
  return risk
}

/** The value of a button or the context of a form: the id first, and perhaps more after a space. */
export async function riskOf(ctx: Asking, value: string): Promise<Risk> {
  mustBeColleague(ctx)
  const [id = ''] = value.split(' ')
  return there(ctx, await riskById(ctx.db, ctx.workspace.id, id))
}

/** As it is now: until this transaction ends nobody else changes it. */
export const holdRisk = async (ctx: Reader, id: string): Promise<Risk> =>
  there(ctx, await lockRisk(ctx.db, ctx.workspace.id, id))

/** An illegal step is answered with what is possible now. */
export function mustAllow({ locale }: Reader, { number, state }: Risk, step: Step): void {
  const steps = stepsNow(state)
  if (!steps.includes(step)) throw new UserError(refusals[locale].notNow(writeRisk(number), state, steps))
}

function there({ locale }: Context & Pick<Reader, 'locale'>, risk: Risk | null): Risk {
  if (!risk) throw new UserError(refusals[locale].gone)
  return risk
}
