import { isDeepStrictEqual } from 'node:util'
import { toDate } from '../../../calendar/instant.ts'
import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { Unreadable } from '../../../files/read-csv.ts'
import type { Context } from '../../../flow.ts'
import type { RiskImport } from '../../../generated/client.ts'
import { say } from '../../../outbox/say.ts'
import type { Page, Sheet } from '../../../pages/page.ts'
import { isColleague, memberById } from '../../../people/members.ts'
import { holds } from '../../../people/roles.ts'
import type { Acting } from '../acting.ts'
import { holdRegister } from '../store/settings.ts'
import { type Checked, checkFile } from './check.ts'
import { transferWords } from './messages/transfer.ts'
import { fileSheet, noteSheet, planSheet, problemSheet } from './sheets.ts'
import { holdAsChecked, writePlans } from './write.ts'

const MEGABYTES = 10
const WITHIN_SECONDS = 120
const WRITE = 'write'

type Asked = { row: RiskImport; acting: Acting }

/** Where a file is chosen, shown what it would do, and written: by whoever asked for the link, once. */
export const importPage: Page = {
  takesFiles: { bytes: MEGABYTES * 2 ** 20, withinSeconds: WITHIN_SECONDS },

  show: async (ctx, subject) => {
    const asked = await askedFor(ctx, subject)
    return 'title' in asked ? asked : fileSheet(asked.acting.locale)
  },

  submit: async (ctx, subject, { file = '', text: pasted = '', deed = '' }) => {
    await ctx.db.$queryRaw`SELECT 1 FROM "RiskImport" WHERE "id" = ${subject} FOR UPDATE`
    const asked = await askedFor(ctx, subject)
    if ('title' in asked) return asked
    if (deed === WRITE) return write(asked)
    const text = file || pasted
    const { locale } = asked.acting
    return text.trim() === '' ? fileSheet(locale, transferWords[locale].empty) : check(asked, text)
  },

  localeOf: async (ctx, subject) => {
    const row = await ctx.db.riskImport.findFirst({ where: { id: subject, workspaceId: ctx.workspace.id } })
    const member = row && (await memberById(ctx.db, ctx.workspace.id, row.memberId))
    return member ? nearestLocale(member.locale) : null
  },
}

async function askedFor(ctx: Context, subject: string): Promise<Asked | Sheet> {
  const row = await ctx.db.riskImport.findFirst({ where: { id: subject, workspaceId: ctx.workspace.id } })
  const actor = row && (await memberById(ctx.db, ctx.workspace.id, row.memberId))
  const locale: Locale = nearestLocale(actor?.locale ?? ctx.workspace.locale)
  const words = transferWords[locale]
  if (!row || !actor || !isColleague(actor) || holds(actor, 'audit')) return noteSheet(locale, words.notYours, 410)
  if (row.writtenAt) return noteSheet(locale, words.done, 410)
  return { row, acting: Object.assign(ctx, { actor, locale }) }
}

/** The file is kept until it is written, so that what is written is what was shown. */
async function check({ row, acting }: Asked, text: string): Promise<Sheet> {
  try {
    const checked = await checkFile(acting, text)
    const isGood = checked.problems.length === 0
    const data = { text: isGood ? text : null, outcome: { ...checked.counts } }
    await acting.db.riskImport.update({ where: { id: row.id }, data })
    return sheetOf(acting.locale, checked)
  } catch (error) {
    if (error instanceof Unreadable) return fileSheet(acting.locale, error.message)
    throw error
  }
}

/** Checked once more inside of the transaction that writes: what has changed meanwhile is shown, and nothing is written. */
async function write({ row, acting }: Asked): Promise<Sheet> {
  const words = transferWords[acting.locale]
  if (row.text === null) return fileSheet(acting.locale, words.empty)
  await holdRegister(acting.db, acting.workspace.id)
  const checked = await checkFile(acting, row.text)
  const { counts, plans } = checked
  const isGood = checked.problems.length === 0 && isDeepStrictEqual(counts, row.outcome)
  if (!isGood || !(await holdAsChecked(acting, plans))) {
    await acting.db.riskImport.update({ where: { id: row.id }, data: { outcome: { ...counts } } })
    return sheetOf(acting.locale, checked, words.changedMeanwhile)
  }
  await writePlans(acting, row.id, plans)
  await acting.db.riskImport.update({ where: { id: row.id }, data: { writtenAt: toDate(acting.now), text: null } })
  await say(acting, {
    key: `risk/import/${row.id}`,
    to: { person: acting.actor.id },
    card: noteCard(acting.locale, words.written, { tone: 'good', hints: [words.plan(counts)] }),
  })
  return noteSheet(acting.locale, `${words.written} ${words.plan(counts)}`, 200)
}

const sheetOf = (locale: Locale, { problems, counts }: Checked, said?: string): Sheet =>
  problems.length > 0
    ? problemSheet(locale, problems)
    : planSheet(locale, counts, { deed: WRITE, ...(said && { said }) })
