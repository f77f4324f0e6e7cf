import type { Block, Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import type { Subject } from '../../../../links/links.ts'
import { checkInWords, keyResultName, objectiveName, progressWords, scoreWords } from '../../cards/lines.ts'
import type { ObjectiveStanding, Standing } from '../../standing.ts'
import { isLive, type Objective } from '../../store/objectives.ts'
import { lookWords } from '../messages/looking.ts'

type Shown = {
  standing: ObjectiveStanding
  owner: string
  owners: ReadonlyMap<string, string>
  parent: Objective | null
  carriedFrom: Objective | null
  children: readonly Objective[]
  trend: string | null
  notes: readonly string[]
  links: readonly Subject[]
}

/** One with everything about it. */
export function showCard(locale: Locale, shown: Shown): Card {
  const words = lookWords[locale]
  const { standing, notes, links, trend } = shown
  const { objective } = standing
  const isBare = isLive(objective) && standing.keyResults.length === 0
  const facts = [...factsOf(locale, shown), ...(trend ? [{ label: words.trend, value: trend }] : [])]
  const blocks: Block[] = [
    { kind: 'text', text: scoreWords(locale, standing) },
    { kind: 'facts', facts },
    ...(isBare ? [{ kind: 'text' as const, text: words.noKeyResults }] : []),
    ...standing.keyResults.flatMap((one) => keyResultBlocks(locale, one, shown.owners)),
    ...listed(words.notes, notes),
    ...listed(
      words.links,
      links.map(({ name }) => name),
    ),
    { kind: 'context', text: words.elapsed(Math.round(standing.elapsed * 100)) },
    { kind: 'buttons', buttons: [...(isBare ? [addButton(locale, objective)] : []), ...buttonsOf(locale, objective)] },
  ]
  return { locale, title: objectiveName(objective), summary: objectiveName(objective), blocks }
}

function factsOf(locale: Locale, { standing, owner, parent, children, carriedFrom }: Shown) {
  const words = lookWords[locale]
  const { objective } = standing
  const state = [
    objective.cycle.name,
    ...(objective.isPrivate ? [words.private] : []),
    ...(isLive(objective) ? [] : [words.archived]),
    ...(carriedFrom ? [words.carriedFrom(objectiveName(carriedFrom))] : []),
  ]
  return [
    { label: words.owner, value: owner },
    ...(objective.team ? [{ label: words.team, value: objective.team }] : []),
    { label: words.cycle, value: state.join(' · ') },
    ...(objective.why ? [{ label: words.why, value: objective.why }] : []),
    ...(parent ? [{ label: words.parent, value: objectiveName(parent) }] : []),
    ...(children.length > 0 ? [{ label: words.children, value: children.map(objectiveName).join('\n') }] : []),
  ]
}

function keyResultBlocks(locale: Locale, standing: Standing, owners: ReadonlyMap<string, string>): Block[] {
  const words = lookWords[locale]
  const { keyResult, current } = standing
  const done = keyResult.steps.map((step, at) => `${current?.steps.includes(at) ? '✓' : '○'} ${step}`)
  const about = [
    owners.get(keyResult.ownerId) ?? words.somebody,
    ...(keyResult.weight === 1 ? [] : [words.weight(keyResult.weight)]),
    ...(keyResult.kpi ? [words.follows(keyResult.kpi)] : []),
    checkInWords(locale, standing),
  ]
  const lines = [`${progressWords(locale, standing)} · ${scoreWords(locale, standing)}`, about.join(' · '), ...done]
  return [
    { kind: 'text', style: 'heading', text: keyResultName(keyResult) },
    { kind: 'text', text: lines.join('\n') },
    {
      kind: 'buttons',
      buttons: [
        { label: words.checkIn, action: 'okr.check-in', value: keyResult.id },
        { label: words.history, action: 'okr.history', value: keyResult.id },
      ],
    },
  ]
}

function listed(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return []
  return [
    { kind: 'text', style: 'heading', text: title },
    { kind: 'list', items },
  ]
}

const addButton = (locale: Locale, { id }: Objective): Button => ({
  ...{ label: lookWords[locale].addKeyResult, action: 'okr.kr', value: id },
  style: 'primary',
})

function buttonsOf(locale: Locale, { id }: Objective): Button[] {
  const words = lookWords[locale]
  return [
    { label: words.chart, action: 'okr.chart', value: id },
    { label: words.edit, action: 'okr.edit', value: id },
  ]
}
