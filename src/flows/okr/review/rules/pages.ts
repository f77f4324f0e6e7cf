/** So many key results are graded in one form: with the rest of it, within what every platform shows. */
export const GRADED_A_PAGE = 25

/** Those on this page, counted from 0. */
export const pageOf = <One>(keyResults: readonly One[], page: number): readonly One[] =>
  keyResults.slice(page * GRADED_A_PAGE, (page + 1) * GRADED_A_PAGE)

/** Which of them stand on this page, both included and counted from 1; null where there is no such page. */
export function rangeOf(count: number, page: number): { from: number; to: number } | null {
  const from = page * GRADED_A_PAGE + 1
  return page >= 0 && from <= count ? { from, to: Math.min(count, from + GRADED_A_PAGE - 1) } : null
}
