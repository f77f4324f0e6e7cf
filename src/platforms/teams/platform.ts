import type { Logger } from 'pino'
import type { Database } from '../../database/types.ts'
import type { ChatPlatform } from '../../platform.ts'
import { type Bot, type BotOptions, openBot } from './botbuilder.ts'
import { drawCard, drawWithoutDialogs } from './card.ts'
import { connectorFor } from './connector.ts'
import type { Sender } from './desk.ts'
import { shelfIn } from './files.ts'
import { formsIn } from './forms.ts'
import { mount } from './listen.ts'
import { LoginRefused } from './login.ts'
import { type Pace, paceOf } from './pace.ts'
import { readProfile, readRoom } from './people.ts'
import { placesIn } from './places.ts'
import { changePost, permalink, sendPost } from './posting.ts'
import { type Roster, rosterOf } from './roster.ts'
import { allowed } from './service-hosts.ts'

export type TeamsOptions = BotOptions & {
  tenantId: string
  /** Hosts of connectors beside Microsoft's own. */
  serviceHosts: readonly string[]
  /** Whoever has this e-mail address is the first administrator: Teams does not tell who administers it. */
  admin?: string | undefined
  /** Whether forms open in dialogs; Microsoft's Agents Playground, for which nobody is asked who they are, has none. */
  dialogs?: boolean
  /** How much Teams is asked at a time: as much as it takes, unless told otherwise. */
  pace?: Pace
  db: Database
  /** The address at which people outside find us. */
  site: () => string
  log: Logger
}

/** Microsoft Teams, for the people of one company. */
export function createTeams(options: TeamsOptions): ChatPlatform {
  const { tenantId, db, site, log, app, serviceHosts, pace = paceOf(), dialogs = app !== null } = options
  const { bot, trouble } = watched(openBot(options))
  const allows = allowed({ hosts: serviceHosts, loopback: app === null })
  const shelf = shelfIn(db, { tenantId, site })
  const connector = pace.counting(connectorFor(bot, allows))
  const draw = dialogs ? drawCard : drawWithoutDialogs
  const sender: Sender = { connector, draw, pace, places: placesIn(db), shelf, tenantId, log }
  let roster: Roster | null = null
  return {
    name: 'teams',
    listen: async (web, door) => {
      roster = rosterOf({ ...sender, door })
      mount(web, { ...sender, bot, db, door, allows, forms: formsIn(db), roster, isOpen: app === null })
      shelf.serve(web)
      await door.notice({ platform: 'teams', installation: tenantId, kind: 'hearing', hears: true })
      // A wrong secret is told before anybody waits for an answer.
      void bot.token().catch((error: unknown) => log.error({ err: error }, 'no token for Teams could be had'))
    },
    post: (post) => sendPost(sender, post),
    update: (post, ref) => changePost(sender, post, ref),
    linkTo: (ref) => permalink(sender, ref),
    profileOf: async (_installation, id) => withAdmin(await readProfile(sender, id), options.admin),
    channelOf: (_installation, id) => readRoom(sender, id),
    trouble: async () => trouble(),
    close: async () => roster?.close(),
  }
}

const NO_TOKEN = 'Teams: no token can be had at the moment; the log says why'

/** Whether we are let in, as it was at the last try; what may pass is tried again by whoever asks. */
function watched(bot: Bot): { bot: Bot; trouble: () => string | null } {
  let why: string | null = null
  const token = async (refused?: string) => {
    try {
      const given = await bot.token(refused)
      why = null
      return given
    } catch (error) {
      why = error instanceof LoginRefused ? error.message : NO_TOKEN
      throw error
    }
  }
  const trouble = () => {
    // What comes of it is told the next time.
    if (why === NO_TOKEN) token().catch(() => why)
    return why
  }
  return { bot: { ...bot, token }, trouble }
}

const withAdmin = (profile: Awaited<ReturnType<typeof readProfile>>, admin: string | undefined) =>
  profile && { ...profile, administrator: admin !== undefined && profile.email?.toLowerCase() === admin.toLowerCase() }
