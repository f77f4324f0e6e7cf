import { writeQuestion } from './question-syntax.ts'
import type { Settings } from './settings.ts'
import type { Standup } from './store/standups.ts'

export type Change = { field: string; from: string; to: string }

/** What an edit changes, field by field, in words that can be read in the trail. */
export function changesOf(before: Standup, after: Settings): Change[] {
  const now = inWords({
    ...before,
    memberIds: before.participants.map(({ memberId }) => memberId),
    questions: before.questions,
  })
  const then = inWords({ ...after, leadId: after.leadId ?? before.leadId })
  return Object.entries(then).flatMap(([field, to]) => {
    const from = now[field] ?? ''
    return from === to ? [] : [{ field, from, to }]
  })
}

type Wordy = { [Key in keyof Settings]: Settings[Key] | string | null | undefined }

function inWords(settings: Wordy & Pick<Settings, 'memberIds' | 'days' | 'questions'>): Record<string, string> {
  const { memberIds, days, questions } = settings
  return {
    name: String(settings.name),
    channel: String(settings.channelId),
    lead: String(settings.leadId),
    participants: memberIds.toSorted().join(' '),
    days: days.toSorted().join(' '),
    time: String(settings.time),
    zoneMode: String(settings.zoneMode),
    timeZone: String(settings.timeZone),
    questions: questions.map((question) => writeQuestion(question, 'en')).join('\n'),
    digestDelayMinutes: String(settings.digestDelayMinutes),
    promptIn: String(settings.promptIn),
    digestBy: String(settings.digestBy),
    holidays: settings.holidays ?? '',
    missesBeforeLead: String(settings.missesBeforeLead),
    locale: String(settings.locale),
  }
}
