import type { Button, Card, Tone } from '../../../src/chat/card.ts'
import type { FieldValue } from '../../../src/chat/form.ts'
import type { Locale } from '../../../src/chat/locale.ts'
import type { Reply } from '../../../src/flow.ts'
import type {
  Attachment,
  ChatPlatform,
  Directory,
  Door,
  Inbound,
  Notice,
  OutgoingPost,
  Picture,
  Ref,
} from '../../../src/platform.ts'

/** One chat product on a stage: its adapter, people who use it as people do, and a router that does as it is told. */
export type Stage = {
  platform: ChatPlatform
  installation: string
  door: StageDoor
  nature: Nature
  /** Reads English. */
  mira: Person
  /** Reads Chinese. */
  mei: Person
  /** Where everybody is, and another one. */
  room: Room
  otherRoom: Room
  /** Nobody and nowhere: ids of the right form. */
  unknown: { person: string; channel: string }
  /** Once somebody and somewhere, where the product has such. */
  closed: { person: string; channel: string }
  /** Addresses of posts by their keys. */
  addresses: Map<string, string>
  directory: Directory
  /** Posts a card in the room, unless told otherwise. */
  post(card: Card, more?: Partial<OutgoingPost>): Promise<Ref>
  update(ref: Ref, card: Card): Promise<void>
  /** The latest request of the product once more, as it was; says with which status it is answered. */
  redeliver(): Promise<number>
  /** How the latest request of the product was answered. */
  status(): number
  /** What the adapter logged, by level. */
  log: { level: number; line: string }[]
  /** What the chat product would have refused. */
  problems(): readonly string[]
  /** An empty stage with the same people. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** What a chat product can do by its nature. */
export type Nature = {
  /** How many messages stand there when a post is sent again because nobody heard that it had arrived. */
  messagesOfOneKey: 1 | 2
  /** The longest text that a field of a form holds. */
  longestInput: number
  /** How much of a card's words is surely shown. */
  longestCard: number
  /** Where the words about a form as a whole stand: the name of a field, or `''` for a place of their own. */
  placeOfFormErrors(firstField: string): string
  /** Whether what stands under a message can stand in the channel as well, unless it is an aside. */
  repliesStandInChannel: boolean
  /** Whether a card can mention a channel, rather than name it. */
  mentionsChannels: boolean
  /** Whether a question before a press has a button that says no, rather than none. */
  wordForNo: boolean
}

export type StageDoor = Door & {
  received: Inbound[]
  notices: Notice[]
  /** What comes in is answered with this; throw to fail. */
  answers: (inbound: Inbound) => Reply | Promise<Reply>
}

/** By its id in the product, our own id, and its name. */
export type Room = { id: string; ours: string; name: string }

/** What somebody types, with people and rooms chosen from the product's own list. */
export type Typed = string | readonly (string | { person: Person } | { room: Room })[]

/** Somebody in the chat product: what they do, and what they see. */
export type Person = {
  id: string
  ours: string
  name: string
  locale: Locale
  command(line: Typed, where?: 'room' | 'direct'): Promise<void>
  /** Writes to the bot directly, or mentions it in the room. */
  write(text: Typed, where?: 'room' | 'direct'): Promise<void>
  /** Writes in the room to nobody in particular. */
  say(text: Typed): Promise<void>
  /** Uses a shortcut on the newest message in the room with these words. */
  use(shortcut: string, words: string): Promise<void>
  /** Presses a button by its label, on the newest that has one, and says yes when asked. */
  press(label: string): Promise<void>
  /** What the bot wrote in the room. */
  room(): Promise<MessageSeen[]>
  direct(): Promise<MessageSeen[]>
  /** What nobody else sees: private cards, and what the product itself says; the oldest first. */
  privately(): Promise<CardSeen[]>
  files(): Promise<Attachment[]>
  /** The open form, or null. */
  form(): Promise<FormSeen | null>
  /** Submits the open form after filling in these fields, options by their labels; null empties one. */
  submit(filled?: Filled): Promise<void>
}

export type Filled = Readonly<Record<string, FieldValue | null>>

export type CardSeen = {
  /** All that can be read; mentions as `@name` and `#name`. */
  words: string
  tone: Tone
  /** The product's ids of who and what is mentioned. */
  mentions: readonly string[]
  links: readonly { words: string; href: string }[]
  images: readonly { url: string; alt: string }[]
  buttons: readonly ButtonSeen[]
}

export type ButtonSeen = Pick<Button, 'label' | 'style' | 'confirm'>

export type MessageSeen = CardSeen & {
  id: string
  isEdited: boolean
  thread: string | null
  /** It is seen only by who opens the thread. */
  isAside: boolean
  pictures: readonly Picture[]
  /** What a notification says of it. */
  notification: string
}

export type FormSeen = {
  title: string
  /** What stands above the fields. */
  intro: CardSeen
  submit: string
  fields: Readonly<Record<string, FieldSeen>>
  errors: Readonly<Record<string, string>>
}

/** What is filled in is text as typed, the product's ids, and options by their labels. */
export type FieldSeen = { label: string; hint: string; options: readonly string[]; filled: FieldValue | undefined }
