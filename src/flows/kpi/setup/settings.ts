import { record } from '../../../audit/record.ts'
import { readCountry, sayCountry } from '../../../calendar/countries.ts'
import { readTime } from '../../../calendar/read-time.ts'
import { readZone } from '../../../calendar/read-zone.ts'
import { sayDays } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import type { Form, FormValues } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { mustBeColleague, mustBeSecondLine } from '../authority.ts'
import { settingsWords } from '../messages/settings.ts'
import type { Calendar } from '../rules/period.ts'
import { rulesOf } from '../store/kpi-rules.ts'
import { holdKpis, kpisBy } from '../store/kpis.ts'
import { calendarOf, changeCalendar, holdSettings } from '../store/settings.ts'
import { watchAnew } from '../watch/watch.ts'
import { lineIn } from './read-kpi.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** `/kpi settings`. Until somebody has decided, the asker's own zone is the likeliest. */
export async function askForSettings(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  mustBeSecondLine(ctx)
  const calendar = await calendarOf(ctx.db, ctx.workspace.id)
  const isNew = (await ctx.db.kpiSettings.count({ where: { workspaceId: ctx.workspace.id } })) === 0
  const shown = isNew ? { ...calendar, timeZone: ctx.actor.timeZone } : calendar
  return ask(settingsForm(ctx.locale, shown, JSON.stringify(calendar)))
}

export async function saveSettings(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeColleague(ctx)
  mustBeSecondLine(ctx)
  const words = settingsWords[ctx.locale]
  const wanted = readSettings(ctx.locale, values)
  await holdSettings(ctx.db, ctx.workspace.id)
  const before = await calendarOf(ctx.db, ctx.workspace.id)
  if (JSON.stringify(before) !== context) throw new UserError(words.stale)
  if (JSON.stringify(wanted) === context) return show(settingsCard(ctx.locale, wanted, words.same))

  await changeCalendar(ctx.db, ctx.workspace.id, wanted)
  const detail = {
    before: { ...before, workingDays: [...before.workingDays] },
    after: { ...wanted, workingDays: [...wanted.workingDays] },
  }
  await record(ctx, { action: 'kpi.settings-changed', subject: `workspace:${ctx.workspace.id}`, detail })
  await judgeEverything(ctx)
  return show(settingsCard(ctx.locale, wanted, words.saved))
}

/** Which days are expected is other than before: so may be what the values say. */
async function judgeEverything(ctx: Asking): Promise<void> {
  const all = await kpisBy(ctx.db, { workspaceId: ctx.workspace.id, archivedAt: null })
  const held = await holdKpis(
    ctx.db,
    ctx.workspace.id,
    all.map(({ id }) => id),
  )
  for (const kpi of held) await watchAnew(ctx, kpi, await rulesOf(ctx.db, [kpi.id]))
}

function readSettings(locale: Locale, values: FormValues): Calendar {
  const words = settingsWords[locale]
  const typed = { zone: lineIn(values, 'zone'), holidays: lineIn(values, 'holidays') }
  const days = Array.isArray(values.days) ? [...new Set<number>(values.days.map(Number))] : []
  const workingDays = days.filter((day) => WEEK.includes(day)).toSorted((a, b) => a - b)
  const timeZone = readZone(typed.zone)
  const holidays = typed.holidays === '' ? null : readCountry(typed.holidays)
  const time = readTime(lineIn(values, 'time'))
  const errors = {
    ...(timeZone ? {} : { zone: words.zoneWrong(typed.zone.slice(0, 60)) }),
    ...(workingDays.length > 0 ? {} : { days: words.daysEmpty }),
    ...(typed.holidays === '' || holidays ? {} : { holidays: words.holidaysWrong(typed.holidays.slice(0, 60)) }),
    ...(time ? {} : { time: words.timeWrong }),
  }
  if (!timeZone || !time || Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return { timeZone, workingDays, holidays: holidays ?? null, time }
}

function settingsForm(locale: Locale, { timeZone, workingDays, holidays, time }: Calendar, context: string): Form {
  const words = settingsWords[locale]
  return {
    ...{ locale, id: 'kpi.settings', title: words.title, submit: words.save, context },
    fields: [
      { kind: 'text', name: 'zone', label: words.zone, hint: words.zoneHint, value: timeZone },
      {
        ...{ kind: 'choices', name: 'days', label: words.days, values: workingDays.map(String) },
        options: WEEK.map((day) => ({ value: String(day), label: sayDays([day], locale) })),
      },
      {
        ...{ kind: 'text', name: 'holidays', label: words.holidays, hint: words.holidaysHint, optional: true },
        ...(holidays && { value: holidays }),
      },
      { kind: 'time', name: 'time', label: words.time, hint: words.timeHint, value: time },
    ],
  }
}

function settingsCard(locale: Locale, { timeZone, workingDays, holidays, time }: Calendar, said: string): Card {
  const words = settingsWords[locale]
  const facts = [
    { label: words.zone, value: timeZone },
    { label: words.days, value: sayDays(workingDays, locale) },
    { label: words.holidays, value: holidays ? sayCountry(holidays, locale) : words.none },
    { label: words.time, value: time },
  ]
  const buttons = [{ label: words.edit, action: 'kpi.settings' }]
  return noteCard(locale, said, { title: words.title, tone: 'good', blocks: [{ kind: 'facts', facts }], buttons })
}
