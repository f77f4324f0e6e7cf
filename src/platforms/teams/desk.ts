import type { Logger } from 'pino'
import type { Database } from '../../database/types.ts'
import type { Door } from '../../platform.ts'
import type { Bot } from './botbuilder.ts'
import type { drawCard } from './card.ts'
import type { Connector } from './connector.ts'
import type { Shelf } from './files.ts'
import type { Pace } from './pace.ts'
import type { Places } from './places.ts'

/** What is needed to write to people in Teams. */
export type Sender = {
  connector: Connector
  /** How cards look where they are sent. */
  draw: typeof drawCard
  pace: Pace
  places: Places
  shelf: Shelf
  /** The one company whose people we talk with. */
  tenantId: string
  log: Logger
}

/** Everything that is needed to answer somebody. */
export type Desk = Sender & { bot: Bot; db: Database; door: Door; allows: (serviceUrl: string) => boolean }
