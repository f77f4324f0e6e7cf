import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import type { Period } from './calendar/read-period.ts'
import type { Block, Button, Card } from './chat/card.ts'
import type { CommandLine } from './chat/command-line.ts'
import type { Form, FormValues } from './chat/form.ts'
import type { Locale, Phrase } from './chat/locale.ts'
import type { Channel, Db, Member, Post, Workspace } from './database/types.ts'
import type { News } from './escalation/news.ts'
import type { ApiEntry } from './intake/entry.ts'
import type { Subject } from './links/links.ts'
import type { Page } from './pages/page.ts'
import type { Attachment, Heard, PlatformName } from './platform.ts'

/** A feature: the table of contents from which everything that comes in finds its function. */
export type Flow = {
  /** The prefix of its actions, forms, timers and post keys, and the slash command that its commands follow. */
  name: string
  /** The slash command that its commands follow, where it is another flow's. */
  word?: string
  title: Phrase
  /** By subcommand; `''` is the command without words. */
  commands: Readonly<Record<string, Command>>
  buttons: Readonly<Record<string, (ctx: Asking, value: string) => Promise<Reply>>>
  /** The buttons that are answered by a form: some platforms must know that before the press. */
  asks?: readonly string[]
  forms: Readonly<Record<string, (ctx: Asking, submission: Submission) => Promise<Reply>>>
  timers: Readonly<Record<string, TimerKind>>
  /** What can be done with a message that somebody wrote, from its menu. */
  shortcuts?: Readonly<Record<string, Shortcut>>
  /** Something written to the bot that is no command; null leaves it to the next flow. */
  message?: (ctx: Asking, text: string) => Promise<Reply | null>
  /** Somebody wrote a message in a channel that this flow watches (`watch` of people/channels.ts). */
  overheard?: (ctx: Asking, message: Heard) => Promise<void>
  /** What programs can ask and have done, by the path below `/api/v1/`. */
  api?: Readonly<Record<string, ApiEntry>>
  /** What people without an account can open, by signed link (`linkTo` of pages/link.ts). */
  pages?: Readonly<Record<string, Page>>
  /** Holds what an escalation of this flow is about, before anybody holds the escalation itself. */
  holds?: (ctx: Context, subject: string) => Promise<void>
  /** Whether this member, or nobody in particular, may know what an escalation of this flow is about; everybody may where it is absent. */
  mayKnow?: (ctx: Context, subject: string, member: Member | null) => Promise<boolean>
  /** What became of an escalation that this flow has opened. */
  escalation?: (ctx: Context, news: News) => Promise<void>
  /** Values of KPIs are other than before, in the transaction that writes them. */
  measured?: (ctx: Context, all: readonly Measured[]) => Promise<void>
  /** What of it can be tied to something of another flow (`src/links`). */
  subjects?: Subjects
  /** What is kept about somebody outside, to be erased at their request. */
  traces?: Traces
  /** Every minute: mends what was left lying in this workspace, and returns how many things. */
  repair?: (ctx: Context) => Promise<number>
  /** One of this flow's posts found nobody: the person is unreachable or the channel is closed. */
  undelivered?: (ctx: Context, post: Post) => Promise<void>
  /** Their zone or working days are others than before. */
  memberChanged?: (ctx: Context, member: Member) => Promise<void>
  memberLeft?: (ctx: Context, member: Member) => Promise<void>
  channelClosed?: (ctx: Context, channel: Channel) => Promise<void>
  /** What will be asked of this member, earliest first. */
  upcoming?: (ctx: Context, member: Member, until: Temporal.Instant) => Promise<readonly Upcoming[]>
  /** What it says in the report on a week, as far as the reader may know of it; nothing where there is nothing to say. */
  report?: (ctx: Reader, week: Week) => Promise<readonly Section[]>
}

/** Local dates of that zone, both included; times are said in it too. */
export type Week = Period & { timeZone: string }

/** A part of the report, with the numbers that this command shows. */
export type Section = { title: string; blocks: readonly Block[]; command: string; pictures?: readonly Drawing[] }

