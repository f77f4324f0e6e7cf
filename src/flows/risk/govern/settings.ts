import { LEVELS } from '../../../alerts/rules/levels.ts'
import { record } from '../../../audit/record.ts'
import { sayDays } from '../../../calendar/say.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Text } from '../../../chat/text.ts'
import { UserError } from '../../../errors.ts'
import { policiesOf } from '../../../escalation/store/policies.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { mustBeSecondLine } from '../authority.ts'
import { refusals } from '../messages/refusals.ts'
import { everyOf } from '../rules/review-rhythm.ts'
import { changeSettings, holdRegister, type Settings, settingsOf } from '../store/settings.ts'
import { RHYTHMS, settingsForm } from './cards/settings-form.ts'
import { settingsWords } from './messages/settings.ts'
import { readSettings, type Wanted } from './read-settings.ts'

/** `/risk settings`. Until something has been entered, the asker's own zone is the likeliest. */
export async function askForSettings(ctx: Asking): Promise<Reply> {
  mustBeSecondLine(ctx)
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const isNew =
    settings.timeZone === 'UTC' && (await ctx.db.risk.count({ where: { workspaceId: ctx.workspace.id } })) === 0
  const shown = isNew ? { ...settings, timeZone: ctx.actor.timeZone } : settings
  const policies = await policiesOf(ctx.db, ctx.workspace.id)
  return ask(settingsForm(ctx.locale, { settings: shown, policies, context: written(settings) }))
}

export async function saveSettings(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeSecondLine(ctx)
  const words = settingsWords[ctx.locale]
  const wanted = await readSettings(ctx, values)
  await holdRegister(ctx.db, ctx.workspace.id)
  const before = await settingsOf(ctx.db, ctx.workspace.id)
  if (written(before) !== context) throw new UserError(refusals[ctx.locale].stale)
  if (written(wanted) === context) return settingsCard(ctx, wanted, words.same)

  await changeSettings(ctx.db, ctx.workspace.id, wanted)
  const detail = { before: plain(before), after: plain(wanted) }
  await record(ctx, { action: 'risk.settings-changed', subject: `workspace:${ctx.workspace.id}`, detail })
  return settingsCard(ctx, wanted, words.saved)
}

async function settingsCard({ db, locale }: Asking, settings: Wanted, said: string): Promise<Reply> {
  const words = settingsWords[locale]
  const { channelId: id } = settings
  const channel = id ? await db.channel.findUnique({ where: { id } }) : null
  const place: Text = channel ? [{ channel: channel.id, name: channel.name.replace(/^#/, '') }] : words.none
  const facts = [
    ...LEVELS.toReversed().map((level, at) => ({
      label: words[RHYTHMS[at] ?? 'reviewLow'],
      value: words.every[everyOf(level, settings)],
    })),
    { label: words.zone, value: settings.timeZone },
    { label: words.days, value: sayDays(settings.workingDays, locale) },
    { label: words.holidays, value: settings.holidays ?? words.none },
    { label: words.channel, value: place },
  ]
  const buttons = [{ label: words.edit, action: 'risk.settings' }]
  return show(noteCard(locale, said, { title: words.title, tone: 'good', blocks: [{ kind: 'facts', facts }], buttons }))
}

/** In one order, so that two can be compared as they are written. */
const plain = (settings: Wanted) => ({
  ...{ timeZone: settings.timeZone, workingDays: settings.workingDays, holidays: settings.holidays },
  ...{ reviewCritical: settings.reviewCritical, reviewHigh: settings.reviewHigh },
  ...{ reviewModerate: settings.reviewModerate, reviewLow: settings.reviewLow },
  ...{ policyId: settings.policyId, channelId: settings.channelId },
})
const written = (settings: Wanted | Settings): string => JSON.stringify(plain(settings))
