import { Temporal } from 'temporal-polyfill'
import { sayDay } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import { classNames } from '../messages/classes.ts'
import { lineWords } from '../messages/lines.ts'
import type { Health } from '../rules/health.ts'
import { sayNumber } from '../rules/read-number.ts'
import { writeKeyResult, writeObjective } from '../rules/reference.ts'
import { roundScore, sayScore } from '../rules/score.ts'
import type { ObjectiveStanding, Standing } from '../standing.ts'

const BAR_PARTS = 10

/** `KR-12 Activation rate`. */
export const keyResultName = ({ number, title }: Standing['keyResult']): string => `${writeKeyResult(number)} ${title}`

/** `O-3 Delight our customers`. */
export const objectiveName = ({ number, title }: Pick<ObjectiveStanding['objective'], 'number' | 'title'>): string =>
  `${writeObjective(number)} ${title}`

/** `42% of 60%`, `200 of 1,200 customers`, `3 of 5 steps`. */
export function progressWords(locale: Locale, { keyResult, value }: Pick<Standing, 'keyResult' | 'value'>): string {
  const words = lineWords[locale]
  const { kind, target } = keyResult
  const unit = unitOf(keyResult)
  if (kind === 'milestone') return words.steps(value, target)
  const isSign = unit !== null && /^[%¥$€£]$/u.test(unit)
  return words.progress(sayNumber(value, isSign ? unit : null, locale), sayNumber(target, unit, locale))
}

/** `42%`, `200 customers`, `3 of 5 steps`. */
export const valueWords = (locale: Locale, { keyResult, value }: Pick<Standing, 'keyResult' | 'value'>): string =>
  keyResult.kind === 'milestone'
    ? progressWords(locale, { keyResult, value })
    : sayNumber(value, unitOf(keyResult), locale)

/** The unit in which a key result is written. */
export const unitOf = ({ kind, unit }: Pick<Standing['keyResult'], 'kind' | 'unit'>): string | null =>
  kind === 'percent' ? '%' : unit

/** `▰▰▰▱▱▱▱▱▱▱ 0.32 · at risk`: the bar never stands alone. */
export function scoreWords(locale: Locale, { score, health }: { score: number | null; health: Health | null }): string {
  const words = lineWords[locale]
  if (score === null) return words.noKeyResults
  const full = Math.round(roundScore(score) * BAR_PARTS)
  const bar = '▰'.repeat(full) + '▱'.repeat(BAR_PARTS - full)
  return `${bar} ${words.score(sayScore(score), health && classNames[locale].health[health])}`
}

/** `last check-in Mon, 23 Nov · confidence 7 of 10`. */
export function checkInWords(locale: Locale, { current }: Pick<Standing, 'current'>): string {
  const words = lineWords[locale]
  if (!current) return words.noCheckIn
  const said = words.checkedIn(sayDay(Temporal.PlainDate.from(current.forDate), locale))
  return current.confidence === null ? said : `${said} · ${words.confidence(current.confidence)}`
}
