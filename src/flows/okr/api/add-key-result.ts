import { z } from 'zod'
import type { FormValues } from '../../../chat/form.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Context } from '../../../flow.ts'
import { apiCall } from '../../../intake/call.ts'
import { isColleague } from '../../../people/members.ts'
import { program } from '../asker.ts'
import { LARGEST_WEIGHT, LONGEST_KPI, LONGEST_TITLE, LONGEST_UNIT, MOST_STEPS } from '../limits.ts'
import { exact } from '../rules/read-number.ts'
import { writeObjective } from '../rules/reference.ts'
import { addKeyResult, mustBeLive, type OwnedTerms, weightProblems } from '../setup/add-key-result.ts'
import { formWords } from '../setup/messages/forms.ts'
import { type Errors, readKeyResult } from '../setup/read-key-result.ts'
import type { Objective } from '../store/objectives.ts'
import { holdOpen } from '../which.ts'
import { describeKeyResult } from './describe.ts'
import { amount, email, line, objectiveReference, step } from './fields.ts'
import { numberIn, openObjective } from './find.ts'
import { peopleWith } from './people.ts'
import { sentences } from './sentences.ts'
import { KeyResultShape } from './shapes.ts'

const common = {
  objective: objectiveReference.describe('To which it is added, such as O-3.'),
  title: line(LONGEST_TITLE).describe('What will have changed when it is reached.'),
  weight: z.number().min(0).max(LARGEST_WEIGHT).default(1).describe('How much it counts beside the others.'),
  owner: email.optional().describe('The e-mail address of a colleague; the objective’s owner without it.'),
  kpi: line(LONGEST_KPI).optional().describe('The key of the KPI that it follows.'),
}
const measured = {
  start: amount.default(0),
  target: amount,
  direction: z
    .enum(['up', 'down'])
    .optional()
    .describe('Counts where start and target are the same: a level to be held.'),
}
const Body = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('numeric'), ...common, ...measured, unit: line(LONGEST_UNIT).optional() }),
    z.strictObject({ kind: z.literal('percent'), ...common, ...measured }),
    z.strictObject({ kind: z.literal('milestone'), ...common, steps: z.array(step).min(1).max(MOST_STEPS) }),
  ])
  .meta({
    examples: [
      { kind: 'numeric', objective: 'O-3', title: 'Paying customers', target: 500, unit: 'customers' },
      { kind: 'percent', objective: 'O-3', title: '激活率', start: '30%', target: '60%', owner: 'mei@acme.example' },
      { kind: 'milestone', objective: 'O-3', title: 'Launch', steps: ['Plan', 'Build', 'Launch'] },
    ],
  })
type Body = z.infer<typeof Body>

export const addKeyResultByApi = apiCall<Body>({
  does: 'Adds a key result to an objective.',
  body: Body,
  answer: KeyResultShape,
  run: async (ctx, body) => {
    const asker = program(ctx)
    const known = await openObjective(ctx, body.objective)
    if (!known) throw new FieldErrors({ objective: sentences.noObjective(writeObjective(numberIn(body.objective))) })
    const objective = await holdOpen(asker, known.id)
    mustBeLive(asker, objective)
    const { keyResult } = await addKeyResult(asker, objective, await readTerms(ctx, body, objective))
    return describeKeyResult(ctx, keyResult.id)
  },
})

/** By the rules of the form. */
async function readTerms(ctx: Context, body: Body, objective: Objective): Promise<OwnedTerms> {
  const { terms, errors } = readKeyResult(valuesOf(body), 'en')
  const all: Errors = { ...errors, ...weightProblems(program(ctx), terms, { objective }) }
  const ownerId = body.owner === undefined ? objective.ownerId : await colleagueWith(ctx, body.owner)
  if (!ownerId) all.owner = formWords.en.ownerGone
  if (!ownerId || Object.keys(all).length > 0) throw new FieldErrors(all)
  return { ...terms, ownerId }
}

async function colleagueWith(ctx: Context, address: string): Promise<string | undefined> {
  return (await peopleWith(ctx, address)).find(isColleague)?.id
}

function valuesOf(body: Body): FormValues {
  const { kind, title, weight, kpi = '' } = body
  const about = { kind, title, weight: typed(weight), kpi }
  if (kind === 'milestone') return { ...about, steps: body.steps.join('\n') }
  const { start, target, direction = '' } = body
  return {
    ...about,
    start: typed(start),
    target: typed(target),
    direction,
    unit: kind === 'numeric' ? (body.unit ?? '') : '',
  }
}

/** A number as it would be typed, without the noise of binary fractions. */
const typed = (said: number | string): string => (typeof said === 'number' ? String(exact(said)) : said)
