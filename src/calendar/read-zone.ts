import { Temporal } from 'temporal-polyfill'
import { CITIES } from './cities.ts'
import { tidied } from './tidied.ts'

let all: readonly string[] | undefined
let known: ReadonlyMap<string, string | null> | undefined

/** Every IANA zone that this runtime knows, and UTC. */
export function zones(): readonly string[] {
  all ??= [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
  return all
}

/**
 * A zone as people type it: an IANA name in any case, a city (`Shanghai`, `北京`, `new york`) or `UTC`. Null when it can't
 * be read, and for offsets such as `+08:00`, which know nothing of daylight saving.
 */
export function readZone(text: string): string | null {
  known ??= namesOfZones()
  const typed = tidied(text).replace(/(?:时间| time)$/, '')
  const zone = known.get(typed.replaceAll(' ', '_')) ?? known.get(typed.replaceAll('_', ' '))
  return zone ?? olderName(typed.replaceAll(' ', '_'))
}

/** By what can be typed; null where two zones end in the same city. */
function namesOfZones(): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>()
  for (const zone of zones()) {
    const city = zone
      .slice(zone.lastIndexOf('/') + 1)
      .replaceAll('_', ' ')
      .toLowerCase()
    names.set(city, names.has(city) ? null : zone)
  }
  for (const zone of zones()) names.set(zone.toLowerCase(), zone)
  for (const [zone, cities] of Object.entries(CITIES)) for (const city of cities) names.set(city, zone)
  return names
}

// The names that the runtime understands without listing them: `Asia/Kolkata`, `US/Pacific`.
function olderName(typed: string): string | null {
  if (!/^(?!etc\/)[a-z_]+(?:\/[a-z0-9_-]+)+$/.test(typed)) return null
  try {
    return new Temporal.ZonedDateTime(0n, typed).timeZoneId
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
