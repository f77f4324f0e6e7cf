import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../../calendar/instant.ts'
import type { Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import type { Attachment, Door } from '../../platform.ts'
import { CHANNELS, PERSONAS, personaById } from './company.ts'
import type { PlaygroundOptions } from './platform.ts'
import { isAside, latestMessages, type PlaygroundMessage, unreadIn, versionOf } from './store.ts'
import type { ClockSeen, FileSeen, MessageSeen, PersonaSeen, PlaceSeen, State } from './wire.ts'

const MOST_MESSAGES_PER_PLACE = 200
const TOMORROW_AT = '09:00'

type Sight = Pick<PlaygroundOptions, 'db' | 'clock' | 'agenda'> & Pick<Door, 'commands' | 'shortcuts'>

/** All that the page shows to this persona. */
export async function stateFor(me: string, { db, clock, agenda, commands, shortcuts }: Sight): Promise<State> {
  const { locale = 'en', timeZone = 'UTC' } = personaById(me) ?? {}
  // Before the messages: a change in between is then looked at once more instead of never.
  const version = await versionOf(db)
  const places = await placesOf(me, locale, { db })
  const looks = places.map(({ id }) => latestMessages(db, { place: id, persona: me, most: MOST_MESSAGES_PER_PLACE }))
  const messages = (await Promise.all(looks)).flat().map((row) => messageSeen(row, me))
  const coming = await agenda(locale)

  return {
    ...{ me, personas: personasFor(locale), places, messages },
    ...{ clock: clockIn(timeZone, clock.now()), commands, shortcuts, version },
    agenda: coming.map(({ at, what }) => ({ at: at.toString(), what })),
  }
}

const personasFor = (locale: Locale): PersonaSeen[] =>
  PERSONAS.map((persona) => ({ ...persona, job: persona.job[locale], city: persona.city[locale] }))

async function placesOf(me: string, locale: Locale, { db }: Pick<Sight, 'db'>): Promise<PlaceSeen[]> {
  const places = [
    ...CHANNELS.map(({ id, topic }) => ({
      ...{ id: `channel:${id}`, name: id, kind: 'channel' as const, channel: id, topic: topic[locale] },
    })),
    { id: `direct:${me}`, name: 'Drumbeat', kind: 'direct' as const },
  ]
  const ids = places.map(({ id }) => id)
  const unread = await unreadIn(db, me, ids)
  return places.map((place) => ({ ...place, unread: unread.get(place.id) ?? 0 }))
}

function messageSeen(row: PlaygroundMessage, me: string): MessageSeen {
  const file = row.file as Attachment | null
  const id = String(row.id)
  return {
    ...{ id, place: row.place, thread: row.threadId === null ? null : String(row.threadId), from: row.from },
    ...{ card: row.card as unknown as Card, private: row.onlyFor !== null, aside: isAside(row) },
    file: file && fileSeen(file, `/playground/api/files/${id}?as=${me}`),
    at: toInstant(row.at).toString(),
    edited: row.editedAt && toInstant(row.editedAt).toString(),
  }
}

const fileSeen = (file: Attachment, href: string): FileSeen => ({
  ...{ name: file.name, href },
  ...('png' in file && { picture: { alt: file.alt, ...sizeOf(file.png) } }),
})

/** How large a PNG is, as it says at its beginning, so that its place is kept until it is loaded. */
function sizeOf(png: string): { width: number; height: number } {
  const head = Buffer.from(png.slice(0, 32), 'base64')
  return head.length < 24 ? { width: 0, height: 0 } : { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}

function clockIn(zone: string, now: Temporal.Instant): ClockSeen {
  const here = now.toZonedDateTimeISO(zone)
  const nine = here
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(TOMORROW_AT) })
  const tomorrow = nine.toInstant().toString()
  return { now: now.epochMilliseconds, iso: here.toString({ smallestUnit: 'millisecond' }), zone, tomorrow }
}
