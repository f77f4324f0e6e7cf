import type { Block, Card } from '../../../chat/card.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { checkInWords, keyResultName, objectiveName, progressWords, scoreWords } from '../cards/lines.ts'
import { type ObjectiveStanding, type Standing, standingsOf } from '../standing.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { updateWords } from './messages/update.ts'
import { dueAmong, liveOf } from './store/mine.ts'

const MOST_SHOWN = 12

type Row = { standing: Standing; objective: ObjectiveStanding; isDue: boolean }

/** My key results, those that are due first, each with its form. */
export async function listDue(ctx: Asking): Promise<Reply> {
  const mine = await liveOf(ctx.db, ctx.workspace.id, [ctx.actor.id])
  const words = updateWords[ctx.locale]
  if (mine.length === 0) return show(noteCard(ctx.locale, words.nothing, { hints: [words.nothingNext] }))
  const due = await dueAmong(
    ctx.db,
    mine.map(({ id }) => id),
  )
  const rows = await rowsOf(ctx, mine, due)
  return show(dueCard(ctx, rows, due.size))
}

async function rowsOf(ctx: Asking, mine: readonly KeyResultWithObjective[], due: ReadonlySet<string>): Promise<Row[]> {
  const objectives = [...new Map(mine.map(({ objective }) => [objective.id, objective])).values()]
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const standings = await standingsOf(ctx.db, objectives, { now: ctx.now, settings })
  const ids = new Set(mine.map(({ id }) => id))
  const rows = standings.flatMap((objective) =>
    objective.keyResults.flatMap((standing) =>
      ids.has(standing.keyResult.id) ? { standing, objective, isDue: due.has(standing.keyResult.id) } : [],
    ),
  )
  return rows.toSorted((a, b) => Number(b.isDue) - Number(a.isDue))
}

function dueCard({ locale }: Asking, rows: readonly Row[], due: number): Card {
  const words = updateWords[locale]
  const shown = rows.slice(0, MOST_SHOWN)
  const blocks = shown.flatMap(({ standing, objective, isDue }): Block[] => {
    const { keyResult } = standing
    const name = isDue ? `${keyResultName(keyResult)} (${words.due})` : keyResultName(keyResult)
    const lines = [
      objectiveName(objective.objective),
      `${progressWords(locale, standing)} · ${scoreWords(locale, standing)}`,
      checkInWords(locale, standing),
    ]
    return [
      { kind: 'text', style: 'heading', text: name },
      { kind: 'text', text: lines.join('\n') },
      { kind: 'buttons', buttons: [{ label: words.checkIn, action: 'okr.check-in', value: keyResult.id }] },
    ]
  })
  const left = rows.length - shown.length
  const more: Block[] = left > 0 ? [{ kind: 'context', text: words.more(left) }] : []
  return { locale, title: words.listTitle, summary: words.listSummary(due), blocks: [...blocks, ...more] }
}
