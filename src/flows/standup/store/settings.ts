import type { Db } from '../../../database/types.ts'
import type { Asked } from '../question-syntax.ts'
import type { Settings } from '../settings.ts'
import { putInParticipants, takeOutParticipants } from './participants.ts'
import { type Standup, standupById } from './standups.ts'

type Made = { workspaceId: string; leadId: string; createdAt: Date }

export async function createStandup(db: Db, settings: Settings, made: Made): Promise<Standup> {
  const { id } = await db.standup.create({ data: { ...columnsOf(settings), ...made } })
  await askNew(db, id, { questions: settings.questions.map(placed), askedFrom: made.createdAt })
  await putInParticipants(db, id, { memberIds: settings.memberIds, joinedAt: made.createdAt })
  return reread(db, made.workspaceId, id)
}

/** Questions that stay as they are keep their answers; others are replaced. */
export async function changeStandup(
  db: Db,
  standup: Standup,
  change: { settings: Settings; at: Date },
): Promise<Standup> {
  const { settings, at } = change
  const { leadId = standup.leadId } = settings
  await db.standup.update({
    where: { id: standup.id },
    data: { ...columnsOf(settings), leadId, version: { increment: 1 } },
  })
  await changeQuestions(db, standup, { questions: settings.questions, at })
  const present = standup.participants.map((participant) => participant.memberId)
  await takeOutParticipants(
    db,
    standup.id,
    present.filter((id) => !settings.memberIds.includes(id)),
  )
  await putInParticipants(db, standup.id, { memberIds: settings.memberIds, joinedAt: at })
  return reread(db, standup.workspaceId, standup.id)
}

async function changeQuestions(
  db: Db,
  standup: Standup,
  change: { questions: readonly Asked[]; at: Date },
): Promise<void> {
  const left = [...standup.questions]
  const fresh: Placed[] = []
  for (const question of change.questions.map(placed)) {
    const at = left.findIndex((one) => isSame(one, question))
    const [kept] = at < 0 ? [] : left.splice(at, 1)
    if (!kept) fresh.push(question)
    else if (kept.position !== question.position) {
      await db.standupQuestion.update({ where: { id: kept.id }, data: { position: question.position } })
    }
  }
  const gone = left.map((question) => question.id)
  if (gone.length > 0) {
    await db.standupQuestion.updateMany({ where: { id: { in: gone } }, data: { retiredAt: change.at } })
  }
  await askNew(db, standup.id, { questions: fresh, askedFrom: change.at })
}

type Placed = Asked & { position: number }
const placed = (question: Asked, position: number): Placed => ({ ...question, position })

async function askNew(
  db: Db,
  standupId: string,
  asked: { questions: readonly Placed[]; askedFrom: Date },
): Promise<void> {
  const { questions, askedFrom } = asked
  await db.standupQuestion.createMany({
    data: questions.map((question) => ({ ...question, options: [...question.options], standupId, askedFrom })),
  })
}

export const isSame = (a: Asked, b: Asked): boolean =>
  a.text === b.text && a.kind === b.kind && a.isBlocker === b.isBlocker && a.options.join('/') === b.options.join('/')

const columnsOf = ({ memberIds: _, questions: __, leadId: ___, days, ...columns }: Settings) => ({
  ...columns,
  days: [...days],
})

async function reread(db: Db, workspaceId: string, id: string): Promise<Standup> {
  const standup = await standupById(db, workspaceId, id)
  if (!standup) throw new Error('A stand-up that was just written is gone')
  return standup
}
