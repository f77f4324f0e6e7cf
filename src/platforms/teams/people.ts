import { nearestLocale } from '../../chat/locale.ts'
import type { TeamsPlace } from '../../generated/client.ts'
import type { ChannelProfile, Profile } from '../../platform.ts'
import { ConnectorRefused, type Member } from './connector.ts'
import type { Sender } from './desk.ts'
import type { Guide } from './meeting.ts'
import type { Told } from './places.ts'
import { conversationAt } from './posting.ts'

/** What Teams and earlier messages tell of a person; null where nobody of that id was ever heard of. */
export async function readProfile(sender: Sender, externalId: string): Promise<Profile | null> {
  const { places, tenantId } = sender
  const place = await places.find(tenantId, externalId)
  if (place?.kind !== 'person') return null
  const member = await memberAt(sender, place)
  const email = member?.email ?? member?.userPrincipalName
  const { timeZone, locale } = place
  return {
    externalId,
    name: member?.name ?? place.name ?? externalId,
    ...(email && { email }),
    ...(timeZone && { timeZone }),
    ...(locale && { locale: nearestLocale(locale) }),
    kind: member?.userRole === 'guest' ? 'guest' : 'person',
    active: member !== null,
    administrator: false,
  }
}

/** Null where Teams knows nobody of that id any more; undefined where it does not let us ask. */
async function memberAt(sender: Sender, place: TeamsPlace): Promise<Member | null | undefined> {
  if (place.closedAt !== null) return undefined
  try {
    return await sender.connector.member(await conversationAt(sender, place), place.externalId)
  } catch (error) {
    if (error instanceof ConnectorRefused && error.status === 403) return undefined
    throw error
  }
}

/** Tells the router what somebody's own activity says of them. */
export const tellNews = ({ door, tenantId }: Guide, { externalId, name, timeZone, locale }: Told): Promise<void> =>
  door.notice({
    ...{ platform: 'teams', installation: tenantId, kind: 'person-changed' },
    profile: {
      externalId,
      ...(name && { name }),
      ...(timeZone && { timeZone }),
      ...(locale && { locale: nearestLocale(locale) }),
    },
  })

/** Whoever was taken out of a team may have left the company, too: only then Teams knows them no more. */
export async function takeDeparture(guide: Guide, externalId: string): Promise<void> {
  const profile = await readProfile(guide, externalId)
  if (!profile || profile.active) return
  await guide.door.notice({ platform: 'teams', installation: guide.tenantId, kind: 'person-changed', profile })
  await guide.places.depart(guide.tenantId, externalId)
}

/** Until Teams was asked for the name, or who is there. */
const UNNAMED = { channel: 'Channel', chat: 'Group chat' }

export async function readRoom({ places, tenantId }: Sender, externalId: string): Promise<ChannelProfile | null> {
  const place = await places.find(tenantId, externalId)
  if (!place || place.kind === 'person') return null
  return { externalId, name: place.name ?? UNNAMED[place.kind as keyof typeof UNNAMED], open: place.closedAt === null }
}
