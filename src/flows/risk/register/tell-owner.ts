import { nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Asking } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { memberById } from '../../../people/members.ts'
import { gradeWords, riskName } from '../cards/lines.ts'
import { lineWords } from '../messages/lines.ts'
import { gradesOf, standingGrade } from '../rules/grade.ts'
import { writeRisk } from '../rules/reference.ts'
import type { Risk } from '../store/risks.ts'
import { registerWords } from './messages/register.ts'

/** Whoever was given a risk by somebody else hears of it, once. */
export async function tellNewOwner(ctx: Asking, risk: Risk): Promise<void> {
  if (risk.ownerId === ctx.actor.id) return
  const owner = await memberById(ctx.db, ctx.workspace.id, risk.ownerId)
  if (!owner) return
  const locale = nearestLocale(owner.locale)
  const words = registerWords[locale]
  const reference = writeRisk(risk.number)
  await say(ctx, {
    key: `risk/given/${risk.id}/${risk.version}`,
    to: { person: owner.id },
    card: noteCard(locale, words.yours(ctx.actor.name, reference), {
      blocks: [
        { kind: 'text', style: 'heading', text: riskName(risk) },
        { kind: 'text', text: gradeWords(locale, standingGrade(gradesOf(risk))) },
      ],
      hints: [words.yoursNext(reference)],
      buttons: [{ label: lineWords[locale].show, action: 'risk.show', value: risk.id }],
    }),
  })
}
