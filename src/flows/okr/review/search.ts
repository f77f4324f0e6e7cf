import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { shortened } from '../../../chat/shortened.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { objectiveName } from '../cards/lines.ts'
import { sayScore } from '../rules/score.ts'
import { onlyVisible } from '../sight.ts'
import { type Objective, objectivesBy } from '../store/objectives.ts'
import { lookWords } from '../views/messages/looking.ts'
import { cycleMeant, mustBeColleague, objectiveOf } from '../which.ts'
import { reviewCard } from './cards/review-card.ts'
import { reviewOf, standingNow } from './held.ts'
import { reviewWords } from './messages/review.ts'
import { reviewsWith } from './store/reviews.ts'

const MOST_SHOWN = 10
const LONGEST_SEARCH = 200
const LONGEST_LABEL = 70

/** `/okr reviews`, `… customers cycle:"2026 Q3" @ben`: the newest first. */
export async function searchReviews(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  if (line.text.length > LONGEST_SEARCH) throw new UserError(lookWords[ctx.locale].tooLong(LONGEST_SEARCH))
  const words = reviewWords[ctx.locale]
  const { cycle: english, 周期: named = english, ...rest } = line.options
  const cycle = named ? await cycleMeant(ctx, named) : null
  const terms = [...line.words, ...Object.entries(rest).map(([key, value]) => `${key}:${value}`)]
  const ids = await reviewsWith(ctx.db, ctx.workspace.id, { terms, ownerIds: line.people, cycleId: cycle?.id ?? null })
  const written = await objectivesBy(ctx.db, { workspaceId: ctx.workspace.id, id: { in: ids } })
  const found = (await onlyVisible(ctx.db, ctx.actor, written)).toReversed()
  if (found.length === 0) return show(noteCard(ctx.locale, words.foundNothing))
  const shown = found.slice(0, MOST_SHOWN)
  const left = found.length - shown.length
  const items = await Promise.all(shown.map((objective) => lineOf(ctx, objective)))
  return show(
    noteCard(ctx.locale, words.foundTitle, {
      blocks: [{ kind: 'list', items }],
      hints: left > 0 ? [words.more(left)] : [],
      buttons: shown.map(({ id, number, title }) => ({
        label: shortened(objectiveName({ number, title }), LONGEST_LABEL),
        action: 'okr.show-review',
        value: id,
      })),
    }),
  )
}

export async function showReview(ctx: Asking, value: string): Promise<Reply> {
  const objective = await objectiveOf(ctx, value)
  const review = await reviewOf(ctx, objective.id)
  if (!review) throw new UserError(reviewWords[ctx.locale].foundNothing)
  return show(reviewCard(ctx.locale, { standing: await standingNow(ctx, objective), review }))
}

async function lineOf(ctx: Asking, objective: Objective): Promise<string> {
  const { score } = await standingNow(ctx, objective)
  const said = score === null ? '–' : sayScore(score)
  return reviewWords[ctx.locale].foundLine(objectiveName(objective), objective.cycle.name, said)
}
