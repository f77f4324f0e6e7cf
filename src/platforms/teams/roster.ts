import { type Around, type Guide, meetChannels, meetEverybody, meetNewcomers } from './meeting.ts'
import { type Activity, mayBeElsewhere, roomOf } from './payloads.ts'

/** Who is in the rooms that we hear of, and which channels their teams have: forms offer them. */
export type Roster = {
  /** Looks around where this happened, in its own time, unless that was done lately. Never fails. */
  look(activity: Activity): void
  close(): void
}

const AGAIN_AFTER_MS = 24 * 3_600_000
const AFTER_FAILURE_MS = 600_000

/** One room after the other, and a company's ten thousand people never. */
export function rosterOf(guide: Guide): Roster {
  const lately = daily()
  let underway: Promise<void> = Promise.resolve()
  let isClosing = false
  const soon = (what: string, work: () => Promise<void>) => {
    underway = underway.then(async () => {
      if (isClosing) return
      try {
        await work()
      } catch (error) {
        lately.failed(what)
        if (!isClosing) guide.log.warn({ err: error }, 'who is in a room of Teams could not be read')
      }
    })
  }
  const look = (around: Around, activity: Activity) => {
    const [people, channels] = [`people ${around.id}`, `channels ${around.room}`]
    if (isFarewell(activity)) return lately.forget(people, channels)
    if (around.isTeam && lately.isDue(channels)) soon(channels, () => meetChannels(guide, around))
    if (lately.isDue(people)) soon(people, () => meetEverybody(guide, around))
    if (activity.membersAdded?.length) soon(people, () => meetNewcomers(guide, around, activity))
  }
  return {
    look: (activity) => {
      const around = aroundOf(activity)
      if (around) look(around, activity)
    },
    close: () => {
      isClosing = true
    },
  }
}

/** What is done once a day; what failed comes again sooner. */
function daily() {
  const notBefore = new Map<string, number>()
  return {
    isDue: (what: string): boolean => {
      const isIt = (notBefore.get(what) ?? 0) <= Date.now()
      if (isIt) notBefore.set(what, Date.now() + AGAIN_AFTER_MS)
      return isIt
    },
    failed: (what: string) => void notBefore.set(what, Date.now() + AFTER_FAILURE_MS),
    forget: (...all: string[]) => {
      for (const what of all) notBefore.delete(what)
    },
  }
}

function aroundOf(activity: Activity): Around | null {
  const { serviceUrl, channelData, conversation } = activity
  const room = roomOf(activity)
  const team = channelData?.team?.id
  if (room === null || mayBeElsewhere(activity)) return null
  if (team) return { id: team, room, serviceUrl, isTeam: true }
  return conversation.conversationType === 'groupChat' ? { id: room, room, serviceUrl, isTeam: false } : null
}

const isFarewell = ({ action, membersRemoved, recipient }: Activity): boolean =>
  action?.startsWith('remove') === true || membersRemoved?.some(({ id }) => id === recipient.id) === true
