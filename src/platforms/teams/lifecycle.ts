import { nearestLocale } from '../../chat/locale.ts'
import { cardActivity } from './activity.ts'
import type { Desk } from './desk.ts'
import { type Activity, roomOf } from './payloads.ts'
import { takeDeparture } from './people.ts'
import { conversationAt } from './posting.ts'
import { isFirstOf } from './presses.ts'
import { welcomeCard } from './welcome.ts'

/** Each of them costs a question or two to Teams. */
const MOST_DEPARTURES = 20
const nobody = { person: () => undefined, channel: () => undefined, post: () => undefined }

/** We were added somewhere, or taken away from there. */
export async function takeInstallation(desk: Desk, activity: Activity): Promise<void> {
  const isPersonal = roomOf(activity) === null
  if (activity.action?.startsWith('remove')) return isPersonal ? close(desk, activity.from.id) : leave(desk, activity)
  if (!activity.action?.startsWith('add')) return
  await (isPersonal ? welcome(desk, activity) : comeBack(desk, activity))
}

/** What has become of a channel, a team, and who is in it. */
export async function takeChange(desk: Desk, activity: Activity): Promise<void> {
  const { channelData, membersAdded, membersRemoved, recipient } = activity
  const channel = channelData?.channel?.id
  switch (channelData?.eventType) {
    case 'channelDeleted':
      return channel ? close(desk, channel) : undefined
    case 'channelRenamed':
      return channel && channelData.channel?.name ? rename(desk, channel, channelData.channel.name) : undefined
    case 'teamArchived':
    case 'teamDeleted':
    case 'teamHardDeleted':
      return leave(desk, activity)
    case 'teamUnarchived':
    case 'teamRestored':
      return comeBack(desk, activity)
  }
  if (roomOf(activity) === null) return
  const areWe = ({ id }: { id: string }) => id === recipient.id
  if (membersRemoved?.some(areWe)) return leave(desk, activity)
  if (membersAdded?.some(areWe)) return comeBack(desk, activity)
  for (const { id } of (membersRemoved ?? []).slice(0, MOST_DEPARTURES)) await takeDeparture(desk, id)
}

async function close({ places, door, tenantId }: Desk, where: string): Promise<void> {
  await places.close(tenantId, where)
  const place = await places.find(tenantId, where)
  if (place && place.kind !== 'person')
    await door.notice({ platform: 'teams', installation: tenantId, kind: 'channel-closed', channel: where })
}

/** All the channels of a team, or the one room. */
async function leave(desk: Desk, activity: Activity): Promise<void> {
  for (const room of await roomsOf(desk, activity)) await close(desk, room)
}

/** What was said in any of them while we were away we have not heard; they can be written to again. */
async function comeBack(desk: Desk, activity: Activity): Promise<void> {
  await desk.places.reopen(desk.tenantId, await roomsOf(desk, activity))
}

async function roomsOf({ places, tenantId }: Desk, activity: Activity): Promise<string[]> {
  const team = activity.channelData?.team?.id
  const room = roomOf(activity)
  return [...new Set([...(team ? await places.ofTeam(tenantId, team) : []), ...(room ? [room] : [])])]
}

async function rename({ places, door, tenantId }: Desk, channel: string, name: string): Promise<void> {
  await places.rename(tenantId, channel, name)
  await door.notice({ platform: 'teams', installation: tenantId, kind: 'channel-renamed', channel, name })
}

async function welcome(desk: Desk, activity: Activity): Promise<void> {
  const place = await desk.places.find(desk.tenantId, activity.from.id)
  if (!place || !(await isFirstOf(desk.db, activity))) return
  const card = welcomeCard(nearestLocale(activity.locale ?? undefined))
  await desk.connector.send(await conversationAt(desk, place), cardActivity(desk.draw({ card, directory: nobody })))
}
