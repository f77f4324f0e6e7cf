import { LEVELS } from '../../alerts/rules/levels.ts'
import { changeSettings, holdAlerts, type Settings, settingsOf } from '../../alerts/store/settings.ts'
import { record } from '../../audit/record.ts'
import type { Card } from '../../chat/card.ts'
import { nearestLocale } from '../../chat/locale.ts'
import { noteCard } from '../../chat/note-card.ts'
import type { Channel } from '../../database/types.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { policiesOf } from '../../escalation/store/policies.ts'
import { type Asking, ask, type Context, type Reply, type Submission, show } from '../../flow.ts'
import { say } from '../../outbox/say.ts'
import { adminsOf, isAdmin } from '../../people/members.ts'
import { mustBeColleague } from './authority.ts'
import { LARGEST_STORM, settingsForm } from './cards/settings-form.ts'
import { settingsWords } from './messages/settings.ts'

export async function askForSettings(ctx: Asking): Promise<Reply> {
  mustDecide(ctx)
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const policies = await policiesOf(ctx.db, ctx.workspace.id)
  return ask(settingsForm(ctx.locale, { settings, policies, context: written(settings) }))
}

export async function saveSettings(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustDecide(ctx)
  const words = settingsWords[ctx.locale]
  const wanted = await readSettings(ctx, values)
  await holdAlerts(ctx.db, ctx.workspace.id)
  const before = await settingsOf(ctx.db, ctx.workspace.id)
  if (written(before) !== context) throw new UserError(words.stale)
  if (written(wanted) === context) return show(await settingsCard(ctx, wanted, words.same))

  await changeSettings(ctx.db, ctx.workspace.id, wanted)
  const detail = { before: { ...before }, after: { ...wanted } }
  await record(ctx, { action: 'alert.settings-changed', subject: `workspace:${ctx.workspace.id}`, detail })
  return show(await settingsCard(ctx, wanted, words.saved))
}

/** Alerts lose the place where they are posted; an administrator hears of it. */
export async function channelClosed(ctx: Context, channel: Channel): Promise<void> {
  if ((await settingsOf(ctx.db, ctx.workspace.id)).channelId !== channel.id) return
  await changeSettings(ctx.db, ctx.workspace.id, { channelId: null })
  for (const admin of await adminsOf(ctx.db, ctx.workspace.id)) {
    const locale = nearestLocale(admin.locale)
    const words = settingsWords[locale]
    const buttons = [{ label: words.edit, action: 'alert.settings' }]
    await say(ctx, {
      key: `alert/channel-closed/${channel.id}/${ctx.now.epochMilliseconds}/${admin.id}`,
      to: { person: admin.id },
      card: noteCard(locale, words.channelClosed(channel.name.replace(/^#/, '')), { tone: 'warning', buttons }),
    })
  }
}

/** Administrators and the second line. */
function mustDecide(ctx: Asking): void {
  mustBeColleague(ctx)
  if (!isAdmin(ctx.actor) && !ctx.actor.roles.includes('risk')) throw new UserError(settingsWords[ctx.locale].notYours)
}

async function readSettings(ctx: Asking, values: Submission['values']): Promise<Settings> {
  const words = settingsWords[ctx.locale]
  const textOf = (field: string) => (typeof values[field] === 'string' ? values[field].trim() : '')
  const policies = new Set((await policiesOf(ctx.db, ctx.workspace.id)).map(({ id }) => id))
  const typed = textOf('storm').normalize('NFKC')
  const stormAfter = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  const channelId = textOf('channel') || null
  const where = { id: channelId ?? '', workspaceId: ctx.workspace.id, closedAt: null }
  const isUsable = channelId === null || (await ctx.db.channel.count({ where })) > 0
  const strange = LEVELS.filter((level) => textOf(level) !== '' && !policies.has(textOf(level)))
  const errors = {
    ...(isUsable ? {} : { channel: words.channelWrong }),
    ...(stormAfter >= 1 && stormAfter <= LARGEST_STORM ? {} : { storm: words.stormWrong }),
    ...Object.fromEntries(strange.map((level) => [level, words.policyWrong])),
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  const chosen = (level: (typeof LEVELS)[number]) => textOf(level) || null
  return {
    ...{ channelId, stormAfter, lowPolicyId: chosen('low'), moderatePolicyId: chosen('moderate') },
    ...{ highPolicyId: chosen('high'), criticalPolicyId: chosen('critical') },
  }
}

async function settingsCard(ctx: Asking, settings: Settings, said: string): Promise<Card> {
  const words = settingsWords[ctx.locale]
  const { channelId: id, stormAfter } = settings
  const channel = id ? await ctx.db.channel.findUnique({ where: { id } }) : null
  const names = new Map((await policiesOf(ctx.db, ctx.workspace.id)).map((policy) => [policy.id, policy.name]))
  const facts = [
    {
      label: words.channel,
      value: channel ? [{ channel: channel.id, name: channel.name.replace(/^#/, '') }] : words.none,
    },
    { label: words.storm, value: words.perMinute(stormAfter) },
    ...LEVELS.map((level) => ({
      label: words.policy[level],
      value: names.get(settings[`${level}PolicyId`] ?? '') ?? words.usual,
    })),
  ]
  const buttons = [{ label: words.edit, action: 'alert.settings' }]
  return noteCard(ctx.locale, said, { title: words.title, tone: 'good', blocks: [{ kind: 'facts', facts }], buttons })
}

/** In one order, so that two can be compared. */
const written = (settings: Settings): string =>
  JSON.stringify(Object.entries(settings).toSorted(([one], [other]) => one.localeCompare(other)))
