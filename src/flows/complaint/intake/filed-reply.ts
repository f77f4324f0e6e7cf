import { type Asking, type Reply, show } from '../../../flow.ts'
import { isAdmin, membersByIds } from '../../../people/members.ts'
import { clocksOf } from '../clocks/clockwork.ts'
import { writeReference } from '../rules/reference.ts'
import type { Chosen } from '../rules/routing-owner.ts'
import { suggest } from '../rules/suggest.ts'
import { maySee } from '../sight.ts'
import { type Complaint, complaintById } from '../store/complaints.ts'
import { entriesOf } from '../store/entries.ts'
import { settingsOf } from '../store/settings.ts'
import { filedCard } from './cards/filed-card.ts'
import { noteCard } from './cards/note-card.ts'
import { howLine, passedLine } from './cards/reasons.ts'
import { filedWords } from './messages/filed.ts'
import { routingWords } from './messages/routing.ts'
import { rulesOf } from './store/routing-rules.ts'

export async function filedReply(ctx: Asking, filed: Complaint): Promise<Reply> {
  const { db, workspace, actor, locale, now } = ctx
  const complaint = (await complaintById(db, workspace.id, filed.id)) ?? filed
  const routed = await routedAs(ctx, complaint)
  const { origin, rule, passed, insteadOfId = complaint.ownerId } = routed
  const mentioned = [complaint.ownerId, insteadOfId, ...passed.flatMap(({ memberId }) => memberId ?? [])]
  const names = await namesOf(ctx, mentioned)
  const place = (await rulesOf(db, workspace.id)).findIndex(({ id }) => id === rule) + 1
  const clocks = await clocksOf(db, complaint, now)
  const settings = await settingsOf(db, workspace.id)
  const hints = hintsOf(ctx, {
    isUnrouted: origin !== 'rule' && origin !== 'duty',
    hasTriage: complaint.channelId !== null,
  })
  const deadline = (kind: 'acknowledge' | 'reply') => clocks.findLast((clock) => clock.kind === kind)?.dueAt
  const [acknowledge, reply] = [deadline('acknowledge'), deadline('reply')]
  return show(
    filedCard(locale, {
      complaint,
      suggestion: suggest(`${complaint.product ?? ''} ${complaint.what}`),
      owner: { id: complaint.ownerId, name: names.get(complaint.ownerId) ?? '?' },
      ownerHow: howLine(locale, routed, { names, place }),
      passed: passedLine(locale, passed, names),
      deadlines: { ...(acknowledge && { acknowledge }), ...(reply && { reply }) },
      channel: await channelOf(ctx, complaint),
      hints,
      zone: actor.timeZone,
      mayClassify: await maySee(db, actor, complaint),
      maySetUp: isAdmin(actor) && (settings.triageChannelId === null || settings.dutyOwnerId === null),
    }),
  )
}

/** Once more what was filed before. */
export async function filedAlready(ctx: Asking, complaintId: string): Promise<Reply> {
  const words = filedWords[ctx.locale]
  const complaint = await complaintById(ctx.db, ctx.workspace.id, complaintId)
  const isSeen = complaint !== null && (await maySee(ctx.db, ctx.actor, complaint))
  return show(noteCard(ctx.locale, isSeen ? words.already(writeReference(complaint.number)) : words.alreadyHidden))
}

type Routed = Chosen & { rule: string | null }

/** As it was decided when it was filed. */
async function routedAs({ db }: Asking, { id }: Complaint): Promise<Routed> {
  const filed = (await entriesOf(db, id)).find(({ kind }) => kind === 'filed')
  return filed?.detail as unknown as Routed
}

async function namesOf({ db, workspace }: Asking, ids: readonly string[]): Promise<Map<string, string>> {
  const members = await membersByIds(db, workspace.id, [...new Set(ids)])
  return new Map(members.map(({ id, name }) => [id, name]))
}

function hintsOf({ locale }: Asking, { isUnrouted, hasTriage }: { isUnrouted: boolean; hasTriage: boolean }): string[] {
  const words = routingWords[locale]
  return [...(isUnrouted ? [words.noDuty] : []), ...(hasTriage ? [] : [words.noTriage])]
}

async function channelOf(
  { db }: Asking,
  { channelId, confidential }: Complaint,
): Promise<{ id: string; name: string } | null> {
  if (!channelId || confidential) return null
  const channel = await db.channel.findUnique({ where: { id: channelId } })
  return channel && { id: channel.id, name: channel.name.replace(/^#/, '') }
}
