import type { Db } from '../database/types.ts'
import type { Asking, Context } from '../flow.ts'
import type { Prisma } from '../generated/client.ts'

/** Somebody brings in a file, on a page of ours and not in a chat. */
export type Importing = Context & Pick<Asking, 'actor' | 'locale'>

/** The link that somebody was given, with the file that was found good and what it would do. */
export type ImportRow = {
  id: string
  memberId: string
  text: string | null
  outcome: Prisma.JsonValue | null
  writtenAt: Date | null
}

export type Problem = { line: number; column: string; why: string }

/** What a file would do: nothing at all while there is a problem. `outcome` is another one as soon as that would be something else. */
export type Checked = { problems: readonly Problem[]; outcome: Prisma.InputJsonValue }

type Change = { text: string | null; outcome?: Prisma.InputJsonValue; writtenAt?: Date }
export type ImportRows<Row extends ImportRow> = {
  findFirst: (args: { where: { id: string; workspaceId: string } }) => PromiseLike<Row | null>
  update: (args: { where: { id: string }; data: Change }) => PromiseLike<unknown>
}

/** How a flow takes in its files. */
export type Importer<Row extends ImportRow, Found extends Checked> = {
  flow: string
  /** Where its links are kept. */
  table: string
  rows: (db: Db) => ImportRows<Row>
  /** The largest file. */
  megabytes: number
  /** What the link opens, held where a file is brought; or why this member can do nothing with it. */
  open: (ctx: Importing, row: Row, what: 'looked at' | 'brought') => Promise<Opened<Found> | { refused: string }>
}

/** Everything that a file would do, in a sentence and perhaps line by line; `isNothing` where all of it is there already. */
export type Plan = { said: string; isNothing: boolean; items?: readonly string[] }

export type Opened<Found extends Checked> = {
  title: string
  how: readonly string[]
  /** Writes nothing; throws Unreadable for what is no such file. */
  check: (text: string) => Promise<Found>
  plan: (found: Found) => Plan
  /** Until this transaction ends nobody else changes what the file would write over. */
  hold: (text: string) => Promise<unknown>
  /** All of it; false, and nothing, where somebody has changed something since it was looked up. */
  write: (found: Found) => Promise<boolean>
  written: string
}
