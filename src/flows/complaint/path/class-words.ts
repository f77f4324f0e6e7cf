import { LOCALES } from '../../../chat/locale.ts'
import { classNames } from '../messages/classes.ts'
import { SEVERITIES, type Severity, TYPES, type Type } from '../rules/classes.ts'

type Classes = { severity?: Severity; type?: Type }
type Wrong = { unknown: string } | 'twice'

/** What words such as `s2 billing`, `2`, `严重` or `账单` mean, in any order. */
export function classesIn(words: readonly string[]): Classes | { wrong: Wrong } {
  const found: Classes = {}
  for (const word of words.map(plainly).filter((one) => one !== '')) {
    const severity = severityOf(word)
    const type = severity ? undefined : typeOf(word)
    if (!severity && !type) return { wrong: { unknown: word } }
    if ((severity && found.severity) || (type && found.type)) return { wrong: 'twice' }
    if (severity) found.severity = severity
    if (type) found.type = type
  }
  return found
}

const plainly = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[,，、;；]+|[,，、;；级类]+$/gu, '')

const severityOf = (word: string): Severity | undefined =>
  SEVERITIES.find(
    (severity) =>
      word === `s${severity}` ||
      word === String(severity) ||
      LOCALES.some((locale) => classNames[locale].severity[severity].toLowerCase().split(' ')[1] === word),
  )

const typeOf = (word: string): Type | undefined =>
  TYPES.find((type) => word === type || LOCALES.some((locale) => classNames[locale].type[type] === word))
