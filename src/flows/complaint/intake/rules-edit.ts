import { record } from '../../../audit/record.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import type { Rule } from '../rules/routing.ts'
import { mustBeAdmin } from './admins.ts'
import { ruleForm } from './cards/rule-form.ts'
import { ruleCard } from './cards/rules-card.ts'
import { ruleWords } from './messages/rules.ts'
import { readRule } from './read-rule.ts'
import { listRules, namesIn } from './rules-list.ts'
import { addRule, changeRule, deleteRule, holdRules, putInOrder } from './store/routing-rules.ts'

/** More than can be seen, and pressed, at once. */
const MOST_RULES = 20

type Moved = { id: string; from: number; to: number }
type Placed = { rule: Rule; place: number; all: readonly Rule[] }

export async function showRule(ctx: Asking, id: string): Promise<Reply> {
  mustBeAdmin(ctx)
  return shown(ctx, await held(ctx, id))
}

export async function askForRule(ctx: Asking): Promise<Reply> {
  mustBeAdmin(ctx)
  return ask(ruleForm(ctx.locale, {}))
}

export async function saveNewRule(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeAdmin(ctx)
  const given = await readRule(ctx, values)
  const all = await holdRules(ctx.db, ctx.workspace.id)
  if (all.length >= MOST_RULES) throw new UserError(ruleWords[ctx.locale].many(MOST_RULES))

  const rule = await addRule(ctx.db, ctx.workspace.id, { ...given, position: all.length })
  await recorded(ctx, 'added', rule)
  return listRules(ctx, ruleWords[ctx.locale].saved(all.length + 1))
}

export async function askToEditRule(ctx: Asking, id: string): Promise<Reply> {
  mustBeAdmin(ctx)
  const { rule } = await held(ctx, id)
  return ask(ruleForm(ctx.locale, { rule, context: JSON.stringify(rule) }))
}

export async function saveRule(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeAdmin(ctx)
  const given = await readRule(ctx, values)
  const { rule, place } = await held(ctx, idIn(context))
  if (JSON.stringify(rule) !== context) throw new UserError(ruleWords[ctx.locale].stale)

  await recorded(ctx, 'edited', await changeRule(ctx.db, rule.id, given), rule)
  return listRules(ctx, ruleWords[ctx.locale].saved(place))
}

export const moveRuleUp = (ctx: Asking, id: string): Promise<Reply> => move(ctx, id, -1)
export const moveRuleDown = (ctx: Asking, id: string): Promise<Reply> => move(ctx, id, 1)

export async function deleteRuleForGood(ctx: Asking, id: string): Promise<Reply> {
  mustBeAdmin(ctx)
  const { rule, all } = await held(ctx, id)

  await deleteRule(ctx.db, id)
  await putInOrder(
    ctx.db,
    all.filter((one) => one !== rule),
  )
  await recorded(ctx, 'deleted', rule)
  return replacing(await listRules(ctx, ruleWords[ctx.locale].deleted))
}

async function move(ctx: Asking, id: string, by: -1 | 1): Promise<Reply> {
  mustBeAdmin(ctx)
  const { rule, place, all } = await held(ctx, id)
  const to = Math.min(Math.max(place + by, 1), all.length)
  const order = all.filter((one) => one !== rule).toSpliced(to - 1, 0, rule)

  await putInOrder(ctx.db, order)
  if (to !== place) await recorded(ctx, 'moved', { id, from: place, to })
  return replacing(await shown(ctx, { rule, place: to, all: order }, ruleWords[ctx.locale].moved(to)))
}

async function held(ctx: Asking, id: string): Promise<Placed> {
  const all = await holdRules(ctx.db, ctx.workspace.id)
  const rule = all.find((one) => one.id === id)
  if (!rule) throw new UserError(ruleWords[ctx.locale].gone)
  return { rule, place: all.indexOf(rule) + 1, all }
}

async function shown(ctx: Asking, { rule, place, all }: Placed, news?: string): Promise<Reply> {
  const names = await namesIn(ctx, [rule])
  return show(ruleCard(ctx.locale, { rule, place, of: all.length, names, ...(news && { news }) }))
}

const recorded = (ctx: Asking, deed: string, { id, ...detail }: Rule | Moved, before?: Rule): Promise<void> =>
  record(ctx, {
    action: `complaint.rule-${deed}`,
    subject: `complaint-rule:${id}`,
    detail: { ...detail, ...(before && { before: { ...before } }) },
  })

function idIn(context: string): string {
  const [, id = ''] = /^\{"id":"([\w-]+)"/.exec(context) ?? []
  return id
}

const replacing = (reply: Reply): Reply => (reply.kind === 'card' ? { ...reply, replaces: true } : reply)
