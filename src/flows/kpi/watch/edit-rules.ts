import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { mayChange, mustBeColleague, mustChange } from '../authority.ts'
import { ruleLine } from '../cards/kpi-card.ts'
import { editRuleForm, newRuleForm } from '../cards/rule-form.ts'
import { ruleWords } from '../messages/rule-forms.ts'
import { sayRule } from '../messages/rules.ts'
import { AT_FIRST } from '../rules/standing.ts'
import { asJson, type Rule, ruleById, rulesOf, wholeRule } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'
import { holdSettings, takeNumber } from '../store/settings.ts'
import { kpiCardFor } from '../views/show.ts'
import { holdLive } from '../which.ts'
import { readRule } from './read-rule.ts'
import { endAlerts } from './retell.ts'
import { watchAnew } from './watch.ts'

const MOST_RULES = 20

/** `/kpi rules revenue`: each with what can be done about it. */
export async function listRules(ctx: Asking, kpi: Kpi): Promise<Reply> {
  mustBeColleague(ctx)
  const words = ruleWords[ctx.locale]
  const rules = await rulesOf(ctx.db, [kpi.id])
  const isTheirs = kpi.archivedAt === null && (await mayChange(ctx, kpi))
  const buttons = isTheirs ? [{ label: words.add, action: 'kpi.add-rule', value: kpi.id }] : []
  if (rules.length === 0) return show(noteCard(ctx.locale, words.none, { title: words.listTitle(kpi.name), buttons }))
  const blocks = rules.flatMap((rule) => [
    { kind: 'text' as const, text: ruleLine(ctx.locale, rule, kpi) },
    ...(isTheirs
      ? [
          {
            kind: 'buttons' as const,
            buttons: [
              { label: words.edit, action: 'kpi.edit-rule', value: rule.id },
              { label: words.remove, action: 'kpi.remove-rule', value: rule.id },
            ],
          },
        ]
      : []),
  ])
  const more = buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []
  const title = words.listTitle(kpi.name)
  return show({ locale: ctx.locale, title, summary: title, blocks: [...blocks, ...more] })
}

export async function askForRule(ctx: Asking, kpi: Kpi): Promise<Reply> {
  await mustChange(ctx, await holdLive(ctx, kpi.id))
  return ask(newRuleForm(ctx.locale, kpi))
}

export async function addRule(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = ruleWords[ctx.locale]
  await holdSettings(ctx.db, ctx.workspace.id)
  const kpi = await holdLive(ctx, context)
  await mustChange(ctx, kpi)
  const read = await readRule(ctx, kpi, values)
  if ((await rulesOf(ctx.db, [kpi.id])).length >= MOST_RULES) throw new UserError(words.tooMany(MOST_RULES))

  const { terms, ...rest } = read
  const number = await takeNumber(ctx.db, ctx.workspace.id)
  const about = {
    workspaceId: ctx.workspace.id,
    kpiId: kpi.id,
    number,
    createdAt: toDate(ctx.now),
    createdById: ctx.actor.id,
  }
  const row = await ctx.db.kpiRule.create({
    data: { ...about, ...rest, terms: asJson(terms), standing: asJson(AT_FIRST) },
  })
  const rule = wholeRule(row)
  const detail = { number, ...asJson(read) }
  await record(ctx, { action: 'kpi.rule-added', subject: `kpi:${kpi.id}`, detail })
  await watchAnew(ctx, kpi, [rule])
  return show(await kpiCardFor(ctx, kpi, words.added(number, sayRule(ctx.locale, terms, kpi))))
}

export async function askToEditRule(ctx: Asking, id: string): Promise<Reply> {
  const { kpi, rule } = await holdRule(ctx, id)
  return ask(editRuleForm(ctx.locale, kpi, rule))
}

export async function saveRule(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = ruleWords[ctx.locale]
  const [id = '', version] = context.split(' ')
  const { kpi, rule } = await holdRule(ctx, id)
  if (String(rule.version) !== version) throw new UserError(words.stale)
  const read = await readRule(ctx, kpi, values)

  const { terms, ...rest } = read
  const data = { ...rest, terms: asJson(terms), version: { increment: 1 } }
  const changed = wholeRule(await ctx.db.kpiRule.update({ where: { id: rule.id }, data }))
  const detail = { number: rule.number, before: asJson(rule.terms), after: asJson(read) }
  await record(ctx, { action: 'kpi.rule-changed', subject: `kpi:${kpi.id}`, detail })
  await watchAnew(ctx, kpi, [changed])
  return show(await kpiCardFor(ctx, kpi, words.saved(rule.number, sayRule(ctx.locale, terms, kpi))))
}

/** Asks first: it cannot be taken back. */
export async function askToRemoveRule(ctx: Asking, id: string): Promise<Reply> {
  const words = ruleWords[ctx.locale]
  const { kpi, rule } = await holdRule(ctx, id)
  const button = { label: words.remove, action: 'kpi.remove-for-good', value: rule.id, style: 'danger' as const }
  const sentence = words.removeAsk(rule.number, sayRule(ctx.locale, rule.terms, kpi))
  return show(noteCard(ctx.locale, sentence, { tone: 'warning', buttons: [button] }))
}

export async function removeRule(ctx: Asking, id: string): Promise<Reply> {
  const { kpi, rule } = await holdRule(ctx, id)
  await ctx.db.kpiRule.update({ where: { id: rule.id }, data: { removedAt: toDate(ctx.now) } })
  await record(ctx, { action: 'kpi.rule-removed', subject: `kpi:${kpi.id}`, detail: { number: rule.number } })
  await endAlerts(ctx, kpi, [rule])
  return show(noteCard(ctx.locale, ruleWords[ctx.locale].removed(rule.number)))
}

/** With its KPI, which is held: only whoever may change that may change this. */
async function holdRule(ctx: Asking, id: string): Promise<{ kpi: Kpi; rule: Rule }> {
  mustBeColleague(ctx)
  const words = ruleWords[ctx.locale]
  const known = await ruleById(ctx.db, ctx.workspace.id, id)
  if (!known) throw new UserError(words.gone)
  const kpi = await holdLive(ctx, known.kpiId)
  await mustChange(ctx, kpi)
  const rule = await ruleById(ctx.db, ctx.workspace.id, id)
  if (!rule) throw new UserError(words.gone)
  return { kpi, rule }
}
