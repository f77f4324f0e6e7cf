import { sayDays } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import type { Field, Form } from '../../../chat/form.ts'
import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import type { Chat } from '../../../people/chats.ts'
import { meWords } from '../messages/me.ts'

const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '中文' }
const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** Where messages go is asked only of whoever is known in more than one chat. */
export function meForm(locale: Locale, member: Member, chats: readonly Chat[]): Form {
  const words = meWords[locale]
  const languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))
  const days = WEEK.map((day) => ({ value: String(day), label: sayDays([day], locale) }))
  return {
    locale,
    id: 'ops.me',
    title: words.title,
    submit: words.save,
    fields: [
      { kind: 'choice', name: 'language', label: words.language, options: languages, value: member.locale },
      { kind: 'text', name: 'zone', label: words.zone, hint: words.zoneHint, value: member.timeZone, maxLength: 60 },
      { kind: 'choices', name: 'days', label: words.days, options: days, values: member.workingDays.map(String) },
      { kind: 'time', name: 'workStart', label: words.workStart, value: member.workStart },
      { kind: 'time', name: 'workEnd', label: words.workEnd, value: member.workEnd },
      ...(chats.length > 1 ? [chatField(locale, chats)] : []),
    ],
  }
}

function chatField(locale: Locale, chats: readonly Chat[]): Field {
  const words = meWords[locale]
  const options = [
    { value: 'last', label: words.lastActive },
    ...chats.map(({ platform, title }) => ({ value: platform, label: title })),
  ]
  return { kind: 'choice', name: 'chat', label: words.chat, options, value: preferred(chats)?.platform ?? 'last' }
}

const preferred = (chats: readonly Chat[]): Chat | undefined => chats.find((chat) => chat.preferred)

/** In the member's own language, which may just have changed. */
export function settingsCard(member: Member, chats: readonly Chat[], outcome: 'saved' | 'same'): Card {
  const locale = nearestLocale(member.locale)
  const words = meWords[locale]
  const chat = preferred(chats)?.title ?? words.lastActive
  return {
    locale,
    tone: outcome === 'saved' ? 'good' : 'plain',
    summary: words[outcome],
    title: words.title,
    blocks: [
      { kind: 'text', text: words[outcome] },
      {
        kind: 'facts',
        facts: [
          { label: words.language, value: LANGUAGES[locale] },
          { label: words.zone, value: member.timeZone },
          { label: words.days, value: sayDays(member.workingDays, locale) },
          { label: words.hours, value: `${member.workStart}–${member.workEnd}` },
          ...(chats.length > 1 ? [{ label: words.chat, value: chat }] : []),
        ],
      },
    ],
  }
}
