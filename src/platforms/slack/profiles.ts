import type { WebClient } from '@slack/web-api'
import { type Locale, nearestLocale } from '../../chat/locale.ts'
import type { Profile } from '../../platform.ts'
import { remembering } from './cache.ts'
import { codeOf, translated } from './errors.ts'
import { User } from './payloads.ts'

export type Profiles = {
  /** Asks Slack; null when it knows nobody by that id. */
  read(installation: string, id: string): Promise<Profile | null>
  /** Takes over what an event says; what it leaves out is asked for. */
  learn(installation: string, user: User): Promise<Profile | null>
  /** Whether the account still is: as Slack says now, or as it said within the last ten minutes. */
  isActive(installation: string, id: string, asOf: 'now' | 'lately'): Promise<boolean>
  /** The language in which to speak to somebody before anybody knows better. */
  localeOf(installation: string, id: string): Promise<Locale>
  /** In which language somebody was answered, which may be of their own choice. */
  spokeTo(id: string, locale: Locale): void
}

const FRESH_MS = 10 * 60_000

/** Remembers what was read, but never reads anybody before they are needed. */
export function profilesOf(api: WebClient): Profiles {
  const known = remembering<Profile | null>()
  const locales = remembering<Locale>()
  const read = async (installation: string, id: string): Promise<Profile | null> => {
    const profile = await readProfile(api, installation, id)
    known.keep(id, profile)
    return profile
  }
  const recent = (id: string) => known.get(id, FRESH_MS)
  return {
    read,
    learn: async (installation, user) => {
      const locale = user.locale ?? known.get(user.id)?.locale
      if (locale === undefined) return read(installation, user.id)
      const profile = profileFrom({ ...user, locale }, installation)
      known.keep(user.id, profile)
      return profile
    },
    isActive: async (installation, id, asOf) => {
      const profile = (asOf === 'lately' && recent(id)) || (await read(installation, id))
      return profile?.active ?? false
    },
    localeOf: async (installation, id) =>
      locales.get(id) ?? (known.get(id) ?? (await read(installation, id)))?.locale ?? 'en',
    spokeTo: (id, locale) => locales.keep(id, locale),
  }
}

async function readProfile(api: WebClient, installation: string, id: string): Promise<Profile | null> {
  try {
    const { user } = await api.users.info({ user: id, include_locale: true })
    return profileFrom(User.parse(user), installation)
  } catch (error) {
    if (codeOf(error) === 'user_not_found' || codeOf(error) === 'user_not_visible') return null
    throw translated(error, 'person')
  }
}

/** A person of another organization, or with limited rights, is a guest: they may answer, not file. */
export function profileFrom(user: User, installation: string): Profile {
  const { profile } = user
  const names = [profile.display_name, profile.real_name, user.real_name, user.name]
  return {
    externalId: user.id,
    name: names.find((name) => name.trim() !== '') ?? user.id,
    ...(profile.email && { email: profile.email }),
    timeZone: zoneOf(user.tz),
    locale: nearestLocale(user.locale),
    kind: kindOf(user, installation),
    active: !user.deleted,
    administrator: user.is_admin || user.is_owner,
  }
}

function kindOf(user: User, installation: string): Profile['kind'] {
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot'
  const isLimited = user.is_restricted || user.is_ultra_restricted || user.is_stranger
  return isLimited || isForeign(user, installation) ? 'guest' : 'person'
}

function isForeign({ team_id, enterprise_user }: User, installation: string): boolean {
  return team_id !== undefined && team_id !== installation && enterprise_user?.enterprise_id !== installation
}

const zoneOf = (zone: string | null | undefined): string => (zone && isZone(zone) ? zone : 'UTC')

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
