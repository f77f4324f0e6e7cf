import type { Locale } from '../../../../chat/locale.ts'
import { reasonWords } from '../../../../escalation/messages/reasons.ts'
import type { Passed } from '../../../../escalation/rules/audience.ts'
import { classNames } from '../../messages/classes.ts'
import type { Reason } from '../../rules/routing.ts'
import type { Chosen } from '../../rules/routing-owner.ts'
import { filedWords } from '../messages/filed.ts'
import { routingWords } from '../messages/routing.ts'

export type Names = ReadonlyMap<string, string>

/** Why somebody was passed over. */
export function passedLine(locale: Locale, passed: readonly Passed[], names: Names): string {
  const words = routingWords[locale]
  return passed
    .map(({ reason, memberId, channelId }) => {
      const name = names.get(memberId ?? channelId ?? '') ?? '?'
      return reason === 'conflict' ? words.named(name) : reasonWords[locale][reason](name)
    })
    .join(words.semicolon)
}

/** By which rule or in which role somebody has it; the place is the rule's. */
export function howLine(
  locale: Locale,
  { origin, insteadOfId }: Chosen,
  about: { names: Names; place: number },
): string {
  const words = routingWords[locale]
  const how = words.origin[origin](about.place)
  return insteadOfId ? words.insteadOf(how, about.names.get(insteadOfId) ?? '?') : how
}

/** What of a rule was found in the complaint. */
export function becauseLine(locale: Locale, why: readonly Reason[]): string {
  const { because, and, anything } = routingWords[locale]
  if (why.length === 0) return anything
  return why.map((reason) => becauseOf(locale, reason, because)).join(and)
}

function becauseOf(locale: Locale, reason: Reason, because: (typeof routingWords)['en']['because']): string {
  switch (reason.kind) {
    case 'type':
      return because.type(classNames[locale].type[reason.type])
    case 'severity':
      return because.severity(classNames[locale].severity[reason.severity])
    case 'product':
      return because.product(reason.product)
    case 'keyword':
      return because.keyword(reason.word)
  }
}

export const quotedWords = (locale: Locale, found: readonly string[]): string =>
  found.map(filedWords[locale].quoted).join(filedWords[locale].listed)
