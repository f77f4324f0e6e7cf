import type { Temporal } from 'temporal-polyfill'
import { toDate, toDateColumn } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'

/** By question; null where it was passed over or left empty. */
export type Given = ReadonlyMap<string, string | null>

/** Puts these answers in the place of those that the entry had to the same questions. */
export async function keepAnswers(db: Db, entryId: string, given: Given): Promise<void> {
  await db.standupAnswer.deleteMany({ where: { entryId, questionId: { in: [...given.keys()] } } })
  await db.standupAnswer.createMany({
    data: [...given].map(([questionId, text]) => ({ entryId, questionId, text })),
  })
}

export type MyPart = { runId: string; standupId: string; state: string; runState: string }

/** The runs in which a member takes part and that still take answers, the one asked last first. */
export async function partsOf(db: Db, memberId: string, since: Temporal.PlainDate): Promise<MyPart[]> {
  const entries = await db.standupEntry.findMany({
    where: {
      memberId,
      state: { not: 'left' },
      run: {
        date: { gte: toDateColumn(since) },
        state: { in: ['open', 'closed'] },
        standup: { state: { not: 'deleted' } },
      },
    },
    include: { run: { select: { id: true, standupId: true, state: true } } },
    orderBy: [{ promptAt: 'desc' }, { id: 'desc' }],
  })
  return entries.map(({ state, run }) => ({ runId: run.id, standupId: run.standupId, state, runState: run.state }))
}

/** The run whose questions a member answers by writing: begun before others, then asked last. Null when none waits. */
export async function waitingRun(db: Db, memberId: string): Promise<string | null> {
  const waiting = await db.standupEntry.findMany({
    where: { memberId, state: 'due', run: { state: 'open' } },
    select: { runId: true, _count: { select: { answers: true } } },
    orderBy: [{ promptAt: 'desc' }, { id: 'desc' }],
  })
  return (waiting.find((entry) => entry._count.answers > 0) ?? waiting[0])?.runId ?? null
}

/** The latest run that closed since then without all of a member's answers. */
export async function lateRun(db: Db, memberId: string, since: Temporal.Instant): Promise<string | null> {
  const entry = await db.standupEntry.findFirst({
    where: { memberId, run: { state: 'closed', closedAt: { gte: toDate(since) } } },
    select: { runId: true, state: true },
    orderBy: [{ promptAt: 'desc' }, { id: 'desc' }],
  })
  return entry?.state === 'missed' || entry?.state === 'answered' ? entry.runId : null
}

export type Prompt = { standupId: string; name: string; promptAt: Date }

/** What is on already and will ask this member when their own time comes. */
export async function promptsToCome(db: Db, memberId: string): Promise<Prompt[]> {
  const entries = await db.standupEntry.findMany({
    where: { memberId, state: 'later', run: { state: 'open' } },
    select: { promptAt: true, run: { select: { standup: { select: { id: true, name: true } } } } },
  })
  return entries.map(({ promptAt, run }) => ({ standupId: run.standup.id, name: run.standup.name, promptAt }))
}
