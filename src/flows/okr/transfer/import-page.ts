import { isDeepStrictEqual } from 'node:util'
import { toDate } from '../../../calendar/instant.ts'
import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { Unreadable } from '../../../files/read-csv.ts'
import type { Context } from '../../../flow.ts'
import type { OkrImport } from '../../../generated/client.ts'
import { say } from '../../../outbox/say.ts'
import type { Page, Sheet } from '../../../pages/page.ts'
import { isColleague, memberById } from '../../../people/members.ts'
import { holdAlignment } from '../setup/store/parents.ts'
import { type Cycle, cycleById, holdCycle } from '../store/cycles.ts'
import { holdSettings } from '../store/settings.ts'
import { checkFile } from './check.ts'
import type { Checked } from './checked.ts'
import { holdAsChecked } from './hold.ts'
import type { Importing } from './importing.ts'
import { transferWords } from './messages/transfer.ts'
import { fileSheet, noteSheet, planSheet, problemSheet } from './sheets.ts'
import { writePlans } from './write.ts'

const MEGABYTES = 10
/** Fifty thousand lines take some seconds, and several times that where the machine is busy. */
const WITHIN_SECONDS = 120
const WRITE = 'write'

type Asked = { row: OkrImport; cycle: Cycle; importing: Importing }

/** Where a file is chosen, shown what it would do, and written: by whoever asked for the link, once. */
export const importPage: Page = {
  takesFiles: { bytes: MEGABYTES * 2 ** 20, withinSeconds: WITHIN_SECONDS },

  show: async (ctx, subject) => {
    const asked = await askedFor(ctx, subject, cycleById)
    return 'title' in asked ? asked : fileSheet(asked.importing.locale, asked.cycle)
  },

  submit: async (ctx, subject, { file = '', text: pasted = '', deed = '' }) => {
    await ctx.db.$queryRaw`SELECT 1 FROM "OkrImport" WHERE "id" = ${subject} FOR UPDATE`
    const asked = await askedFor(ctx, subject, holdCycle)
    if ('title' in asked) return asked
    if (deed === WRITE) return write(asked)
    const text = file || pasted
    if (text.trim() === '')
      return fileSheet(asked.importing.locale, asked.cycle, transferWords[asked.importing.locale].empty)
    return check(asked, text)
  },

  localeOf: async (ctx, subject) => {
    const row = await ctx.db.okrImport.findFirst({ where: { id: subject, workspaceId: ctx.workspace.id } })
    const member = row && (await memberById(ctx.db, ctx.workspace.id, row.memberId))
    return member ? nearestLocale(member.locale) : null
  },
}

async function askedFor(ctx: Context, subject: string, find: typeof cycleById): Promise<Asked | Sheet> {
  const row = await ctx.db.okrImport.findFirst({ where: { id: subject, workspaceId: ctx.workspace.id } })
  const actor = row && (await memberById(ctx.db, ctx.workspace.id, row.memberId))
  const locale: Locale = nearestLocale(actor?.locale ?? ctx.workspace.locale)
  const words = transferWords[locale]
  const cycle = row && (await find(ctx.db, ctx.workspace.id, row.cycleId))
  if (!row || !actor || !isColleague(actor) || !cycle) return noteSheet(locale, words.notYours, 410)
  if (row.writtenAt) return noteSheet(locale, words.done, 410)
  if (cycle.closedAt) return noteSheet(locale, words.closed(cycle.name), 410)
  return { row, cycle, importing: Object.assign(ctx, { actor, locale }) }
}

/** The file is kept until it is written, so that what is written is what was shown. */
async function check({ row, cycle, importing }: Asked, text: string): Promise<Sheet> {
  try {
    const checked = await checkFile(importing, cycle, text)
    const isGood = checked.problems.length === 0
    const outcome = { ...checked.counts }
    await importing.db.okrImport.update({ where: { id: row.id }, data: { text: isGood ? text : null, outcome } })
    return sheetOf(importing.locale, cycle, checked)
  } catch (error) {
    if (error instanceof Unreadable) return fileSheet(importing.locale, cycle, error.message)
    throw error
  }
}

/** Checked once more inside of the transaction that writes: what has changed meanwhile is shown, and nothing is written. */
async function write({ row, cycle, importing }: Asked): Promise<Sheet> {
  const words = transferWords[importing.locale]
  if (row.text === null) return fileSheet(importing.locale, cycle, words.empty)
  await holdSettings(importing.db, importing.workspace.id)
  await holdAlignment(importing.db, importing.workspace.id)
  const checked = await checkFile(importing, cycle, row.text)
  const { counts } = checked
  const isGood = checked.problems.length === 0 && isDeepStrictEqual(counts, row.outcome)
  if (!isGood || !(await holdAsChecked(importing, checked.objectives))) {
    await importing.db.okrImport.update({ where: { id: row.id }, data: { outcome: { ...counts } } })
    return sheetOf(importing.locale, cycle, checked, words.changedMeanwhile)
  }
  await writePlans(importing, cycle, checked.objectives)
  await importing.db.okrImport.update({ where: { id: row.id }, data: { writtenAt: toDate(importing.now), text: null } })
  await say(importing, {
    key: `okr/import/${row.id}`,
    to: { person: importing.actor.id },
    card: noteCard(importing.locale, words.written(cycle.name), { tone: 'good', hints: [words.plan(counts)] }),
  })
  return noteSheet(importing.locale, `${words.written(cycle.name)} ${words.plan(counts)}`, 200)
}

const sheetOf = (locale: Locale, cycle: Cycle, checked: Checked, said?: string): Sheet =>
  checked.problems.length > 0
    ? problemSheet(locale, cycle, checked.problems)
    : planSheet(locale, { cycle, counts: checked.counts, deed: WRITE, said })
