import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { gradeWords, riskName } from '../cards/lines.ts'
import { refusals } from '../messages/refusals.ts'
import { type Assessment, assessmentsOf } from '../store/assessments.ts'
import type { Risk } from '../store/risks.ts'
import { lookWords } from './messages/looking.ts'

const MOST_SHOWN = 30

/** Every assessment, the latest first, with what it moved from, who made it and why. */
export async function history(ctx: Asking, risk: Risk): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const all = await assessmentsOf(ctx.db, risk.id)
  const title = words.historyTitle(riskName(risk))
  if (all.length === 0) return show(noteCard(ctx.locale, words.historyEmpty(risk.number), { title }))
  const people = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(all.flatMap(({ byId }) => byId ?? []))])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const items = all.map((one, at) => lineOf(ctx, one, { before: all.slice(0, at).findLast(isKind(one)), names }))
  const blocks = [{ kind: 'list' as const, items: items.toReversed().slice(0, MOST_SHOWN) }]
  const more =
    items.length > MOST_SHOWN ? [{ kind: 'context' as const, text: words.earlier(items.length - MOST_SHOWN) }] : []
  return show({ locale: ctx.locale, title, summary: title, blocks: [...blocks, ...more] })
}

const isKind =
  ({ kind }: Assessment) =>
  (one: Assessment): boolean =>
    one.kind === kind

type Around = { before: Assessment | undefined; names: ReadonlyMap<string, string> }

function lineOf(ctx: Asking, one: Assessment, { before, names }: Around): string {
  const words = lookWords[ctx.locale]
  const who = (one.byId && names.get(one.byId)) || refusals[ctx.locale].somebody
  const at = sayDateTime(toInstant(one.at), ctx.actor.timeZone, ctx.locale)
  const grade = gradeWords(ctx.locale, one)
  const moved = before ? words.moved(gradeWords(ctx.locale, before), grade) : grade
  const said = words.historyLine(words[one.kind], moved, { who, at })
  return one.why ? `${said} · ${words.why(one.why)}` : said
}
