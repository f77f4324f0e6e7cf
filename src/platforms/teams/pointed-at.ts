import type { Heard } from '../../platform.ts'
import type { PointedAt } from './payloads.ts'
import type { Places } from './places.ts'

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': "'" }

/** The message that somebody has pointed at, with the ids under which people write to us. */
export async function pointedAt(
  { messagePayload }: PointedAt,
  { places, tenantId }: { places: Places; tenantId: string },
): Promise<Heard> {
  const { id, from, body, linkToMessage, mentions } = messagePayload
  const behind = async (aadObjectId: string | undefined) =>
    aadObjectId === undefined ? null : places.personBehind(tenantId, aadObjectId)
  const author = await behind(from?.user?.id)
  const authorName = from?.user?.displayName ?? from?.application?.displayName
  const mentioned = new Map<string, string>()
  for (const mention of mentions ?? []) {
    const { user, conversation } = mention.mentioned
    const person = await behind(user?.id)
    if (person) mentioned.set(String(mention.id), `<@${person}>`)
    else if (conversation) mentioned.set(String(mention.id), `<#${conversation.id}>`)
  }
  return {
    id,
    text: wordsOf(body?.content ?? '', mentioned),
    ...(author && { author }),
    ...(authorName && { authorName }),
    ...(linkToMessage && { link: linkToMessage }),
  }
}

function wordsOf(markup: string, mentioned: ReadonlyMap<string, string>): string {
  return markup
    .replace(/<at id="(\d+)"[^>]*>(.*?)<\/at>/gs, (_, id: string, name: string) => escaped(mentioned.get(id)) ?? name)
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>(?=\s*<)/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim()
}

/** So that it is not taken for markup. */
const escaped = (mention: string | undefined): string | undefined =>
  mention?.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
