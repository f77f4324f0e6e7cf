import type { Reader, Subjects } from '../../../flow.ts'
import { isColleague } from '../../../people/members.ts'
import { classNames } from '../messages/classes.ts'
import { readReference, writeReference } from '../rules/reference.ts'
import { maySee, onlyVisible } from '../sight.ts'
import { type Complaint, complaintByNumber, whole } from '../store/complaints.ts'

const KIND = 'complaint:'

export const subjectOf = ({ id }: { id: string }): string => KIND + id

/** Complaints as other flows tie something to them: never with the customer's name. */
export const subjects: Subjects = {
  meant: async (ctx, typed) => {
    const number = /^c/i.test(typed.normalize('NFKC').trim()) ? readReference(typed) : null
    if (number === null || !isColleague(ctx.actor)) return null
    const complaint = await complaintByNumber(ctx.db, ctx.workspace.id, number)
    const isSeen = complaint !== null && (await maySee(ctx.db, ctx.actor, complaint, ctx.now))
    if (!isSeen) return null
    const reference = writeReference(number)
    return { subject: subjectOf(complaint), reference, name: reference }
  },
  named: async (ctx, all) => {
    const ids = all.flatMap((one) => (one.startsWith(KIND) ? one.slice(KIND.length) : []))
    const where = { workspaceId: ctx.workspace.id, id: { in: ids } }
    const found = ids.length > 0 ? await ctx.db.complaint.findMany({ where, include: { customer: true } }) : []
    const visible = await visibleTo(ctx, found.map(whole))
    return visible.map((complaint) => ({
      ...{ subject: subjectOf(complaint), reference: writeReference(complaint.number) },
      name: nameOf(complaint, ctx.locale),
    }))
  },
}

/** Nobody in particular reads what is not confidential. */
const visibleTo = async ({ db, actor, now }: Reader, complaints: readonly Complaint[]): Promise<Complaint[]> =>
  actor ? onlyVisible(db, actor, complaints, now) : complaints.filter(({ confidential }) => !confidential)

const nameOf = ({ number, severity, state }: Complaint, locale: keyof typeof classNames): string =>
  [writeReference(number), classNames[locale].severity[severity], classNames[locale].state[state]].join(' · ')
