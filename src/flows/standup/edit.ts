import { record } from '../../audit/record.ts'
import { toDate } from '../../calendar/instant.ts'
import { FieldErrors } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { editForm } from './cards/settings-form.ts'
import { standupCard } from './cards/standup-card.ts'
import { changesOf } from './changes.ts'
import { checkedSettings } from './check-settings.ts'
import { takeOutOfOpenRuns } from './departures.ts'
import { tellNewLead } from './lead.ts'
import { planNext } from './meetings.ts'
import { refusals } from './messages/refusals.ts'
import { settingsWords } from './messages/settings.ts'
import { mustLead } from './permissions.ts'
import { describe } from './show.ts'
import { lastEditor } from './store/changes.ts'
import { openRunsOf } from './store/runs.ts'
import { changeStandup } from './store/settings.ts'
import { lockStandup, type Standup } from './store/standups.ts'

export async function askForEdit(ctx: Asking, standup: Standup): Promise<Reply> {
  await mustLead(ctx, standup)
  return ask(editForm(ctx.locale, standup))
}

/** Two people who edit at once: the second is told, and nothing of the first is overwritten. */
export async function saveEdit(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const before = await lockedVersion(ctx, context)
  await mustLead(ctx, before)
  const settings = await checkedSettings(ctx, values, { id: before.id })
  const changes = changesOf(before, settings)
  if (changes.length === 0) return reply(ctx, before, settingsWords[ctx.locale].same(before.name))

  const gone = before.participants.map(({ memberId }) => memberId).filter((id) => !settings.memberIds.includes(id))
  await takeOutOfOpenRuns(ctx, before.id, gone)
  const standup = await changeStandup(ctx.db, before, { settings, at: toDate(ctx.now) })
  await planNext(ctx, standup)
  await record(ctx, { action: 'standup.edited', subject: `standup:${standup.id}`, detail: { changes } })
  if (standup.leadId !== before.leadId) await tellNewLead(ctx, standup, ctx.actor)
  return reply(ctx, standup, settingsWords[ctx.locale].saved(standup.name))
}

async function lockedVersion(ctx: Asking, context: string): Promise<Standup> {
  const say = refusals[ctx.locale]
  const [id = '', version] = context.split(' ')
  const standup = await lockStandup(ctx.db, ctx.workspace.id, id)
  if (!standup) throw new FieldErrors({ '': say.gone })
  if (standup.state === 'deleted') throw new FieldErrors({ '': say.deleted(standup.name) })
  if (standup.version === Number(version)) return standup
  const who = await lastEditor(ctx.db, ctx.workspace.id, id)
  throw new FieldErrors({ '': who ? say.staleBy(who, standup.name) : say.stale(standup.name) })
}

async function reply(ctx: Asking, standup: Standup, said: string): Promise<Reply> {
  const words = settingsWords[ctx.locale]
  const isOn = (await openRunsOf(ctx.db, [standup.id])).length > 0
  const hint = isOn ? { hint: words.openRunKeeps } : {}
  return show(standupCard(ctx.locale, { ...(await describe(ctx, standup)), said, ...hint }))
}
