import type { Subjects } from '../../../flow.ts'
import { isColleague } from '../../../people/members.ts'
import { classNames } from '../messages/classes.ts'
import { readReference, writeReference } from '../rules/reference.ts'
import { maySee, onlyVisible } from '../sight.ts'
import { type Complaint, complaintByNumber, whole } from '../store/complaints.ts'

const KIND = 'complaint:'

/** Complaints as other flows tie something to them: never with the customer's name. */
export const subjects: Subjects = {
  meant: async (ctx, typed) => {
    const number = /^c/i.test(typed.normalize('NFKC').trim()) ? readReference(typed) : null
    if (number === null || !isColleague(ctx.actor)) return null
    const complaint = await complaintByNumber(ctx.db, ctx.workspace.id, number)
    const isSeen = complaint !== null && (await maySee(ctx.db, ctx.actor, complaint, ctx.now))
    return isSeen ? { subject: KIND + complaint.id, name: writeReference(number) } : null
  },
  named: async (ctx, all) => {
    const ids = all.flatMap((one) => (one.startsWith(KIND) ? one.slice(KIND.length) : []))
    const where = { workspaceId: ctx.workspace.id, id: { in: ids } }
    const found = ids.length > 0 ? await ctx.db.complaint.findMany({ where, include: { customer: true } }) : []
    const visible = await onlyVisible(ctx.db, ctx.actor, found.map(whole), ctx.now)
    return visible.map((complaint) => ({ subject: KIND + complaint.id, name: nameOf(complaint, ctx.locale) }))
  },
}

const nameOf = ({ number, severity, state }: Complaint, locale: keyof typeof classNames): string =>
  [writeReference(number), classNames[locale].severity[severity], classNames[locale].state[state]].join(' · ')
