import { record } from '../../../audit/record.ts'
import { UserError } from '../../../errors.ts'
import { policiesOf, policyById } from '../../../escalation/store/policies.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { replanClocks } from '../clocks/replan.ts'
import { planWeekly } from '../report/weekly.ts'
import { changeSettings, type Settings, settingsOf } from '../store/settings.ts'
import { mustBeAdmin } from './admins.ts'
import { settingsCard } from './cards/settings-card.ts'
import { settingsForm } from './cards/settings-form.ts'
import { settingsWords } from './messages/settings.ts'
import { readSettings } from './read-settings.ts'
import { holdSettings } from './store/hold-settings.ts'

/** Until something has been set up, the administrator's own zone is the likeliest. */
export async function askForSettings(ctx: Asking): Promise<Reply> {
  mustBeAdmin(ctx)
  const { db, workspace, actor, locale } = ctx
  const settings = plain(await settingsOf(db, workspace.id))
  const isNew =
    settings.triageChannelId === null && settings.dutyOwnerId === null && settings.calendar.timeZone === 'UTC'
  const shown = isNew ? { ...settings, calendar: { ...settings.calendar, timeZone: actor.timeZone } } : settings
  const policies = await policiesOf(db, workspace.id)
  return ask(settingsForm(locale, { settings: shown, policies, context: JSON.stringify(settings) }))
}

export async function saveSettings(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeAdmin(ctx)
  const { db, workspace, locale } = ctx
  const words = settingsWords[locale]
  const wanted = plain(await readSettings(ctx, values))
  await holdSettings(db, workspace.id)
  const before = plain(await settingsOf(db, workspace.id))
  if (JSON.stringify(before) !== context) throw new UserError(words.stale)
  if (JSON.stringify(wanted) === context) return shown(ctx, wanted, { news: words.same, isReplanned: false })

  await changeSettings(db, workspace.id, wanted)
  const subject = `workspace:${workspace.id}`
  await record(ctx, {
    action: 'complaint.settings-changed',
    subject,
    detail: { before: asJson(before), after: asJson(wanted) },
  })
  const hasNewHours = JSON.stringify(before.calendar) !== JSON.stringify(wanted.calendar)
  const isReplanned = hasNewHours && (await replanClocks(ctx)) > 0
  await planWeekly(ctx)
  return shown(ctx, wanted, { news: words.saved, isReplanned })
}

async function shown(ctx: Asking, settings: Settings, said: { news: string; isReplanned: boolean }): Promise<Reply> {
  const { db, workspace } = ctx
  const { triageChannelId, dutyOwnerId, policyId } = settings
  const triage = triageChannelId ? await db.channel.findUnique({ where: { id: triageChannelId } }) : null
  const duty = dutyOwnerId ? await memberById(db, workspace.id, dutyOwnerId) : null
  const policy = policyId ? await policyById(db, workspace.id, policyId) : null
  return show(
    settingsCard(ctx.locale, {
      settings,
      triage: triage && { id: triage.id, name: triage.name.replace(/^#/, '') },
      duty: duty?.name ?? null,
      policy: policy?.name ?? null,
      workspace: workspace.name,
      ...said,
    }),
  )
}

/** In one order, so that two can be compared as they are written; nothing else of the row. */
const plain = ({
  triageChannelId,
  dutyOwnerId,
  calendar,
  companyName,
  customerLocale,
  policyId,
}: Settings): Settings => ({
  triageChannelId,
  dutyOwnerId,
  calendar: {
    timeZone: calendar.timeZone,
    days: calendar.days,
    spans: calendar.spans.map(({ start, end }) => ({ start, end })),
    holidays: calendar.holidays,
  },
  companyName,
  customerLocale,
  policyId,
})

const asJson = (settings: Settings) => JSON.parse(JSON.stringify(settings))