/** An SVG with what it shows in words. */
export type Drawing = { svg: string; alt: string }

export type Shortcut = { title: Phrase; run: (ctx: Asking, message: Heard) => Promise<Reply> }

/** A KPI by its key, and for whoever follows it each value with the last day of its period. */
export type Measured = { key: string; values: () => { on: Temporal.PlainDate; value: number }[] }

export type Subjects = {
  /** What is meant by a reference that somebody typed; null where it is none of this flow's, or not for the asker to know. */
  meant: (ctx: Asking, typed: string) => Promise<Subject | null>
  /** Those of these (`<kind>:<id>`) that are this flow's and that the reader may know of, with their names. */
  named: (ctx: Reader, subjects: readonly string[]) => Promise<Subject[]>
  /** The buttons that this flow has at something of another one's with these ties, on a card for one reader. */
  offers?: (ctx: Asking, subject: Subject, ties: readonly Subject[]) => readonly Button[]
  /** What some of these are tied to is other than before: draws it again where it stands. */
  tiesChanged?: (ctx: Context, subjects: readonly string[]) => Promise<void>
}

export type Traces = {
  /** What there is of whoever is called this or can be reached under this, in words; null when nothing is known. */
  find: (ctx: Asking, who: string) => Promise<{ found: string } | null>
  /** Erases it for good and returns how many records have lost a name. */
  erase: (ctx: Asking, who: string) => Promise<number>
}

export type TimerKind = {
  does: Phrase
  /** More exactly, by what it carries, where two of one kind and name would read alike in the list of what is coming. */
  doesExactly?: (payload: unknown) => Phrase | null
  fire: (ctx: Context, timer: Due) => Promise<void>
  /** Several that came due at once, the earliest first: fewer words with the database than one after the other. */
  fireAll?: (ctx: Context, timers: readonly Due[]) => Promise<void>
  /** It is planned again as long as what it is about goes on, so dropping it would change nothing. */
  lasting?: true
}

export type Command = {
  run: (ctx: Asking, line: CommandLine) => Promise<Reply>
  /** Other names, such as the Chinese one. */
  aliases?: readonly string[]
  /** How it is typed after the subcommand, such as `<name> [date]`. */
  usage?: Phrase
  does: Phrase
}

/** What every handler gets: one transaction, one instant. */
export type Context = {
  db: Db
  now: Temporal.Instant
  workspace: Workspace
  flows: readonly Flow[]
  log: Logger
  /** The address at which people outside find us, without a slash at its end. */
  site: string
  /** The token of the program that asks for it, by its id. */
  tokenId?: string
  /** Where the posts said or revised in this transaction go; whoever commits asks for their delivery. */
  places: Set<string>
  /** Those planned in this transaction that are due already, by their ids; whoever commits asks for their firing. */
  dueTimers: Set<bigint>
}

/** A context in which somebody asks for something. */
export type Asking = Context & {
  actor: Member
  locale: Locale
  platform: PlatformName
  /** Where it was asked; absent in a direct conversation. */
  channel?: Channel
}

/** Whoever reads: somebody, or nobody in particular, such as a channel or a program. */
export type Reader = Context & Pick<Asking, 'locale'> & Partial<Pick<Asking, 'actor'>>

export type Submission = { context: string; values: FormValues }

/** A timer that has come due. */
export type Due = { subject: string; payload: unknown; dueAt: Temporal.Instant }

export type Upcoming = { at: Temporal.Instant; what: string }

/** What the asker sees. */
export type Reply =
  | { kind: 'nothing' }
  /** Shown to the asker alone; `replaces` puts it in the place of the private card whose button was pressed. */
  | { kind: 'card'; card: Card; replaces?: true; file?: Attachment }
  | { kind: 'form'; form: Form }
  /** The form stays open with these words beside its fields; `''` is about the form as a whole. */
  | { kind: 'invalid'; errors: Readonly<Record<string, string>> }

export const nothing: Reply = { kind: 'nothing' }
export const show = (card: Card): Reply => ({ kind: 'card', card })
export const ask = (form: Form): Reply => ({ kind: 'form', form })
