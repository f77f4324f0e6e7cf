import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { namesChanged } from '../../../links/links.ts'
import { mustBeColleague, mustChange } from '../authority.ts'
import { editKpiForm, LONGEST_NAME, newKpiForm } from '../cards/kpi-form.ts'
import { kpiWords } from '../messages/kpis.ts'
import { changeKpi, type Kpi, whole } from '../store/kpis.ts'
import { holdSettings } from '../store/settings.ts'
import { subjectOf } from '../subject.ts'
import { kpiCardFor } from '../views/show.ts'
import { endAlerts, retell } from '../watch/retell.ts'
import { forgetSilence } from '../watch/silence.ts'
import { holdLive } from '../which.ts'
import { readKpi } from './read-kpi.ts'

/** `/kpi new`, `/kpi new Orders in time`. */
export async function askForKpi(ctx: Asking, line?: CommandLine | string): Promise<Reply> {
  mustBeColleague(ctx)
  const name = typeof line === 'object' ? line.text.trim().slice(0, LONGEST_NAME) : ''
  return ask(newKpiForm(ctx.locale, { ownerId: ctx.actor.id, ...(name && { name }) }))
}

export async function createKpi(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeColleague(ctx)
  await holdSettings(ctx.db, ctx.workspace.id)
  const terms = await readKpi(ctx, values)
  const data = { ...terms, workspaceId: ctx.workspace.id, createdAt: toDate(ctx.now), createdById: ctx.actor.id }
  const kpi = whole(await ctx.db.kpi.create({ data }))
  const { name: _, ...detail } = terms
  await record(ctx, { action: 'kpi.created', subject: `kpi:${kpi.id}`, detail })
  return show(await kpiCardFor(ctx, kpi, kpiWords[ctx.locale].created(kpi.key)))
}

export async function askToEdit(ctx: Asking, kpi: Kpi): Promise<Reply> {
  await mustChange(ctx, await holdLive(ctx, kpi.id))
  return ask(editKpiForm(ctx.locale, kpi))
}

export async function saveKpi(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = kpiWords[ctx.locale]
  await holdSettings(ctx.db, ctx.workspace.id)
  const before = await holdLive(ctx, context)
  await mustChange(ctx, before)
  if (String(before.version) !== context.split(' ')[1]) throw new UserError(words.stale)
  const terms = await readKpi(ctx, values, before)
  const changed = Object.entries(terms).filter(([key, value]) => before[key as keyof Kpi] !== value)
  if (changed.length === 0) return show(await kpiCardFor(ctx, before, words.same))

  const after = await changeKpi(ctx.db, before.id, terms)
  const isText = (key: string) => key === 'name'
  const detail = Object.fromEntries(
    changed.map(([key, value]) => [key, isText(key) ? 'changed' : String(value ?? '–')]),
  )
  await record(ctx, { action: 'kpi.changed', subject: `kpi:${after.id}`, detail })
  await retell(ctx, after)
  if (after.key !== before.key || after.name !== before.name) await namesChanged(ctx, [subjectOf(after)])
  return show(await kpiCardFor(ctx, after, words.saved(after.key)))
}

/** Asks first: it cannot be taken back. */
export async function askToArchive(ctx: Asking, kpi: Kpi): Promise<Reply> {
  const words = kpiWords[ctx.locale]
  await mustChange(ctx, await holdLive(ctx, kpi.id))
  const button = { label: words.archive, action: 'kpi.archive-for-good', value: kpi.id, style: 'danger' as const }
  return show(noteCard(ctx.locale, words.archiveAsk(kpi.name), { tone: 'warning', buttons: [button] }))
}

export async function archiveForGood(ctx: Asking, id: string): Promise<Reply> {
  const kpi = await holdLive(ctx, id)
  await mustChange(ctx, kpi)
  await changeKpi(ctx.db, kpi.id, { archivedAt: toDate(ctx.now) })
  await record(ctx, { action: 'kpi.archived', subject: `kpi:${kpi.id}` })
  await forgetSilence(ctx, kpi.id)
  await endAlerts(ctx, kpi)
  return show(noteCard(ctx.locale, kpiWords[ctx.locale].archived(kpi.name)))
}
