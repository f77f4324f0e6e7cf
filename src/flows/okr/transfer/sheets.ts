import type { Locale } from '../../../chat/locale.ts'
import type { Sheet } from '../../../pages/page.ts'
import type { Cycle } from '../store/cycles.ts'
import type { Counts, Problem } from './checked.ts'
import { transferWords } from './messages/transfer.ts'

/** A browser shows a page of so many lines; the rest is counted. */
const MOST_PROBLEMS = 1_000
const LONGEST_PASTED = 1_000_000

export const noteSheet = (locale: Locale, said: string, status: 200 | 410): Sheet => ({
  ...{ locale, title: said, paragraphs: [], status },
})

export function fileSheet(locale: Locale, cycle: Cycle, error?: string): Sheet {
  const words = transferWords[locale]
  return {
    ...{ locale, title: words.pageTitle(cycle.name), paragraphs: [words.pageHow] },
    ...(error && { status: 422 as const }),
    form: {
      submit: words.check,
      fields: [
        { kind: 'file', name: 'file', label: words.file, accepts: '.csv,text/csv', ...(error && { error }) },
        { kind: 'text', name: 'text', label: words.paste, maxLength: LONGEST_PASTED },
      ],
    },
  }
}

/** Everything that is wrong, line by line, and the form for the next try. */
export function problemSheet(locale: Locale, cycle: Cycle, problems: readonly Problem[]): Sheet {
  const words = transferWords[locale]
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ line, column, why }) => words.problem(line, column, why))
  const left = problems.length - shown.length
  const { form } = fileSheet(locale, cycle)
  return {
    ...{ locale, title: words.pageTitle(cycle.name), paragraphs: [words.problems(problems.length)], status: 422 },
    items: [...shown, ...(left > 0 ? [words.moreProblems(left)] : [])],
    ...(form && { form }),
  }
}

type Planned = { cycle: Cycle; counts: Counts; deed: string; said: string | undefined }

export function planSheet(locale: Locale, { cycle, counts, deed, said }: Planned): Sheet {
  const words = transferWords[locale]
  const { newObjectives, newKeyResults, changed, checkIns } = counts
  const isSomething = newObjectives + newKeyResults + changed + checkIns > 0
  const paragraphs = [...(said ? [said] : []), words.plan(counts), isSomething ? words.again : words.nothingToDo]
  const field = { kind: 'hidden' as const, name: 'deed', label: '', value: deed }
  return {
    ...{ locale, title: words.pageTitle(cycle.name), paragraphs },
    ...(isSomething && { form: { submit: words.write, fields: [field] } }),
  }
}
