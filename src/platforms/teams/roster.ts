import type { Channel, Member } from './connector.ts'
import type { Sender } from './desk.ts'
import { type Activity, roomOf } from './payloads.ts'
import type { Told } from './places.ts'

/** Who is in the rooms that we hear of, and which channels their teams have: forms offer them. */
export type Roster = {
  /** Looks around where this happened, in its own time, unless that was done lately. Never fails. */
  look(activity: Activity): void
  close(): void
}

const MOST_PEOPLE = 500
const MOST_CHANNELS = 200
const MOST_NEWCOMERS = 20
const AGAIN_AFTER_MS = 24 * 3_600_000
const AFTER_FAILURE_MS = 600_000

/** One room after the other, and a company's ten thousand people never. */
export function rosterOf(sender: Sender): Roster {
  const notBefore = new Map<string, number>()
  let underway: Promise<void> = Promise.resolve()
  let isClosing = false
  const soon = (around: Around, work: () => Promise<void>) => {
    underway = underway.then(async () => {
      if (isClosing) return
      try {
        await work()
      } catch (error) {
        notBefore.set(around.id, Date.now() + AFTER_FAILURE_MS)
        if (!isClosing) sender.log.warn({ err: error }, 'who is in a room of Teams could not be read')
      }
    })
  }
  return {
    look: (activity) => {
      const around = aroundOf(activity)
      if (!around) return
      if (isFarewell(activity)) return void notBefore.delete(around.id)
      const isDue = (notBefore.get(around.id) ?? 0) <= Date.now()
      if (isDue) notBefore.set(around.id, Date.now() + AGAIN_AFTER_MS)
      if (isDue) soon(around, () => lookAround(sender, around))
      else if (activity.membersAdded?.length) soon(around, () => meetNewcomers(sender, around, activity))
    },
    close: () => {
      isClosing = true
    },
  }
}

/** A team with its channels, or a group chat. */
type Around = { id: string; serviceUrl: string; isTeam: boolean }

function aroundOf(activity: Activity): Around | null {
  const { serviceUrl, channelData, conversation } = activity
  const room = roomOf(activity)
  const team = channelData?.team?.id
  if (team) return { id: team, serviceUrl, isTeam: true }
  return room && conversation.conversationType === 'groupChat' ? { id: room, serviceUrl, isTeam: false } : null
}

const isFarewell = ({ action, membersRemoved, recipient }: Activity): boolean =>
  action?.startsWith('remove') === true || membersRemoved?.some(({ id }) => id === recipient.id) === true

async function lookAround(sender: Sender, around: Around): Promise<void> {
  const { connector, places } = sender
  const { id, serviceUrl } = around
  if (around.isTeam) {
    const channels = (await connector.channelsOf(serviceUrl, id)).slice(0, MOST_CHANNELS)
    for (const channel of channels) await places.meet([await channelTold(sender, around, channel)])
  }
  let page: string | undefined
  for (let met = 0; met < MOST_PEOPLE; ) {
    const { members, continuationToken } = await connector.members({ serviceUrl, conversationId: id }, page)
    await places.meet(members.filter(isPerson).map((member) => personTold(sender, around, member)))
    met += members.length
    if (!continuationToken || members.length === 0) return
    page = continuationToken
  }
}

async function meetNewcomers(sender: Sender, { id, ...around }: Around, activity: Activity): Promise<void> {
  const of = { serviceUrl: around.serviceUrl, conversationId: id }
  const added = (activity.membersAdded ?? []).filter((one) => one.id !== activity.recipient.id)
  for (const one of added.slice(0, MOST_NEWCOMERS)) {
    const member = await sender.connector.member(of, one.id)
    if (member && isPerson(member)) await sender.places.meet([personTold(sender, around, member)])
  }
}

const isPerson = ({ id, userRole }: Member): boolean => !id.startsWith('28:') && userRole !== 'bot'

type Where = Pick<Around, 'serviceUrl'>

const personTold = ({ tenantId }: Sender, { serviceUrl }: Where, { id, name, aadObjectId }: Member): Told => ({
  ...{ tenantId, externalId: id, kind: 'person', serviceUrl },
  ...(name && { name }),
  ...(aadObjectId && { aadObjectId }),
})

/** A team's first channel has no name of its own: it goes by its team's, where that was ever heard. */
async function channelTold(
  { places, tenantId }: Sender,
  { id: teamId, serviceUrl }: Around,
  channel: Channel,
): Promise<Told> {
  const { id: externalId } = channel
  const name = channel.name ?? (await places.find(tenantId, externalId))?.name ?? 'General'
  return { tenantId, externalId, kind: 'channel', serviceUrl, teamId, name }
}
