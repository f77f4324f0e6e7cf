import { nearestLocale } from '../../chat/locale.ts'
import type { ChannelProfile, Profile } from '../../platform.ts'
import type { Sender } from './desk.ts'
import { conversationAt } from './posting.ts'

/** What Teams and earlier messages tell of a person; null where nobody of that id was ever heard of. */
export async function readProfile(sender: Sender, externalId: string): Promise<Profile | null> {
  const place = await sender.places.find(sender.tenantId, externalId)
  if (place?.kind !== 'person') return null
  const of = await conversationAt(sender, place).catch(() => null)
  const member = of && (await sender.connector.member(of, externalId))
  const email = member?.email ?? member?.userPrincipalName
  return {
    externalId,
    name: member?.name ?? place.name ?? externalId,
    ...(email && { email }),
    timeZone: place.timeZone ?? 'UTC',
    locale: nearestLocale(place.locale ?? undefined),
    kind: member?.userRole === 'guest' ? 'guest' : 'person',
    active: place.closedAt === null && (of === null || member !== null),
    administrator: false,
  }
}

/** Until Teams was asked for the name, or who is there. */
const UNNAMED = { channel: 'Channel', chat: 'Group chat' }

export async function readRoom({ places, tenantId }: Sender, externalId: string): Promise<ChannelProfile | null> {
  const place = await places.find(tenantId, externalId)
  if (!place || place.kind === 'person') return null
  return { externalId, name: place.name ?? UNNAMED[place.kind as keyof typeof UNNAMED], open: place.closedAt === null }
}
