import { toInstant } from './calendar/instant.ts'
import type { Locale, Phrase } from './chat/locale.ts'
import type { Upcoming } from './flow.ts'
import { MOST_ATTEMPTS } from './timers/claim.ts'
import type { World } from './world.ts'

const MOST = 12
const COLON: Phrase = { en: ': ', 'zh-CN': '：' }

/** What Drumbeat has promised to do in the playground's own workspace, the earliest first, in words. */
export async function agenda({ db, flows }: World, locale: Locale): Promise<Upcoming[]> {
  const installations = await db.installation.findMany({ where: { platform: 'playground' } })
  const workspaceId = { in: installations.map((installation) => installation.workspaceId) }
  const timers = await db.timer.findMany({
    where: { workspaceId, firedAt: null, cancelledAt: null, attempts: { lt: MOST_ATTEMPTS } },
    orderBy: { dueAt: 'asc' },
    take: MOST,
  })
  return timers.flatMap(({ kind, dueAt, about, payload }) => {
    const [flowName, ...rest] = kind.split('.')
    const known = flows.find(({ name }) => name === flowName)?.timers[rest.join('.')]
    if (!known) return []
    const said = (known.doesExactly?.(payload) ?? known.does)[locale]
    return { at: toInstant(dueAt), what: about ? `${about}${COLON[locale]}${said}` : said }
  })
}
