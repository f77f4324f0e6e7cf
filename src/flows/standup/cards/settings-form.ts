import { sayDays } from '../../../calendar/say.ts'
import type { Field, Form } from '../../../chat/form.ts'
import { LOCALES, type Locale } from '../../../chat/locale.ts'
import type { Asking } from '../../../flow.ts'
import { settingsWords } from '../messages/settings.ts'
import { writeQuestion } from '../question-syntax.ts'
import { DELAY, DIGEST_BY, LONGEST_NAME, MISSES, PROMPT_IN, ZONE_MODES } from '../settings.ts'
import type { Standup } from '../store/standups.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const USUAL_DAYS = [1, 2, 3, 4, 5]

/** What is in the fields when the form opens. */
type Preset = {
  name?: string
  channelId?: string
  memberIds: readonly string[]
  days: readonly number[]
  time: string
  zoneMode: string
  timeZone: string
  questions: string
  digestDelayMinutes: number
  promptIn: string
  digestBy: string
  holidays: string | null
  missesBeforeLead: number
  locale: string
  leadId?: string
}

/** In the channel where it was asked for, with the questions everybody begins with. */
export function newForm({ locale, actor, channel }: Asking): Form {
  const words = settingsWords[locale]
  const preset: Preset = {
    ...(channel ? { channelId: channel.id } : {}),
    memberIds: [actor.id],
    days: USUAL_DAYS,
    time: '09:30',
    zoneMode: 'team',
    timeZone: actor.timeZone,
    questions: words.defaultQuestions.join('\n'),
    digestDelayMinutes: DELAY.usual,
    promptIn: 'both',
    digestBy: 'person',
    holidays: null,
    missesBeforeLead: MISSES.usual,
    locale,
  }
  return { locale, id: 'standup.new', title: words.newTitle, submit: words.create, fields: fieldsOf(preset, locale) }
}

/** As it is set up now; the context tells from which version it was made. */
export function editForm(locale: Locale, standup: Standup): Form {
  const words = settingsWords[locale]
  const preset: Preset = {
    ...standup,
    memberIds: standup.participants.map((participant) => participant.memberId),
    questions: standup.questions.map((question) => writeQuestion(question, locale)).join('\n'),
  }
  return {
    locale,
    id: 'standup.edit',
    title: words.editTitle,
    submit: words.save,
    context: `${standup.id} ${standup.version}`,
    fields: fieldsOf(preset, locale),
  }
}

function fieldsOf(preset: Preset, locale: Locale): Field[] {
  return [whoAndWhere, whenFields, questionFields, zoneFields, howFields].flatMap((part) => part(preset, locale))
}

function whoAndWhere(preset: Preset, locale: Locale): Field[] {
  const words = settingsWords[locale]
  return [
    {
      kind: 'text',
      name: 'name',
      label: words.name,
      maxLength: LONGEST_NAME,
      placeholder: words.namePlaceholder,
      ...(preset.name ? { value: preset.name } : {}),
    },
    {
      kind: 'channel',
      name: 'channel',
      label: words.channel,
      ...(preset.channelId ? { value: preset.channelId } : {}),
    },
    { kind: 'people', name: 'participants', label: words.participants, values: preset.memberIds },
    ...(preset.leadId ? [{ kind: 'person' as const, name: 'lead', label: words.lead, value: preset.leadId }] : []),
  ]
}

function whenFields(preset: Preset, locale: Locale): Field[] {
  const words = settingsWords[locale]
  return [
    {
      kind: 'choices',
      name: 'days',
      label: words.days,
      options: WEEK.map((day) => ({ value: String(day), label: sayDays([day], locale) })),
      values: preset.days.map(String),
    },
    { kind: 'time', name: 'time', label: words.time, value: preset.time },
  ]
}

function questionFields(preset: Preset, locale: Locale): Field[] {
  const words = settingsWords[locale]
  const asked = { name: 'questions', label: words.questions, hint: words.questionsHint }
  return [{ ...asked, kind: 'text', lines: 'many', value: preset.questions }]
}

function zoneFields(preset: Preset, locale: Locale): Field[] {
  const words = settingsWords[locale]
  return [
    choiceField('zoneMode', words.zoneMode, {
      options: ZONE_MODES.map((value) => ({ value, label: words[value] })),
      value: preset.zoneMode,
    }),
    {
      kind: 'text',
      name: 'timeZone',
      label: words.timeZone,
      hint: words.timeZoneHint,
      optional: true,
      value: preset.timeZone,
    },
    {
      kind: 'text',
      name: 'holidays',
      label: words.holidays,
      hint: words.holidaysHint,
      optional: true,
      ...(preset.holidays ? { value: preset.holidays } : {}),
    },
  ]
}

function howFields(preset: Preset, locale: Locale): Field[] {
  const words = settingsWords[locale]
  return [
    number('delay', words.delay, { min: DELAY.least, max: DELAY.most, value: preset.digestDelayMinutes }),
    choiceField('promptIn', words.promptIn, {
      options: PROMPT_IN.map((value) => ({ value, label: words.promptInChoice[value] })),
      value: preset.promptIn,
    }),
    choiceField('digestBy', words.digestBy, {
      options: DIGEST_BY.map((value) => ({ value, label: words.digestByChoice[value] })),
      value: preset.digestBy,
    }),
    number('misses', words.misses, { min: MISSES.least, max: MISSES.most, value: preset.missesBeforeLead }),
    choiceField('language', words.language, {
      options: LOCALES.map((value) => ({ value, label: words.languages[value] })),
      value: preset.locale,
    }),
  ]
}

type Chosen = Pick<Extract<Field, { kind: 'choice' }>, 'options' | 'value'>
type Bounds = { min: number; max: number; value: number }

const choiceField = (name: string, label: string, chosen: Chosen): Field => ({ kind: 'choice', name, label, ...chosen })

const number = (name: string, label: string, bounds: Bounds): Field => ({
  kind: 'number',
  name,
  label,
  whole: true,
  ...bounds,
})
