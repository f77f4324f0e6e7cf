import { isDeepStrictEqual } from 'node:util'
import { toDate } from '../calendar/instant.ts'
import { type Locale, nearestLocale } from '../chat/locale.ts'
import { noteCard } from '../chat/note-card.ts'
import type { Context } from '../flow.ts'
import { say } from '../outbox/say.ts'
import type { Page, Sheet } from '../pages/page.ts'
import { isColleague, memberById } from '../people/members.ts'
import { fileSheet, noteSheet, planSheet, problemSheet, WRITE } from './import-sheets.ts'
import { importWords } from './import-words.ts'
import type { Checked, Importer, Importing, ImportRow, Opened } from './importer.ts'
import { Unreadable } from './read-csv.ts'

/** Fifty thousand lines take some seconds, and several times that where the machine is busy. */
const WITHIN_SECONDS = 120

/** Where a file is chosen, shown what it would do, and written: by whoever asked for the link, once. */
export function importPage<Row extends ImportRow, Found extends Checked>(importer: Importer<Row, Found>): Page {
  return {
    takesFiles: { bytes: importer.megabytes * 2 ** 20, withinSeconds: WITHIN_SECONDS },

    show: async (ctx, subject) => {
      const asked = await askedFor(importer, ctx, { subject, what: 'looked at' })
      return 'title' in asked ? asked : fileSheet(asked.ctx.locale, asked.opened)
    },

    submit: async (ctx, subject, { file = '', text: pasted = '', deed = '' }) => {
      await ctx.db.$queryRawUnsafe(`SELECT 1 FROM "${importer.table}" WHERE "id" = $1 FOR UPDATE`, subject)
      const asked = await askedFor(importer, ctx, { subject, what: 'brought' })
      if ('title' in asked) return asked
      if (deed === WRITE) return write(asked)
      const text = file || pasted
      const { locale } = asked.ctx
      return text.trim() === '' ? fileSheet(locale, asked.opened, importWords[locale].empty) : check(asked, text)
    },

    localeOf: async (ctx, subject) => {
      const row = await rowOf(importer, ctx, subject)
      const member = row && (await memberById(ctx.db, ctx.workspace.id, row.memberId))
      return member ? nearestLocale(member.locale) : null
    },
  }
}

type Asked<Found extends Checked> = {
  ctx: Importing
  row: ImportRow
  opened: Opened<Found>
  of: Pick<Importer<ImportRow, Found>, 'rows' | 'flow'>
}

const rowOf = <Row extends ImportRow, Found extends Checked>(
  { rows }: Importer<Row, Found>,
  { db, workspace }: Context,
  id: string,
) => rows(db).findFirst({ where: { id, workspaceId: workspace.id } })

async function askedFor<Row extends ImportRow, Found extends Checked>(
  importer: Importer<Row, Found>,
  ctx: Context,
  { subject, what }: { subject: string; what: 'looked at' | 'brought' },
): Promise<Asked<Found> | Sheet> {
  const row = await rowOf(importer, ctx, subject)
  const actor = row && (await memberById(ctx.db, ctx.workspace.id, row.memberId))
  const locale: Locale = nearestLocale(actor?.locale ?? ctx.workspace.locale)
  const words = importWords[locale]
  if (!row || !actor || !isColleague(actor)) return noteSheet(locale, words.notYours, 410)
  if (row.writtenAt) return noteSheet(locale, words.done, 410)
  const importing: Importing = Object.assign(ctx, { actor, locale })
  const opened = await importer.open(importing, row, what)
  return 'refused' in opened ? noteSheet(locale, opened.refused, 410) : { ctx: importing, row, opened, of: importer }
}

async function check<Found extends Checked>(asked: Asked<Found>, text: string): Promise<Sheet> {
  try {
    return await shown(asked, text, await asked.opened.check(text))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await asked.of.rows(asked.ctx.db).update({ where: { id: asked.row.id }, data: { text: null } })
    return fileSheet(asked.ctx.locale, asked.opened, error.message)
  }
}

/** Checked once more inside of the transaction that writes: what has changed meanwhile is shown, and nothing is written. */
async function write<Found extends Checked>(asked: Asked<Found>): Promise<Sheet> {
  const { ctx, row, opened, of } = asked
  const words = importWords[ctx.locale]
  if (row.text === null) return fileSheet(ctx.locale, opened, words.empty)
  await opened.hold(row.text)
  const found = await opened.check(row.text)
  const isAsShown = found.problems.length === 0 && isDeepStrictEqual(found.outcome, row.outcome)
  if (!isAsShown || !(await opened.write(found))) return shown(asked, row.text, found, words.changedMeanwhile)

  await of.rows(ctx.db).update({ where: { id: row.id }, data: { text: null, writtenAt: toDate(ctx.now) } })
  const { said } = opened.plan(found)
  await say(ctx, {
    key: `${of.flow}/import/${row.id}`,
    to: { person: ctx.actor.id },
    card: noteCard(ctx.locale, opened.written, { tone: 'good', hints: [said] }),
  })
  return noteSheet(ctx.locale, `${opened.written} ${said}`, 200)
}

/** The file is kept until it is written, so that what is written is what was shown. */
async function shown<Found extends Checked>(
  { ctx, row, opened, of }: Asked<Found>,
  text: string,
  found: Found,
  said?: string,
): Promise<Sheet> {
  const isGood = found.problems.length === 0
  const data = { text: isGood ? text : null, outcome: found.outcome }
  await of.rows(ctx.db).update({ where: { id: row.id }, data })
  return isGood
    ? planSheet(ctx.locale, opened, { ...opened.plan(found), before: said })
    : problemSheet(ctx.locale, opened, { problems: found.problems, before: said })
}
