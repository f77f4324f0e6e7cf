import type { Card } from '../chat/card.ts'
import { nearestLocale } from '../chat/locale.ts'
import type { Context } from '../flow.ts'
import type { Place, Saying } from '../outbox/say.ts'
import type { Drawing } from './around.ts'
import { alertCard } from './cards/alert-card.ts'
import { stormCard } from './cards/storm-card.ts'
import type { Alert } from './store/alerts.ts'

type Posted = Pick<Saying, 'key' | 'to' | 'card' | 'urgency'>

/** Where an alert that is told by itself stands, each time that it was told, and what it shows there. */
export function postsOf(ctx: Context, alert: Alert, drawing: Drawing): Posted[] {
  const tellings = Array.from({ length: alert.tellings }, (_, at) => at + 1)
  return placesOf(alert).flatMap((to) => {
    const card = alertCard(localeIn(ctx, to, drawing), alert, drawing.aroundOf(alert))
    return tellings.map((nth) => ({ key: `alert/card/${alert.id}/${nth}/${idOf(to)}`, to, card, ...urgent(alert) }))
  })
}

/** Where a storm stands: each channel and each person has one message with what is meant for them. */
export function stormPosts(
  ctx: Context,
  { id, alerts }: { id: string; alerts: readonly Alert[] },
  drawing: Drawing,
): Posted[] {
  const places = new Map(alerts.flatMap(placesOf).map((to) => [idOf(to), to]))
  return [...places].map(([place, to]) => {
    const theirs = alerts.filter((alert) => placesOf(alert).some((one) => idOf(one) === place))
    const card: Card = stormCard(localeIn(ctx, to, drawing), theirs, drawing)
    return { key: `alert/storm/${id}/${place}`, to, card, urgency: 'escalation' }
  })
}

const placesOf = ({ channelId, tellIds }: Alert): Place[] => [
  ...(channelId ? [{ channel: channelId }] : []),
  ...tellIds.map((person) => ({ person })),
]

const idOf = (to: Place): string => ('person' in to ? to.person : to.channel)

const localeIn = ({ workspace }: Context, to: Place, { localeOf }: Drawing) =>
  nearestLocale('person' in to ? localeOf(to.person) : workspace.locale)

const urgent = ({ severity }: Alert): Pick<Saying, 'urgency'> =>
  severity === 'high' || severity === 'critical' ? { urgency: 'escalation' } : {}
