import type { Locale } from '../../../../chat/locale.ts'
import { classNames } from '../../messages/classes.ts'
import { keywordsOf, type Rule } from '../../rules/routing.ts'
import { filedWords } from '../messages/filed.ts'
import { ruleWords } from '../messages/rules.ts'
import type { Names } from './reasons.ts'

/** `S1 critical, says “fire” → @Ben, #alarm` */
export function ruleLine(locale: Locale, rule: Rule, names: Names): string {
  const words = ruleWords[locale]
  const { type, severity, product, keyword, ownerId, channelId } = rule
  const said = keyword ? keywordsOf(keyword).map(filedWords[locale].quoted).join(words.or) : ''
  const when = [
    ...(type ? [classNames[locale].type[type]] : []),
    ...(severity ? [classNames[locale].severity[severity]] : []),
    ...(product ? [words.product(product)] : []),
    ...(said ? [words.says(said)] : []),
  ]
  const then = [
    ...(ownerId ? [words.owner(names.get(ownerId) ?? '?')] : []),
    ...(channelId ? [words.channel(names.get(channelId) ?? '?')] : []),
  ]
  return `${when.join(words.and) || words.all}${words.arrow}${then.join(words.and)}`
}
