import type { Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import { noticeWords } from '../messages/notice.ts'

/** Takes the place of what somebody was told who has no part in it any more. */
export function withdrawnCard(locale: Locale): Card {
  const { withdrawn } = noticeWords[locale]
  return { locale, summary: withdrawn, blocks: [{ kind: 'text', text: withdrawn }] }
}
