import { drawingOf } from '../../alerts/around.ts'
import { alertCard } from '../../alerts/cards/alert-card.ts'
import { isAbove } from '../../alerts/rules/levels.ts'
import { type Alert, alertsBy, isOver } from '../../alerts/store/alerts.ts'
import type { Card } from '../../chat/card.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { noteCard } from '../../chat/note-card.ts'
import { readPageTurn } from '../../chat/page-turn.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { mustBeColleague } from './authority.ts'
import { listCard, PAGE_SIZE } from './cards/list-card.ts'
import { type Filters, readFilters, whereFor } from './filters.ts'
import { alertsWords } from './messages/alerts.ts'
import { askForSettings } from './settings.ts'
import { alertMeant, alertOf } from './which.ts'

/** `/risk alerts`, `… mine critical`, `… A-12`, `… settings`. */
export async function alertsByCommand(ctx: Asking, { text, words: [first = ''] }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  if (['settings', '设置'].includes(first.toLowerCase())) return askForSettings(ctx)
  if (/^(a[-–]?)?\d/i.test(first.normalize('NFKC'))) return showAlert(ctx, await alertMeant(ctx, first))
  return list(ctx, text.trim().slice(0, 100), 0)
}

export async function listByButton(ctx: Asking, value: string): Promise<Reply> {
  mustBeColleague(ctx)
  const { at, typed } = readPageTurn(value)
  return list(ctx, typed, at)
}

export async function showByButton(ctx: Asking, id: string): Promise<Reply> {
  mustBeColleague(ctx)
  return showAlert(ctx, await alertOf(ctx, id))
}

async function showAlert(ctx: Asking, alert: Alert): Promise<Reply> {
  const drawing = await drawingOf(ctx, [alert])
  const card = alertCard(ctx.locale, alert, { ...drawing.aroundOf(alert), timeZone: ctx.actor.timeZone })
  const words = alertsWords[ctx.locale]
  const assign = { label: words.assign, action: 'alert.assign', value: alert.id }
  const more = isOver(alert) ? [] : [{ kind: 'buttons' as const, buttons: [assign] }]
  return show({ ...card, blocks: [...card.blocks, ...more] })
}

async function list(ctx: Asking, typed: string, at: number): Promise<Reply> {
  const filters = readFilters(typed)
  const where = whereFor(filters, { workspaceId: ctx.workspace.id, memberId: ctx.actor.id })
  const all = (await alertsBy(ctx.db, where)).toSorted(filters.isOver ? newestFirst : worstFirst)
  const alerts = all.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  if (alerts.length === 0) return show(nothingFound(ctx, filters))
  const { names } = await drawingOf(ctx, alerts)
  const { timeZone } = ctx.actor
  return show(listCard(ctx.locale, { alerts, names, timeZone, at, count: all.length, typed }))
}

const newestFirst = (a: Alert, b: Alert): number => b.number - a.number

function worstFirst(a: Alert, b: Alert): number {
  if (a.severity === b.severity) return a.number - b.number
  return isAbove(a.severity, b.severity) ? -1 : 1
}

function nothingFound({ locale }: Asking, { who }: Filters): Card {
  const words = alertsWords[locale]
  return who === 'mine'
    ? noteCard(locale, words.noneMine, { hints: [words.noneMineHint] })
    : noteCard(locale, words.noneOpen, { hints: [words.noneOpenHint] })
}
