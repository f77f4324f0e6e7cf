import type { FieldValue } from '../chat/form.ts'
import type { Member, Workspace } from '../database/types.ts'
import type { Asked, ChatPlatform, Inbound } from '../platform.ts'
import type { World } from '../world.ts'
import { channelBehind, memberBehind } from './acquaintance.ts'

const MENTION = /<([@#])([^>|\s]+)(?:\|[^>]*)?>/g
/** How many unknown people are asked of the platform at once. */
const AT_ONCE = 8

type House = { world: World; workspace: Workspace; platform: ChatPlatform }
type Translation = { people: ReadonlyMap<string, Member>; channels: ReadonlyMap<string, string> }

/** The inbound with the platform's ids of people and channels replaced by ours; unknown ones stay, and no flow finds them. */
export async function inOurIds(house: House, inbound: Inbound): Promise<Inbound> {
  const wanted = idsIn(inbound.what)
  if (wanted.people.size + wanted.channels.size === 0) return inbound

  const { installation } = inbound
  const translation: Translation = {
    people: await inBatches([...wanted.people], (externalId) =>
      memberBehind(house.world, house.workspace, { platform: house.platform, installation, externalId }),
    ),
    channels: await inBatches([...wanted.channels], async (externalId) => {
      const channel = await channelBehind(house.world, house.workspace, {
        platform: house.platform,
        installation,
        externalId,
      })
      return channel?.id ?? null
    }),
  }
  return { ...inbound, what: translated(inbound.what, translation) }
}

function idsIn(what: Asked): { people: Set<string>; channels: Set<string> } {
  if (what.kind === 'submission') {
    const valuesOf = (names: readonly string[]) => new Set(names.flatMap((name) => listOf(what.values[name])))
    return { people: valuesOf(what.people), channels: valuesOf(what.channels) }
  }
  const text = textOf(what)
  const mentions = [...text.matchAll(MENTION)]
  const idsOf = (sign: string) => new Set(mentions.flatMap(([, found, id]) => (found === sign && id ? [id] : [])))
  const authors = 'message' in what && what.message.author ? [what.message.author] : []
  return { people: new Set([...idsOf('@'), ...authors]), channels: idsOf('#') }
}

function textOf(what: Exclude<Asked, { kind: 'submission' }>): string {
  if (what.kind === 'press') return ''
  return 'message' in what ? what.message.text : what.text
}

function listOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return value ? [value] : []
  return Array.isArray(value) ? value : []
}

async function inBatches<T>(ids: readonly string[], look: (id: string) => Promise<T | null>): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const batch = ids.slice(start, start + AT_ONCE)
    const results = await Promise.all(batch.map(look))
    for (const [index, id] of batch.entries()) {
      const result = results[index]
      if (result !== null && result !== undefined) found.set(id, result)
    }
  }
  return found
}

function translated(what: Asked, { people, channels }: Translation): Asked {
  const ourPerson = (id: string) => people.get(id)?.id ?? id
  const ourChannel = (id: string) => channels.get(id) ?? id
  const inText = (text: string) =>
    text.replace(MENTION, (_, sign: string, id: string) =>
      sign === '@' ? `<@${ourPerson(id)}>` : `<#${ourChannel(id)}>`,
    )
  switch (what.kind) {
    case 'press':
      return what
    case 'command':
    case 'message':
      return { ...what, text: inText(what.text) }
    case 'shortcut':
    case 'overheard': {
      const { author, ...message } = what.message
      const known = author ? people.get(author) : undefined
      const heard = { ...message, text: inText(message.text), ...(known && { author: known.id }) }
      return { ...what, message: known ? { ...heard, authorName: known.name } : heard }
    }
    case 'submission': {
      const values = Object.entries(what.values).map(([name, value]): [string, FieldValue] => {
        if (what.people.includes(name)) return [name, mapped(value, ourPerson)]
        return [name, what.channels.includes(name) ? mapped(value, ourChannel) : value]
      })
      return { ...what, values: Object.fromEntries(values) }
    }
  }
}

function mapped(value: FieldValue, translate: (id: string) => string): FieldValue {
  if (typeof value === 'string') return translate(value)
  return Array.isArray(value) ? value.map(translate) : value
}
