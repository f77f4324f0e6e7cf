import type { Context } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { isOpen } from '../rules/path.ts'
import { writeReference } from '../rules/reference.ts'
import { insidersOf } from '../sight.ts'
import { deedButtons } from './cards/buttons.ts'
import { instead, ownerCard } from './cards/complaint-card.ts'
import type { Standing } from './cards/standing.ts'
import { cardKey, ownerIdIn, ownerKey } from './keys.ts'
import { cardWords } from './messages/card.ts'
import type { Putting } from './put.ts'
import { readerOf } from './reader.ts'
import type { Posted } from './store/posts.ts'

/** The owner's own card; those who owned it before read there who has it now. */
export async function redrawnForOwners(ctx: Context, standing: Standing, posts: readonly Posted[]): Promise<Putting[]> {
  const { complaint, owner } = standing
  const key = ownerKey(complaint.id, complaint.ownerId)
  const isThere = posts.some((one) => one.key === key)
  const isShown = owner !== null && (isThere || isOpen(complaint.state))
  const own = isShown ? [{ key, card: ownerCard(standing, readerOf(owner)), to: { person: owner.id } }] : []
  const former = posts.filter((one) => one.key !== key && one.key !== cardKey(complaint.id))
  return former.length > 0 ? [...own, ...(await redrawnForFormer(ctx, standing, former))] : own
}

async function redrawnForFormer(
  ctx: Context,
  { complaint, owner }: Standing,
  posts: readonly Posted[],
): Promise<Putting[]> {
  const ids = posts.map(({ key }) => ownerIdIn(key))
  const insiders = complaint.confidential ? await insidersOf(ctx.db, complaint, ctx.now) : null
  return (await membersByIds(ctx.db, ctx.workspace.id, ids)).map((member) => {
    const { locale } = readerOf(member)
    const words = cardWords[locale]
    const reference = writeReference(complaint.number)
    const isOutside = insiders !== null && !insiders.has(member.id)
    const sentence = isOutside
      ? words.nowConfidential(reference)
      : words.nowWith(reference, owner?.name ?? words.nobody)
    const card = instead(locale, sentence, [deedButtons(complaint.id, ['show'], locale)])
    return { key: ownerKey(complaint.id, member.id), card, to: { person: member.id } }
  })
}
