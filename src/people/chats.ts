import type { Db } from '../database/types.ts'
import type { PlatformName } from '../platform.ts'

/** A chat product where somebody is known, and whether they said that they want to be told things there. */
export type Chat = { platform: PlatformName; title: string; preferred: boolean }

/** The name of a chat product, or where somebody was last active. */
export type ToldOn = PlatformName | 'last'

const TITLES: Readonly<Record<PlatformName, string>> = {
  slack: 'Slack',
  teams: 'Microsoft Teams',
  playground: 'Playground',
}

export async function chatsOf(db: Db, memberId: string): Promise<Chat[]> {
  const identities = await db.identity.findMany({ where: { memberId }, orderBy: { platform: 'asc' } })
  return identities.map(({ platform, preferred }) => {
    const name = platform as PlatformName
    return { platform: name, title: TITLES[name], preferred }
  })
}

/** From now on they are told things on that one, or on the one where they were last active. */
export async function tellOn(db: Db, memberId: string, chat: ToldOn): Promise<void> {
  await db.identity.updateMany({ where: { memberId }, data: { preferred: false } })
  await db.identity.updateMany({ where: { memberId, platform: chat }, data: { preferred: true } })
}

export const toldOn = (chats: readonly Chat[]): ToldOn => chats.find(({ preferred }) => preferred)?.platform ?? 'last'

/** Which of these chats is meant; null where it is none of them. */
export function readChat(typed: string, chats: readonly Chat[]): ToldOn | null {
  const said = typed.trim().toLowerCase()
  if (LAST.includes(said)) return 'last'
  const meant = chats.find(({ platform, title }) => platform === said || title.toLowerCase() === said)
  return meant?.platform ?? null
}

const LAST = ['last', 'last active', '最近', '最近活跃']
