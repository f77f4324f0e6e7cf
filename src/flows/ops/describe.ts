import type { Locale, Phrase } from '../../chat/locale.ts'
import type { Post, Timer } from '../../database/types.ts'
import type { Flow } from '../../flow.ts'
import { healthWords } from './messages/health.ts'

const COLON: Phrase = { en: ': ', 'zh-CN': '：' }

type Reading = { flows: readonly Flow[]; locale: Locale }

/** What a timer does, by its flow and kind alone. */
export function doingOf({ flows, locale }: Reading, timer: Pick<Timer, 'kind'>): string {
  const { flow, known } = kindOf(flows, timer)
  const does = known?.does[locale]
  return flow && does ? `${flow.title[locale]}${COLON[locale]}${does}` : timer.kind
}

/** Whether it would be planned again if it were dropped. */
export const isLasting = (flows: readonly Flow[], timer: Pick<Timer, 'kind'>): boolean =>
  kindOf(flows, timer).known?.lasting ?? false

function kindOf(flows: readonly Flow[], { kind }: Pick<Timer, 'kind'>) {
  const [flowName, ...rest] = kind.split('.')
  const flow = flows.find(({ name }) => name === flowName)
  return { flow, known: flow?.timers[rest.join('.')] }
}

/** The same with the name that people gave to what it is about. */
export function planOf(reading: Reading, timer: Pick<Timer, 'kind' | 'about'>): string {
  const doing = doingOf(reading, timer)
  return timer.about ? healthWords[reading.locale].about(doing, timer.about) : doing
}

/** Of which flow a post is and whether it is for a person or a channel; nothing of what it says. */
export function messageOf({ flows, locale }: Reading, { key, place }: Pick<Post, 'key' | 'place'>): string {
  const words = healthWords[locale]
  const flow = flows.find(({ name }) => key.startsWith(`${name}/`))
  const to = place.startsWith('channel:') ? words.toChannel : words.toPerson
  return `${flow ? flow.title[locale] : words.answer}${COLON[locale]}${to}`
}
