type Dated = { forDate: string; seq: number }

/** The one that counts now: of the latest date, and of these the one that was written last. Null without any. */
export function currentOf<One extends Dated>(history: readonly One[]): One | null {
  return history.reduce<One | null>((latest, one) => (latest === null || isLater(one, latest) ? one : latest), null)
}

/** The one that counted at the end of an ISO date. */
export const currentOn = <One extends Dated>(history: readonly One[], date: string): One | null =>
  currentOf(history.filter(({ forDate }) => forDate <= date))

/** In the order in which they count: by date, then as they were written. */
export const inOrder = <One extends Dated>(history: readonly One[]): One[] =>
  history.toSorted((a, b) => (isLater(a, b) ? 1 : -1))

const isLater = (one: Dated, other: Dated): boolean =>
  one.forDate === other.forDate ? one.seq > other.seq : one.forDate > other.forDate
