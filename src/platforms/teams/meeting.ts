import type { Channel, Member } from './connector.ts'
import type { Desk, Sender } from './desk.ts'
import { type Activity, isProgram } from './payloads.ts'
import type { Told } from './places.ts'

export type Guide = Sender & Pick<Desk, 'door'>
/** A team with its channels, or a group chat. */
export type Around = { id: string; room: string; serviceUrl: string; isTeam: boolean }

const MOST_PEOPLE = 500
const MOST_CHANNELS = 200
const MOST_NEWCOMERS = 20
const MOST_NAMES = 3

export async function meetEverybody(guide: Guide, around: Around): Promise<void> {
  const names = await meetPeople(guide, around)
  if (!around.isTeam && names.length > 0) await nameChat(guide, around, names)
}

export async function meetChannels(guide: Guide, around: Around): Promise<void> {
  const channels = await guide.connector.channelsOf(around.serviceUrl, around.id)
  for (const channel of channels.slice(0, MOST_CHANNELS))
    await meetRoom(guide, await channelTold(guide, around, channel))
}

/** Returns their names. */
async function meetPeople(guide: Guide, around: Around): Promise<string[]> {
  const of = { serviceUrl: around.serviceUrl, conversationId: around.id }
  const names: string[] = []
  let page: string | undefined
  for (let met = 0; met < MOST_PEOPLE; ) {
    const { members, continuationToken } = await guide.connector.members(of, page)
    const people = members.filter(isPerson).map((member) => personTold(guide, around, member))
    await guide.places.meet(people)
    names.push(...people.flatMap(({ name }) => name ?? []))
    met += members.length
    if (!continuationToken || members.length === 0) break
    page = continuationToken
  }
  return names
}

/** A group chat that nobody has named goes by who is in it. */
async function nameChat(guide: Guide, { id, serviceUrl }: Around, names: string[]): Promise<void> {
  const { places, tenantId } = guide
  if ((await places.find(tenantId, id))?.name) return
  const name = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ' …' : '')
  await meetRoom(guide, { tenantId, externalId: id, kind: 'chat', serviceUrl, name })
}

/** Teams mostly tells the ids of rooms alone, so that they were known without a name until now. */
async function meetRoom({ places, door, tenantId }: Guide, room: Told): Promise<void> {
  for (const { externalId: channel, name } of await places.meet([room]))
    if (name) await door.notice({ platform: 'teams', installation: tenantId, kind: 'channel-renamed', channel, name })
}

/** Whoever had left is back. */
export async function meetNewcomers(guide: Guide, { id, ...around }: Around, activity: Activity): Promise<void> {
  const { connector, places, door, tenantId } = guide
  const of = { serviceUrl: around.serviceUrl, conversationId: id }
  const added = (activity.membersAdded ?? []).filter((one) => one.id !== activity.recipient.id)
  for (const one of added.slice(0, MOST_NEWCOMERS)) {
    const member = await connector.member(of, one.id)
    if (!member || !isPerson(member)) continue
    await places.meet([personTold(guide, around, member)])
    const profile = { externalId: one.id, active: true }
    await door.notice({ platform: 'teams', installation: tenantId, kind: 'person-changed', profile })
  }
}

const isPerson = (member: Member): boolean => !isProgram(member) && member.userRole !== 'bot'

type Where = Pick<Around, 'serviceUrl'>

const personTold = ({ tenantId }: Sender, { serviceUrl }: Where, { id, name, aadObjectId }: Member): Told => ({
  ...{ tenantId, externalId: id, kind: 'person', serviceUrl, goneAt: null },
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
