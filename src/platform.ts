import type { Express } from 'express'
import type { Logger } from 'pino'
import type { Card } from './chat/card.ts'
import type { FormValues } from './chat/form.ts'
import type { Locale, Phrase } from './chat/locale.ts'
import type { Reply } from './flow.ts'

export type PlatformName = 'slack' | 'teams' | 'playground'

/** A chat product, as the rest of Drumbeat sees it. Errors are translated to those of `errors.ts` at this edge. */
export type ChatPlatform = {
  readonly name: PlatformName
  /** Mounts its endpoints on the web app; what comes in goes to the router. Called in processes that serve the web. */
  listen(web: Express, door: Door): Promise<void>
  /** Sends a new message and returns where it is, to change it later. The key is the same however often it is tried. */
  post(message: OutgoingPost): Promise<Ref>
  /** Changes a message that was sent before. */
  update(message: OutgoingPost, ref: Ref): Promise<void>
  /** An address that opens the message, or null where the platform has none. */
  linkTo(ref: Ref): string | null
  /** What the platform knows about a person, or null when it knows nobody by that id. */
  profileOf(installation: string, externalId: string): Promise<Profile | null>
  /** The name of a channel and whether the bot can post there, or null when there is none by that id. */
  channelOf(installation: string, externalId: string): Promise<ChannelProfile | null>
  /** Null when all is well, otherwise what is wrong, in words for an administrator. */
  trouble(): Promise<string | null>
  close(): Promise<void>
}

/** Opaque to everybody but the platform that made it. */
export type Ref = string

export type OutgoingPost = {
  key: string
  installation: string
  /** The channel's or the person's id on the platform. */
  to: { channel: string } | { person: string }
  card: Card
  directory: Directory
  /** Under which message it stands; it is shown in the channel as well, unless it is an aside. */
  thread?: Ref
  /** Only under its message. */
  aside?: true
  file?: Attachment
  /** Whoever is meant must really be there: what was heard of them some minutes ago is not enough. */
  urgent?: true
}

/** What goes along with a message. */
export type Attachment = TextFile | Picture
export type TextFile = { name: string; text: string }
/** A PNG in base64, with what it shows in words. */
export type Picture = { name: string; png: string; alt: string }

/** Our ids as the platform knows them, for what is mentioned in one card or form. Pure look-ups; absent when unknown. */
export type Directory = {
  person(memberId: string): string | undefined
  channel(channelId: string): string | undefined
  post(key: string): string | undefined
}

export type Profile = {
  externalId: string
  name: string
  email?: string
  /** An IANA zone; absent where the platform has not been told. */
  timeZone?: string
  /** Absent where the platform has not been told. */
  locale?: Locale
  kind: 'person' | 'guest' | 'bot'
  active: boolean
  /** The platform's own administrators may appoint Drumbeat's first one. */
  administrator: boolean
}

export type ChannelProfile = { externalId: string; name: string; open: boolean }

/** What the platforms hand to the router. */
export type Door = {
  /** Handles one thing that came in, once. When it returns, what was decided is committed. */
  receive(inbound: Inbound): Promise<Answer>
  /** The platform says that something about people or channels has changed. */
  notice(notice: Notice): Promise<void>
  /** The names that people may type, with what they do, for completion and manifests. */
  commands: readonly CommandEntry[]
  shortcuts: readonly ShortcutEntry[]
  log: Logger
}

/** What people can do with a message that somebody wrote; `shortcut` is `<flow>.<name>`. */
export type ShortcutEntry = { shortcut: string; title: Phrase }

export type CommandEntry = {
  flow: string
  command: string
  /** Other names, such as the Chinese one. */
  aliases?: readonly string[]
  usage?: Phrase
  does: Phrase
}

/** A reply with what is needed to draw it. */
export type Answer = { reply: Reply; directory: Directory; locale: Locale }

export type Inbound = {
  platform: PlatformName
  /** The platform's id of the installation (Slack: team or enterprise; Teams: tenant). */
  installation: string
  /** The idempotency key: the same inbound twice has one effect. */
  receipt: string
  /** The sender's id on the platform. */
  from: string
  /** The channel's id on the platform; absent in a direct conversation. */
  channel?: string
  what: Asked
}

/**
 * In texts, mentions are written `<@ID>` and `<#ID>` with the platform's ids. In a submission's values, persons and
 * channels are the platform's ids too; `people` and `channels` name the fields that hold them.
 */
export type Asked =
  | { kind: 'command'; flow: string; text: string }
  | { kind: 'press'; action: string; value: string }
  | {
      kind: 'submission'
      form: string
      context: string
      values: FormValues
      people: readonly string[]
      channels: readonly string[]
    }
  /** Written to the bot, directly or by mentioning it in a channel. */
  | { kind: 'message'; text: string }
  /** A shortcut was used on a message that somebody wrote. */
  | { kind: 'shortcut'; shortcut: string; message: Heard }
  /** A person wrote a new message in a channel, to nobody in particular; nobody waits for an answer. */
  | { kind: 'overheard'; message: Heard }

/** A message that was not meant for us. */
export type Heard = {
  /** The platform's id of it, unique in its channel. */
  id: string
  text: string
  /** Who wrote it: the platform's id of a person, inside of a handler our own; absent for programs and strangers. */
  author?: string
  authorName?: string
  link?: string
}

/** What is new of a person; whatever it does not tell is as before. */
export type News = Pick<Profile, 'externalId'> & Partial<Profile>

export type Notice = { platform: PlatformName; installation: string } & (
  | { kind: 'person-changed'; profile: News }
  | { kind: 'channel-closed'; channel: string }
  | { kind: 'channel-renamed'; channel: string; name: string }
  | { kind: 'uninstalled'; why: string }
  /** Whether it lets us hear what is said in channels. */
  | { kind: 'hearing'; hears: boolean }
)
