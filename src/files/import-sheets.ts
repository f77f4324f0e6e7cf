import type { Locale } from '../chat/locale.ts'
import type { Sheet } from '../pages/page.ts'
import { importWords } from './import-words.ts'
import type { Checked, Opened, Plan, Problem } from './importer.ts'

/** A browser shows a page of so many lines; the rest is counted. */
const MOST_ITEMS = 1_000
const LONGEST_PASTED = 1_000_000
/** What the button under a plan sends. */
export const WRITE = 'write'

type Page = Pick<Opened<Checked>, 'title' | 'how'>

export const noteSheet = (locale: Locale, said: string, status: 200 | 410): Sheet => ({
  ...{ locale, title: said, paragraphs: [], status },
})

export function fileSheet(locale: Locale, { title, how }: Page, error?: string): Sheet {
  const words = importWords[locale]
  return {
    ...{ locale, title, paragraphs: how },
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

type Wrong = { problems: readonly Problem[]; before: string | undefined }

/** Everything that is wrong, line by line, and the form for the next try. */
export function problemSheet(locale: Locale, page: Page, { problems, before }: Wrong): Sheet {
  const words = importWords[locale]
  const items = problems.map(({ line, column, why }) => words.problem(line, column, why))
  return {
    ...fileSheet(locale, page),
    ...{ paragraphs: [...(before ? [before] : []), words.problems(problems.length)], status: 422 },
    items: shortened(locale, items),
  }
}

type Planned = Plan & { before: string | undefined }

export function planSheet(locale: Locale, { title }: Page, { said, isNothing, items = [], before }: Planned): Sheet {
  const words = importWords[locale]
  const paragraphs = [...(before ? [before] : []), said, isNothing ? words.nothingToDo : words.again]
  const field = { kind: 'hidden' as const, name: 'deed', label: '', value: WRITE }
  return {
    ...{ locale, title, paragraphs, items: shortened(locale, items) },
    ...(!isNothing && { form: { submit: words.write, fields: [field] } }),
  }
}

function shortened(locale: Locale, items: readonly string[]): string[] {
  const left = items.length - MOST_ITEMS
  return [...items.slice(0, MOST_ITEMS), ...(left > 0 ? [importWords[locale].more(left)] : [])]
}
