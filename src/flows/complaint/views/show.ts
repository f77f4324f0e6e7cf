import type { CommandLine } from '../../../chat/command-line.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { linkedTo, withOffers } from '../../../links/links.ts'
import { membersByIds } from '../../../people/members.ts'
import { mayManage } from '../path/permissions.ts'
import { newestProposal } from '../path/store/proposals.ts'
import { writeReference } from '../rules/reference.ts'
import { onlyVisible } from '../sight.ts'
import type { Complaint } from '../store/complaints.ts'
import { byId, mustBeColleague, visibleByReference } from '../which.ts'
import { showCard } from './cards/show-card.ts'
import type { Standing } from './cards/standing.ts'
import { deedsFor } from './deeds.ts'
import { readerOfAsker } from './reader.ts'
import { standingOf } from './standing-of.ts'
import { relativesOf } from './store/relatives.ts'
import { lastVerdict } from './store/verdict.ts'
import { subjectOf } from './subjects.ts'

/** `/complaint show C-12`: everything that the asker may see. */
export async function showByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  return showComplaint(ctx, await visibleByReference(ctx, line.words[0] ?? ''))
}

export const showByButton = async (ctx: Asking, id: string): Promise<Reply> => showComplaint(ctx, await byId(ctx, id))

/** Contact data only where nobody else can read along, not even over the shoulder of a channel. */
export async function showComplaint(ctx: Asking, complaint: Complaint): Promise<Reply> {
  const subject = subjectOf(complaint)
  const links = await linkedTo(ctx, subject)
  const standing: Standing = {
    ...(await standingOf(ctx, complaint)),
    relatives: await visibleRelatives(ctx, complaint),
  }
  const proposal = await newestProposal(ctx.db, complaint.id)
  const about = (await mayManage(ctx, complaint)) ? complaint.namedIds : []
  const [filedBy] = await membersByIds(ctx.db, ctx.workspace.id, complaint.filedById ? [complaint.filedById] : [])
  const whole = {
    standing,
    proposal,
    filedBy: filedBy?.name ?? null,
    about: (await membersByIds(ctx.db, ctx.workspace.id, about)).map(({ name }) => name),
    verdict: await lastVerdict(ctx.db, complaint.id),
    links: links.map(({ name }) => name),
    deeds: await deedsFor(ctx, standing),
    place: ctx.channel ? ('channel' as const) : ('direct' as const),
  }
  const { card, ...more } = showCard(whole, readerOfAsker(ctx))
  const reference = writeReference(complaint.number)
  return { kind: 'card', card: withOffers(ctx, card, { subject, reference, name: reference }, links), ...more }
}

const visibleRelatives = async (ctx: Asking, complaint: Complaint) =>
  onlyVisible(ctx.db, ctx.actor, await relativesOf(ctx.db, complaint), ctx.now)
