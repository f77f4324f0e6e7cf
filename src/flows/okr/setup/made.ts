import type { Block, Button } from '../../../chat/card.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { show } from '../../../flow.ts'
import { keyResultName, objectiveName, progressWords, scoreWords } from '../cards/lines.ts'
import { USUAL_KEY_RESULTS } from '../limits.ts'
import { standingsOf } from '../standing.ts'
import { isLive, type Objective } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { doneWords } from './messages/done.ts'

/** Says what was done, shows the objective as it stands now, and what can be done next. */
export async function made(
  ctx: Asking,
  objective: Objective,
  said: string,
  hints: readonly string[] = [],
): Promise<Reply> {
  const words = doneWords[ctx.locale]
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const [standing] = await standingsOf(ctx.db, [objective], { now: ctx.now, settings })
  const items = (standing?.keyResults ?? []).map(
    (one) => `${keyResultName(one.keyResult)} · ${progressWords(ctx.locale, one)} · ${scoreWords(ctx.locale, one)}`,
  )
  const blocks: Block[] = [
    { kind: 'text', style: 'heading', text: objectiveName(objective) },
    ...(standing ? [{ kind: 'text' as const, text: scoreWords(ctx.locale, standing) }] : []),
    ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
  ]
  const buttons: Button[] = [
    { label: words.addKeyResult, action: 'okr.kr', value: objective.id, style: 'primary' },
    { label: words.edit, action: 'okr.edit', value: objective.id },
  ]
  return show(noteCard(ctx.locale, said, { tone: 'good', blocks, hints, buttons: isLive(objective) ? buttons : [] }))
}

/** Three to five key results work best: said when one is added, in one sentence or none. */
export function howMany(ctx: Asking, { keyResults }: Objective): string[] {
  const words = doneWords[ctx.locale]
  const count = keyResults.filter(isLive).length
  if (count < USUAL_KEY_RESULTS.least) return [words.fewer(count)]
  return count > USUAL_KEY_RESULTS.most ? [words.more(count)] : []
}
