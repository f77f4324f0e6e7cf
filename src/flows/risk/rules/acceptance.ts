import { Temporal } from 'temporal-polyfill'
import { LEVELS } from '../../../alerts/rules/levels.ts'
import { type Grade, levelOfGrade } from './grade.ts'

export const RESPONSES = ['avoid', 'transfer', 'mitigate', 'accept'] as const
export type Response = (typeof RESPONSES)[number]

/** Living with a high or critical risk is for the second line to decide. */
export const needsDecision = (grade: Grade): boolean => ['high', 'critical'].includes(levelOfGrade(grade))

export const MOST_MONTHS = 12
export const WARNED_DAYS = 14

export const latestExpiry = (today: Temporal.PlainDate): Temporal.PlainDate => today.add({ months: MOST_MONTHS })

/** The instant at which the last day on which it holds is over, in the register's zone. */
export const expiryOf = (expiresOn: Temporal.PlainDate, timeZone: string): Temporal.Instant =>
  expiresOn.add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant()

/** Whoever is asked whether it is near enough to its end. */
export const isNearEnd = (expiresOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(expiresOn.subtract({ days: WARNED_DAYS }), today) <= 0

/** A level above the one that was accepted is not covered by it. */
export const covers = (accepted: Grade, grade: Grade): boolean =>
  LEVELS.indexOf(levelOfGrade(grade)) <= LEVELS.indexOf(levelOfGrade(accepted))

type Person = { id: string; roles: readonly string[] }
type Around = { secondLine: readonly Person[]; admins: readonly Person[]; barredIds: readonly (string | null)[] }

/** The second line; where nobody of it may, the administrators. Never the owner, whoever proposed it, or the third line. */
export function decidersOf<One extends Person>({
  secondLine,
  admins,
  barredIds,
}: Around & {
  secondLine: readonly One[]
  admins: readonly One[]
}): One[] {
  const may = ({ id, roles }: One) => !barredIds.includes(id) && !roles.includes('audit')
  const first = secondLine.filter(may)
  return first.length > 0 ? first : admins.filter(may)
}
