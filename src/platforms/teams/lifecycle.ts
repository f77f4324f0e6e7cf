import { nearestLocale } from '../../chat/locale.ts'
import { cardActivity } from './activity.ts'
import type { Desk } from './desk.ts'
import { type Activity, roomOf } from './payloads.ts'
import { takeDeparture } from './people.ts'
import { conversationAt } from './posting.ts'
import { welcomeCard } from './welcome.ts'

/** Each of them costs a question or two to Teams. */
const MOST_DEPARTURES = 20
const nobody = { person: () => undefined, channel: () => undefined, post: () => undefined }

/** We were added somewhere, or taken away from there. */
export async function takeInstallation(desk: Desk, activity: Activity): Promise<void> {
  const where = roomOf(activity) ?? activity.from.id
  if (activity.action?.startsWith('remove')) return close(desk, where)
  if (!activity.action?.startsWith('add')) return
  if (roomOf(activity) === null) await welcome(desk, activity)
}

/** What has become of a channel, a team, and who is in it. */
export async function takeChange(desk: Desk, activity: Activity): Promise<void> {
  const { channelData, membersRemoved, recipient } = activity
  const channel = channelData?.channel?.id
  switch (channelData?.eventType) {
    case 'channelDeleted':
      return channel ? close(desk, channel) : undefined
    case 'channelRenamed':
      return channel && channelData.channel?.name ? rename(desk, channel, channelData.channel.name) : undefined
    case 'teamArchived':
    case 'teamDeleted':
    case 'teamHardDeleted':
      return channelData.team ? closeTeam(desk, channelData.team.id) : undefined
  }
  const room = roomOf(activity)
  if (!room) return
  for (const { id } of (membersRemoved ?? []).slice(0, MOST_DEPARTURES))
    await (id === recipient.id ? close(desk, room) : takeDeparture(desk, id))
}

async function close({ places, door, tenantId }: Desk, where: string): Promise<void> {
  await places.close(tenantId, where)
  const place = await places.find(tenantId, where)
  if (place && place.kind !== 'person')
    await door.notice({ platform: 'teams', installation: tenantId, kind: 'channel-closed', channel: where })
}

async function closeTeam(desk: Desk, teamId: string): Promise<void> {
  for (const channel of await desk.places.ofTeam(desk.tenantId, teamId)) await close(desk, channel)
}

async function rename({ places, door, tenantId }: Desk, channel: string, name: string): Promise<void> {
  await places.rename(tenantId, channel, name)
  await door.notice({ platform: 'teams', installation: tenantId, kind: 'channel-renamed', channel, name })
}

async function welcome(desk: Desk, activity: Activity): Promise<void> {
  const place = await desk.places.find(desk.tenantId, activity.from.id)
  if (!place) return
  const card = welcomeCard(nearestLocale(activity.locale ?? undefined))
  await desk.connector.send(await conversationAt(desk, place), cardActivity(desk.draw({ card, directory: nobody })))
}
