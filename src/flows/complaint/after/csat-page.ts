import type { Locale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import type { Page, Sheet } from '../../../pages/page.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, complaintById, lockComplaint } from '../store/complaints.ts'
import { type Filled, formSheet, goneSheet, thanksSheet } from './cards/sheets.ts'
import { companyOf, localeOfCustomer } from './customer.ts'
import { recordVerdict } from './record-verdict.ts'
import { canBeRated, LONGEST_NOTE, readScore, roundOf } from './rules.ts'
import { type Survey, surveyById } from './store.ts'

/** What the link leads to that the owner sends to the customer. */
export const csat: Page = {
  show: async (ctx, subject) => {
    const asked = await askedBy(ctx, subject, complaintById)
    return whyGone(ctx, asked) ?? formSheet(asked.locale, await headOf(ctx, asked))
  },

  submit: async (ctx, subject, { score: chosen = '', note: written = '' }) => {
    const asked = await askedBy(ctx, subject, lockComplaint)
    const gone = whyGone(ctx, asked)
    if (gone || !asked.survey || !asked.complaint) return gone ?? goneSheet(asked.locale, 'over')
    const note = written.trim()
    const score = readScore(chosen)
    const filled: Filled = { chosen, note }
    if (!score || note.length > LONGEST_NOTE) return formSheet(asked.locale, await headOf(ctx, asked), filled)

    await recordVerdict(ctx, { complaint: asked.complaint, survey: asked.survey }, { score, note: note || null })
    return thanksSheet(asked.locale, score)
  },

  localeOf: async (ctx, subject) => (await askedBy(ctx, subject, complaintById)).locale,
}

type Asked = { survey: Survey | null; complaint: Complaint | null; locale: Locale }

/** The survey is read again once its complaint is held: of two who answer at once the second sees the first. */
async function askedBy(ctx: Context, id: string, find: typeof lockComplaint): Promise<Asked> {
  const first = await surveyById(ctx.db, ctx.workspace.id, id)
  const complaint = first && (await find(ctx.db, ctx.workspace.id, first.complaintId))
  if (!complaint) return { survey: null, complaint: null, locale: 'en' }
  const survey = await surveyById(ctx.db, ctx.workspace.id, id)
  return { survey, complaint, locale: await localeOfCustomer(ctx, complaint) }
}

function whyGone({ now }: Context, { survey, complaint, locale }: Asked): Sheet | null {
  if (!survey || !complaint) return goneSheet(locale, 'over')
  if (survey.score !== null) return goneSheet(locale, 'answered')
  if (survey.round !== roundOf(complaint)) return goneSheet(locale, 'again')
  if (!canBeRated(complaint.state) || survey.expiresAt.getTime() <= now.epochMilliseconds)
    return goneSheet(locale, 'over')
  return null
}

const headOf = async (ctx: Context, { complaint }: Asked) => ({
  company: await companyOf(ctx),
  reference: writeReference(complaint?.number ?? 0),
})
