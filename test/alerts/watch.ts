import { clearAll } from '../../src/alerts/clear.ts'
import { type Raising, raiseAll } from '../../src/alerts/raise.ts'
import type { Level } from '../../src/alerts/rules/levels.ts'
import { type Alert, alertsBy } from '../../src/alerts/store/alerts.ts'
import { changeSettings, type Settings } from '../../src/alerts/store/settings.ts'
import { noteCard } from '../../src/chat/note-card.ts'
import type { Flow } from '../../src/flow.ts'
import { alert } from '../../src/flows/alert/flow.ts'
import { escalation } from '../../src/flows/escalation/flow.ts'
import { ops } from '../../src/flows/ops/flow.ts'
import { act } from '../../src/world.ts'
import { type House, type Person, preparedHouse } from '../support/house.ts'
import { wordsOf } from '../support/words.ts'

export const MONDAY_NINE = '2026-03-02T08:00:00Z'

/** Something whose rules can fire, with no command of its own. */
const watched: Flow = {
  name: 'risk',
  title: { en: 'Watched', 'zh-CN': '监测' },
  commands: {},
  buttons: {},
  forms: {},
  timers: {},
}

/**
 * Ben owns what is watched; his backup is Ana, his manager Mei, who reads Chinese, her manager Ada the administrator. Alerts
 * are posted in #alarm.
 */
export async function openWatch(): Promise<House> {
  const people: Person[] = [
    { handle: 'ada', administrator: true },
    { handle: 'ana' },
    { handle: 'ben' },
    { handle: 'mei', locale: 'zh-CN' },
    { handle: 'zoe' },
  ]
  const plan = { flows: [escalation, watched, alert, ops], now: MONDAY_NINE, people, channels: ['general', 'alarm'] }
  const house = await preparedHouse(plan, async (fresh) => {
    for (const { handle } of people) await fresh.as(handle).command('/ops me', 'general')
    await fresh.as('ada').command('/ops me', 'alarm')
    await fresh.as('ada').command('/ops manager <@ben> <@mei> backup:<@ana>')
    await fresh.as('ada').command('/ops manager <@mei> <@ada>')
  })
  await set(house, { channelId: (await house.channel('alarm')).id })
  return house
}

export const set = (house: House, settings: Partial<Settings>): Promise<unknown> =>
  act(house.world, house.workspace, (ctx) => changeSettings(ctx.db, house.workspace.id, settings))

type Firing = Partial<Omit<Raising, 'card' | 'flow'>> & { owner?: string }

/** Ben's rule `low-sales` about `kpi:sales` fires, or what is said of it otherwise; what is due at once has been said. */
export async function fires(house: House, ...firings: Firing[]): Promise<void> {
  await raised(house, ...firings)
  await house.wake()
}

/** The same, with nothing said yet. */
export async function raised(house: House, ...firings: Firing[]): Promise<void> {
  const raisings: Raising[] = []
  for (const { owner = 'ben', ...firing } of firings.length > 0 ? firings : [{} as Firing])
    raisings.push({
      ...{
        flow: 'kpi',
        rule: 'low-sales',
        subject: 'kpi:sales',
        about: 'Sales',
        severity: 'high' as Level,
        firings: 1,
      },
      ownerId: (await house.member(owner)).id,
      card: (locale) =>
        noteCard(locale, locale === 'en' ? 'Sales are low.' : '销售额偏低。', { title: firing.about ?? 'Sales' }),
      ...firing,
    })
  await act(house.world, house.workspace, (ctx) => raiseAll(ctx, raisings))
}

export async function calm(house: House, which: Partial<{ rule: string; subject: string }> = {}): Promise<void> {
  await cleared(house, which)
  await house.wake()
}

export async function cleared(house: House, which: Partial<{ rule: string; subject: string }> = {}): Promise<void> {
  const one = { rule: 'low-sales', subject: 'kpi:sales', ...which }
  await act(house.world, house.workspace, (ctx) => clearAll(ctx, [one]))
}

export const alerts = (house: House): Promise<Alert[]> => alertsBy(house.db, { workspaceId: house.workspace.id })

/** What stands there now, the oldest first, one message a line of the list. */
export const told = (house: House, who: string): string[] =>
  house
    .directTo(who)
    .filter(({ key }) => /^(escalation|alert)\//.test(key))
    .map(({ card }) => wordsOf(card))

export const posted = (house: House, channel = 'alarm'): string[] =>
  house
    .inChannel(channel)
    .filter(({ key }) => key.startsWith('alert/'))
    .map(({ card }) => wordsOf(card))

export const cardIn = (house: House, channel = 'alarm') => house.inChannel(channel).at(-1)!.card
