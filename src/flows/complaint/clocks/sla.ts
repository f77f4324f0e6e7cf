import { record } from '../../../audit/record.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { LOCALES } from '../../../chat/locale.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { isAdmin } from '../../../people/members.ts'
import { classNames } from '../messages/classes.ts'
import { refusals } from '../messages/refusals.ts'
import { SEVERITIES, type Severity, TYPES, type Type } from '../rules/classes.ts'
import { CLOCK_KINDS, type ClockKind, exactly, targetOf, usualTarget, writeTarget } from '../rules/targets.ts'
import { settingsOf } from '../store/settings.ts'
import { mustBeColleague } from '../which.ts'
import { slaCard, whose } from './cards/sla-card.ts'
import { slaForm } from './cards/sla-form.ts'
import { slaWords } from './messages/sla.ts'
import { type Given, readTargets } from './read-targets.ts'
import { chooseTarget, targetsOf } from './store/targets.ts'

/** `/complaint sla`: the table for everybody; with a severity the form, for administrators. */
export async function showTargets(ctx: Asking, { words }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  if (words.length === 0) return table(ctx)
  mustBeAdmin(ctx)
  return form(ctx, meant(ctx, words))
}

/** The button of a severity. */
export async function askForTargets(ctx: Asking, value: string): Promise<Reply> {
  mustBeAdmin(ctx)
  return form(ctx, { severity: severityIn(value) ?? 3, type: null })
}

export async function saveTargets(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeAdmin(ctx)
  const given = readTargets(ctx, severityIn(context) ?? 3, values)
  const before = await written(ctx, given)
  for (const kind of CLOCK_KINDS) await choose(ctx, given, kind)
  const after = await written(ctx, given)

  const words = slaWords[ctx.locale]
  if (JSON.stringify(before) === JSON.stringify(after)) return table(ctx, words.same(whose(ctx.locale, given)))
  const { severity, type } = given
  const detail = { severity, type: type ?? 'all', before, after }
  await record(ctx, { action: 'complaint.targets-set', subject: `workspace:${ctx.workspace.id}`, detail })
  return table(ctx, words.saved(whose(ctx.locale, given)))
}

/** What counts anyway is no choice of its own. */
async function choose(ctx: Asking, { severity, type, targets }: Given, kind: ClockKind): Promise<void> {
  const chosen = (await targetsOf(ctx.db, ctx.workspace.id)).filter((one) => one.type === null)
  const anyway = type ? targetOf(chosen, { kind, severity, type: null }) : usualTarget({ kind, severity })
  const wanted = targets[kind]
  const isOwn = wanted && (wanted.minutes !== anyway.minutes || wanted.time !== anyway.time)
  await chooseTarget(ctx.db, ctx.workspace.id, { kind, severity, type, target: isOwn ? wanted : null })
}

/** What is chosen for exactly this, for comparing and for the audit trail. */
async function written(ctx: Asking, { severity, type }: Given): Promise<Record<ClockKind, string | null>> {
  const chosen = await targetsOf(ctx.db, ctx.workspace.id)
  const one = (kind: ClockKind) => {
    const target = exactly(chosen, { kind, severity, type })
    return target && writeTarget(target, 'en')
  }
  return { acknowledge: one('acknowledge'), reply: one('reply') }
}

async function table(ctx: Asking, news?: string): Promise<Reply> {
  const chosen = await targetsOf(ctx.db, ctx.workspace.id)
  const { calendar } = await settingsOf(ctx.db, ctx.workspace.id)
  return show(slaCard(ctx.locale, { chosen, calendar, mayChange: isAdmin(ctx.actor), ...(news && { news }) }))
}

async function form(ctx: Asking, which: { severity: Severity; type: Type | null }): Promise<Reply> {
  return ask(slaForm(ctx.locale, { ...which, chosen: await targetsOf(ctx.db, ctx.workspace.id) }))
}

function meant({ locale }: Asking, [first = '', second]: readonly string[]) {
  const severity = severityIn(first)
  const type = second === undefined ? null : typeIn(second)
  if (severity && type !== undefined) return { severity, type }
  throw new UserError(slaWords[locale].unknown(severity ? (second ?? '') : first))
}

const severityIn = (typed: string): Severity | undefined =>
  SEVERITIES.find((severity) => new RegExp(`^s?${severity}$`).test(typed.normalize('NFKC').toLowerCase()))

const typeIn = (typed: string): Type | undefined =>
  TYPES.find((type) => LOCALES.some((locale) => classNames[locale].type[type] === typed.toLowerCase()))

function mustBeAdmin(ctx: Asking): void {
  mustBeColleague(ctx)
  if (!isAdmin(ctx.actor)) throw new UserError(refusals[ctx.locale].adminsOnly)
}
