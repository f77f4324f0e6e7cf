import type { Temporal } from 'temporal-polyfill'
import { record } from '../../audit/record.ts'
import { type AuditEntry, countTrail, trailOf } from '../../audit/trail.ts'
import { verifyAudit } from '../../audit/verify.ts'
import { occurrenceOn } from '../../calendar/occurrences.ts'
import { readDate } from '../../calendar/read-date.ts'
import { sayDateRange } from '../../calendar/say.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { csvOf } from '../../chat/csv.ts'
import { noteCard } from '../../chat/note-card.ts'
import { UserError } from '../../errors.ts'
import { type Asking, nothing, type Reply, show } from '../../flow.ts'
import { say } from '../../outbox/say.ts'
import { isAdmin, isColleague, membersByIds, memberZoneToday } from '../../people/members.ts'
import { holds } from '../../people/roles.ts'
import { auditWords } from './messages/audit.ts'

const MOST_ENTRIES = 20_000
/** Where no days were named. */
const USUAL_DAYS = 30
const COLUMNS = ['seq', 'at', 'by', 'by_id', 'source', 'action', 'subject', 'detail', 'hash']

/** `/ops audit`, `/ops audit 2026-03-01 2026-03-31`: what was done by whom, as a file, privately; it is said whether the chain is whole. */
export async function exportAudit(ctx: Asking, { words: typed }: CommandLine): Promise<Reply> {
  const words = auditWords[ctx.locale]
  if (!isColleague(ctx.actor) || !(isAdmin(ctx.actor) || holds(ctx.actor, 'audit')))
    throw new UserError(words.readersOnly)
  const { from, to } = daysMeant(ctx, typed)
  const span = { from: startOf(ctx, from), to: startOf(ctx, to.add({ days: 1 })) }
  const count = await countTrail(ctx.db, ctx.workspace.id, span)
  if (count === 0) throw new UserError(words.nothing)
  if (count > MOST_ENTRIES) throw new UserError(words.tooMany(count, MOST_ENTRIES))

  const entries = await trailOf(ctx.db, ctx.workspace.id, span)
  const { entries: sealed, brokenAt } = await verifyAudit(ctx.db, ctx.workspace.id)
  const verdict = brokenAt === null ? words.whole(sealed) : words.broken(String(brokenAt))
  const said = words.exported(count, sayDateRange(from, to, ctx.locale))
  await say(ctx, {
    key: `ops/audit/${ctx.actor.id}/${ctx.now.epochMilliseconds}`,
    to: { person: ctx.actor.id },
    card: noteCard(ctx.locale, said, { tone: brokenAt === null ? 'plain' : 'bad', hints: [verdict] }),
    file: { name: `audit-${from.toString()}-${to.toString()}.csv`, text: await csvFor(ctx, entries) },
  })
  const detail = { from: from.toString(), to: to.toString(), count }
  await record(ctx, { action: 'ops.audit-exported', subject: `workspace:${ctx.workspace.id}`, detail })
  return ctx.channel ? show(noteCard(ctx.locale, words.onItsWay)) : nothing
}

type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate }

function daysMeant({ actor, now, locale }: Asking, typed: readonly string[]): Days {
  const words = auditWords[locale]
  const today = memberZoneToday(actor, now)
  const [first, last] = typed.slice(0, 2).map((word) => {
    const date = readDate(word, today)
    if (!date) throw new UserError(words.unread(word.slice(0, 40)))
    return date
  })
  const to = last ?? today
  const from = first ?? to.subtract({ days: USUAL_DAYS })
  if (from.since(to).sign > 0) throw new UserError(words.turned)
  return { from, to }
}

const startOf = ({ actor }: Asking, date: Temporal.PlainDate): Temporal.Instant =>
  occurrenceOn(date, '00:00', actor.timeZone)

async function csvFor(ctx: Asking, entries: readonly AuditEntry[]): Promise<string> {
  const ids = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))]
  const names = new Map((await membersByIds(ctx.db, ctx.workspace.id, ids)).map(({ id, name }) => [id, name]))
  const rows = entries.map(({ seq, at, actorId, source, action, subject, detail, hash }) => [
    ...[seq === null ? '' : String(seq), at.toISOString(), names.get(actorId ?? '') ?? '', actorId ?? ''],
    ...[source, action, subject, JSON.stringify(detail), hash ?? ''],
  ])
  return csvOf([COLUMNS, ...rows])
}
