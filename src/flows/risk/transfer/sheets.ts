import type { Locale } from '../../../chat/locale.ts'
import type { Sheet } from '../../../pages/page.ts'
import type { Counts } from './check.ts'
import { transferWords } from './messages/transfer.ts'
import type { Problem } from './read-terms.ts'

/** A browser shows a page of so many lines; the rest is counted. */
const MOST_PROBLEMS = 1_000
const LONGEST_PASTED = 1_000_000

export const noteSheet = (locale: Locale, said: string, status: 200 | 410): Sheet => ({
  ...{ locale, title: said, paragraphs: [], status },
})

export function fileSheet(locale: Locale, error?: string): Sheet {
  const words = transferWords[locale]
  return {
    ...{ locale, title: words.importTitle, paragraphs: [words.pageHow, words.importColumns] },
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
export function problemSheet(locale: Locale, problems: readonly Problem[]): Sheet {
  const words = transferWords[locale]
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ line, column, why }) => words.problem(line, column, why))
  const left = problems.length - shown.length
  return {
    ...fileSheet(locale),
    ...{ paragraphs: [words.problems(problems.length)], status: 422 },
    items: [...shown, ...(left > 0 ? [words.moreProblems(left)] : [])],
  }
}

export function planSheet(locale: Locale, counts: Counts, { deed, said }: { deed: string; said?: string }): Sheet {
  const words = transferWords[locale]
  const isSomething = counts.fresh + counts.changed + counts.assessed > 0
  const paragraphs = [...(said ? [said] : []), words.plan(counts), isSomething ? words.again : words.nothingToDo]
  const field = { kind: 'hidden' as const, name: 'deed', label: '', value: deed }
  return {
    ...{ locale, title: words.importTitle, paragraphs },
    ...(isSomething && { form: { submit: words.write, fields: [field] } }),
  }
}
