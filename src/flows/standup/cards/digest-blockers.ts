import { toInstant } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Block, Button } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { shortened } from '../../../chat/shortened.ts'
import { bold, italic, type Text } from '../../../chat/text.ts'
import type { Subject } from '../../../links/links.ts'
import { writeBlocker } from '../blocker-reference.ts'
import { blockerWords } from '../messages/blockers.ts'
import { runWords } from '../messages/run.ts'
import type { Blocker, Blockers } from '../store/blockers.ts'
import type { Run } from '../store/runs.ts'

const MOST_LISTED = 20
const MOST_BUTTONS = 10
const LONGEST = 200
const LONGEST_NAME = 80

export type TiedBlocker = Blocker & { ties: readonly Subject[] }

/** What blocks people, first today's and then what is still open from before, with a way to resolve each. */
export function blockerBlocks({ ofThisRun, fromBefore }: Blockers<TiedBlocker>, run: Run, locale: Locale): Block[] {
  const words = runWords[locale]
  const open = [...ofThisRun, ...fromBefore].filter(isOpen).slice(0, MOST_BUTTONS)
  return [
    ...section(
      words.blockers,
      ofThisRun.map((blocker) => line(blocker, locale)),
      locale,
    ),
    ...section(
      words.stillOpen,
      fromBefore.map((blocker) => lineSince(blocker, run, locale)),
      locale,
    ),
    ...(open.length > 0 ? [{ kind: 'buttons' as const, buttons: buttonsFor(open, run, locale) }] : []),
    ...(ofThisRun.length + fromBefore.length > 0 ? [{ kind: 'divider' as const }] : []),
  ]
}

function section(label: string, items: readonly Text[], locale: Locale): Block[] {
  if (items.length === 0) return []
  const shown = items.slice(0, MOST_LISTED)
  const more = items.length - shown.length
  return [
    { kind: 'text', style: 'heading', text: label },
    { kind: 'list', items: more > 0 ? [...shown, runWords[locale].moreBlockers(more)] : shown },
  ]
}

function line(blocker: TiedBlocker, locale: Locale, since?: string): Text {
  const names = blocker.ties.map(({ name }) => shortened(name, LONGEST_NAME)).join(runWords[locale].listed)
  const facts = [
    writeBlocker(blocker.number),
    ...(isOpen(blocker) ? [] : [runWords[locale].resolvedTag]),
    ...(since ? [since] : []),
    ...(names === '' ? [] : [blockerWords[locale].linkedTo(names)]),
  ]
  const tag = italic(runWords[locale].bracketed(facts.join(' · ')))
  return [bold(blocker.who), ' ', shortened(blocker.text, LONGEST), tag]
}

function lineSince(blocker: TiedBlocker, run: Run, locale: Locale): Text {
  const since = sayDay(localDateOf(toInstant(blocker.openedAt), run.standup.timeZone), locale)
  return line(blocker, locale, runWords[locale].openSince(since))
}

const buttonsFor = (open: readonly Blocker[], run: Run, locale: Locale): Button[] => [
  ...open.map((one) => resolves(one, run, locale)),
  { label: blockerWords[locale].oneByOne, action: 'standup.blockers', value: run.standupId },
]

const resolves = (blocker: Blocker, run: Run, locale: Locale): Button => ({
  label: shortened(`${runWords[locale].resolve(blocker.who)} – ${blocker.text}`, 60),
  action: 'standup.resolve',
  value: `${blocker.id} ${run.id}`,
})

const isOpen = (blocker: Blocker): boolean => blocker.resolvedAt === null
