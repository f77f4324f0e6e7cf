import { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import { actionWords } from '../respond/messages/actions.ts'
import { writeAction } from '../rules/reference.ts'
import type { Action } from '../store/actions.ts'

type Around = { names: ReadonlyMap<string, string>; today: Temporal.PlainDate }

/** `RA-3 Find a second one`. */
export const actionName = ({ number, title }: Pick<Action, 'number' | 'title'>): string =>
  `${writeAction(number)} ${title}`

export function actionLine(locale: Locale, action: Action, { names, today }: Around): string {
  const words = actionWords[locale]
  const name = actionName(action)
  if (action.state === 'done') return words.doneLine(name)
  if (action.state === 'dropped') return words.droppedLine(name)
  const dueOn = fromDateColumn(action.dueOn)
  const isLate = Temporal.PlainDate.compare(dueOn, today) < 0
  return words[isLate ? 'late' : 'line'](name, names.get(action.ownerId) ?? words.somebody, sayDay(dueOn, locale))
}
