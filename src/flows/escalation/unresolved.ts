import type { CommandLine } from '../../chat/command-line.ts'
import { noteCard } from '../../chat/note-card.ts'
import { readPageTurn } from '../../chat/page-turn.ts'
import { UserError } from '../../errors.ts'
import { type Escalation, unresolved } from '../../escalation/store/escalations.ts'
import { type Asking, type Reader, type Reply, type Section, show, type Week } from '../../flow.ts'
import { isColleague } from '../../people/members.ts'
import { PAGE_SIZE, walkLine, walksCard } from './cards/walks-card.ts'
import { openWords } from './messages/open.ts'
import { namesFor } from './names.ts'

const MOST_REPORTED = 8
const ALL = ['all', '全部', '所有']

/** `/ops escalations`, `… all`: what nobody has resolved yet, of mine or of all that I may know of. */
export const walksByCommand = (ctx: Asking, { text }: CommandLine): Promise<Reply> => listWalks(ctx, text.trim(), 0)

export function walksByButton(ctx: Asking, value: string): Promise<Reply> {
  const { at, typed } = readPageTurn(value)
  return listWalks(ctx, typed, at)
}

async function listWalks(ctx: Asking, typed: string, at: number): Promise<Reply> {
  const words = openWords[ctx.locale]
  if (!isColleague(ctx.actor)) throw new UserError(words.notForGuests)
  const isAll = ALL.includes(typed.normalize('NFKC').toLowerCase())
  const known = await knownTo(ctx)
  const walks = isAll ? known : known.filter(({ ownerId, holderId }) => [ownerId, holderId].includes(ctx.actor.id))
  const page = walks.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  if (page.length === 0) return show(noteCard(ctx.locale, isAll ? words.none : words.noneMine, { hints: [words.hint] }))

  const names = await namesOf(ctx, page)
  const { timeZone } = ctx.actor
  return show(walksCard(ctx.locale, { walks: page, names, timeZone, at, count: walks.length, typed }))
}

/** Its part of the report: how many there are, and which have been open for longest. */
export async function report(ctx: Reader, { timeZone }: Week): Promise<Section[]> {
  const walks = await knownTo(ctx)
  if (walks.length === 0) return []
  const words = openWords[ctx.locale]
  const shown = walks.slice(0, MOST_REPORTED)
  const names = await namesOf(ctx, shown)

  const items = shown.map((walk) => walkLine(ctx.locale, walk, { names, timeZone }))
  const blocks = [
    { kind: 'text' as const, text: words.counted(walks.length, walks.filter(({ state }) => state === 'open').length) },
    { kind: 'list' as const, items },
  ]
  return [{ title: words.title, blocks, command: '/ops escalations all' }]
}

/** Those that the reader may know of, the oldest first. */
async function knownTo(ctx: Reader): Promise<Escalation[]> {
  const reader = ctx.actor ?? null
  const known: Escalation[] = []
  for (const walk of await unresolved(ctx.db, ctx.workspace.id)) {
    if (reader && walk.excludedIds.includes(reader.id)) continue
    const owner = ctx.flows.find(({ name }) => name === walk.flow)
    if ((await owner?.mayKnow?.(ctx, walk.subject, reader)) ?? true) known.push(walk)
  }
  return known
}

const namesOf = (ctx: Reader, walks: readonly Escalation[]): Promise<ReadonlyMap<string, string>> =>
  namesFor(ctx, { members: walks.flatMap(({ ownerId, holderId }) => [ownerId, holderId]), channels: [] })
