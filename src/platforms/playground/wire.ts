import type { Card } from '../../chat/card.ts'
import type { Form, FormValues } from '../../chat/form.ts'
import type { Locale } from '../../chat/locale.ts'
import type { CommandEntry, ShortcutEntry } from '../../platform.ts'

/** What the page and its JSON API say to each other. Persons and channels are the playground's own ids everywhere. */
export type State = {
  me: string
  personas: readonly PersonaSeen[]
  places: readonly PlaceSeen[]
  /** Of all places, the oldest first. */
  messages: readonly MessageSeen[]
  clock: ClockSeen
  agenda: readonly { at: string; what: string }[]
  commands: readonly CommandEntry[]
  shortcuts: readonly ShortcutEntry[]
  /** Another one when anything that is shown may have changed. */
  version: string
}

/** The job and the city are in the language of whoever looks. */
export type PersonaSeen = { id: string; name: string; job: string; city: string; timeZone: string; locale: Locale }

export type PlaceSeen = {
  /** `channel:<channel>` or `direct:<persona>`. */
  id: string
  name: string
  kind: 'channel' | 'direct'
  /** Absent in the direct conversation with Drumbeat. */
  channel?: string
  topic?: string
  unread: number
}

export type MessageSeen = {
  id: string
  place: string
  /** The message under which it stands. */
  thread: string | null
  /** A persona, or null for Drumbeat. */
  from: string | null
  card: Card
  /** Nobody else sees it. */
  private: boolean
  /** It stands only under its message, out of the way. */
  aside: boolean
  file: FileSeen | null
  at: string
  edited: string | null
}

/** A picture has words for who cannot see it, and is shown; anything else is downloaded. */
export type FileSeen = { name: string; href: string; picture?: { alt: string; width: number; height: number } }

export type ClockSeen = {
  /** Milliseconds since 1970. */
  now: number
  /** The same instant with the persona's offset and zone. */
  iso: string
  zone: string
  /** Tomorrow at nine in the persona's zone. */
  tomorrow: string
}

/** The answer to a command, a message, a press, a shortcut or a submission. */
export type Answered =
  | { reply: 'nothing' }
  | { reply: 'card'; message: string }
  | { reply: 'form'; form: Form }
  | { reply: 'invalid'; errors: Readonly<Record<string, string>> }

export type Submitting = { form: string; context: string; values: FormValues; channel?: string }
