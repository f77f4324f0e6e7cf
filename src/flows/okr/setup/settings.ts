import { record } from '../../../audit/record.ts'
import { sayCountry } from '../../../calendar/countries.ts'
import { sayDays } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { policiesOf } from '../../../escalation/store/policies.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { mustBeAdmin } from '../authority.ts'
import { classNames } from '../messages/classes.ts'
import { refusals } from '../messages/refusals.ts'
import { planDigest } from '../rhythm/digest.ts'
import { letGoOfTheNeverDue } from '../rhythm/never-due.ts'
import { replanAll } from '../rhythm/plan-round.ts'
import { changeSettings, holdSettings, type Settings, settingsOf } from '../store/settings.ts'
import { mustBeColleague } from '../which.ts'
import { settingsForm } from './cards/settings-form.ts'
import { settingsWords } from './messages/settings.ts'
import { readSettings } from './read-settings.ts'

/** `/okr settings`. Until something has been set up, the administrator's own zone is the likeliest. */
export async function askForSettings(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  mustBeAdmin(ctx)
  const settings = plain(await settingsOf(ctx.db, ctx.workspace.id))
  const isNew =
    settings.timeZone === 'UTC' && (await ctx.db.okrCycle.count({ where: { workspaceId: ctx.workspace.id } })) === 0
  const shown = isNew ? { ...settings, timeZone: ctx.actor.timeZone } : settings
  const policies = await policiesOf(ctx.db, ctx.workspace.id)
  return ask(settingsForm(ctx.locale, { settings: shown, policies, context: JSON.stringify(settings) }))
}

export async function saveSettings(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeColleague(ctx)
  mustBeAdmin(ctx)
  const wanted = plain(await readSettings(ctx, values))
  await holdSettings(ctx.db, ctx.workspace.id)
  const before = plain(await settingsOf(ctx.db, ctx.workspace.id))
  if (JSON.stringify(before) !== context) throw new UserError(refusals[ctx.locale].stale)
  if (JSON.stringify(wanted) === context) return show(await settingsCard(ctx, wanted, settingsWords[ctx.locale].same))

  await changeSettings(ctx.db, ctx.workspace.id, wanted)
  const detail = { before: { ...before }, after: { ...wanted } }
  await record(ctx, { action: 'okr.settings-changed', subject: `workspace:${ctx.workspace.id}`, detail })
  if (wanted.every === 'never') await letGoOfTheNeverDue(ctx)
  await replanAll(ctx)
  await planDigest(ctx)
  return show(await settingsCard(ctx, wanted, settingsWords[ctx.locale].saved))
}

async function settingsCard({ db, locale }: Asking, settings: Settings, said: string): Promise<Card> {
  const words = settingsWords[locale]
  const { every, day, time, workingDays, timeZone, holidays, nudgeAfter, leadAfter, managerAfter, whenAway } = settings
  const rhythm =
    every === 'never' ? words.usualNever : words.rhythmOf(classNames[locale].every[every], sayDays([day], locale), time)
  const { digestChannelId: id } = settings
  const digest = id ? await db.channel.findUnique({ where: { id } }) : null
  const facts = [
    { label: words.rhythm, value: rhythm },
    { label: words.zone, value: timeZone },
    { label: words.days, value: sayDays(workingDays, locale) },
    ...(holidays ? [{ label: words.holidays, value: sayCountry(holidays, locale) }] : []),
    { label: words.nudge, value: words.afterDays(nudgeAfter) },
    { label: words.lead, value: words.afterDays(leadAfter) },
    { label: words.manager, value: words.afterDays(managerAfter) },
    { label: words.away, value: words.aways[whenAway] },
    { label: words.digest, value: digest ? [{ channel: digest.id, name: digest.name.replace(/^#/, '') }] : words.none },
  ]
  const buttons = [{ label: words.edit, action: 'okr.settings' }]
  return noteCard(locale, said, { title: words.title, tone: 'good', blocks: [{ kind: 'facts', facts }], buttons })
}

/** In one order, so that two can be compared as they are written. */
const plain = (settings: Settings): Settings => ({
  fiscalStart: settings.fiscalStart,
  timeZone: settings.timeZone,
  workingDays: settings.workingDays,
  holidays: settings.holidays,
  every: settings.every,
  day: settings.day,
  time: settings.time,
  freshDays: settings.freshDays,
  nudgeAfter: settings.nudgeAfter,
  leadAfter: settings.leadAfter,
  managerAfter: settings.managerAfter,
  policyId: settings.policyId,
  whenAway: settings.whenAway,
  digestChannelId: settings.digestChannelId,
})
