import { nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { say } from '../../../outbox/say.ts'
import { memberById } from '../../../people/members.ts'
import type { Asker } from '../asker.ts'
import { keyResultName, objectiveName, progressWords } from '../cards/lines.ts'
import { updateWords } from '../check-in/messages/update.ts'
import { writeKeyResult, writeObjective } from '../rules/reference.ts'
import type { KeyResult, Objective } from '../store/objectives.ts'
import { doneWords } from './messages/done.ts'

/** Whoever was given something by somebody else hears of it, once. */
export async function tellNewOwner(
  ctx: Asker,
  ownerId: string,
  objective: Objective,
  keyResult?: KeyResult,
): Promise<void> {
  if (ownerId === ctx.actor?.id) return
  const owner = await memberById(ctx.db, ctx.workspace.id, ownerId)
  if (!owner) return
  const locale = nearestLocale(owner.locale)
  const words = doneWords[locale]
  const reference = keyResult ? writeKeyResult(keyResult.number) : writeObjective(objective.number)
  const about = keyResult ?? objective
  await say(ctx, {
    key: `okr/given/${about.id}/${about.version}`,
    to: { person: ownerId },
    card: noteCard(locale, words.yours(ctx.actor?.name ?? updateWords[locale].program, reference), {
      blocks: [
        { kind: 'text', style: 'heading', text: objectiveName(objective) },
        ...(keyResult
          ? [
              {
                kind: 'text' as const,
                text: `${keyResultName(keyResult)} · ${progressWords(locale, { keyResult, value: keyResult.start })}`,
              },
            ]
          : []),
      ],
      hints: [words.yoursNext],
      buttons: [{ label: words.show, action: 'okr.show', value: objective.id }],
    }),
  })
}
