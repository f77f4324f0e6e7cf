import { nearestWord } from '../../../chat/nearest.ts'
import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { mayChangeKeyResult } from '../authority.ts'
import { readReference } from '../rules/reference.ts'
import { maySee } from '../sight.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { keyResultByReference } from '../which.ts'
import { updateWords } from './messages/update.ts'
import { liveNamed, liveOf } from './store/mine.ts'

/** The key results that may be meant: mine first, by their whole name, its beginning, or words in it. Never empty. */
export async function meantBy(ctx: Asking, typed: string): Promise<readonly KeyResultWithObjective[]> {
  if (readReference(typed)) return [await keyResultByReference(ctx, typed)]
  const mine = await liveOf(ctx.db, ctx.workspace.id, [ctx.actor.id])
  const ofMine = fitting(mine, typed)
  if (ofMine.length > 0) return ofMine
  const others: KeyResultWithObjective[] = []
  for (const one of await liveNamed(ctx.db, ctx.workspace.id, typed))
    if ((await maySee(ctx.db, ctx.actor, one.objective)) && (await mayChangeKeyResult(ctx, one))) others.push(one)
  if (others.length > 0) return fitting(others, typed)

  const words = updateWords[ctx.locale]
  const near = nearestWord(
    typed,
    mine.map(({ title }) => title),
  )
  throw new UserError([words.noSuch(typed.slice(0, 60)), ...(near ? [words.near(near)] : [])].join(' '))
}

function fitting(all: readonly KeyResultWithObjective[], typed: string): readonly KeyResultWithObjective[] {
  const wanted = plainly(typed)
  const ways = [
    (title: string) => title === wanted,
    (title: string) => title.startsWith(wanted),
    (title: string) => title.includes(wanted),
  ]
  for (const fits of ways) {
    const found = all.filter(({ title }) => fits(plainly(title)))
    if (found.length > 0) return found
  }
  return []
}

const plainly = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
