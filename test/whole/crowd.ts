import type { Database } from '../../src/database/types.ts'
import { playgroundClient } from '../support/playground-client.ts'
import type { Product } from '../support/product.ts'

const PERSONAS = ['mira', 'jonas', 'mei', 'hana', 'nora', 'theo']
const WHOLE_WEEK = [1, 2, 3, 4, 5, 6, 7]
const LONGEST_DELAY_MINUTES = 720

/** Everybody in the playground is known to Drumbeat after this. */
export async function everybodyArrives(product: () => Product): Promise<void> {
  const client = playgroundClient(() => product().url)
  for (const persona of PERSONAS) await client.as(persona).command('/ops', `hello-${persona}`)
}

/** This many stand-ups of one person each whose time comes now: a run, a card and a question each. */
export async function manyStandups(db: Database, count: number): Promise<void> {
  await db.member.updateMany({ data: { workingDays: WHOLE_WEEK } })
  const members = await db.member.findMany({ orderBy: { name: 'asc' } })
  const [channel] = await db.channel.findMany({ take: 1 })
  const workspaceId = channel?.workspaceId ?? ''
  const now = new Date()
  const standups = Array.from({ length: count }, (_, number) => ({
    id: `many-${number}`,
    ...{ workspaceId, name: `Many ${number}`, channelId: channel?.id ?? '', locale: 'en', zoneMode: 'team' },
    ...{ leadId: members[0]?.id ?? '', days: WHOLE_WEEK, time: '00:00', timeZone: 'UTC' },
    ...{ digestDelayMinutes: LONGEST_DELAY_MINUTES, createdAt: now },
  }))
  const askedFrom = new Date(0)
  await db.standup.createMany({ data: standups })
  await db.standupQuestion.createMany({
    data: standups.map(({ id }) => ({ standupId: id, position: 0, text: 'How is it going?', kind: 'text', askedFrom })),
  })
  await db.standupParticipant.createMany({
    data: standups.map(({ id }, at) => ({
      standupId: id,
      memberId: members[at % members.length]?.id ?? '',
      joinedAt: now,
    })),
  })
  const date = now.toISOString().slice(0, 10)
  await db.timer.createMany({
    data: standups.map(({ id }) => ({
      ...{ workspaceId, kind: 'standup.open', subject: id, dueAt: now, payload: { date } },
    })),
  })
}

/** What has become of them: how often each was begun, and how many cards and questions stand in the playground. */
export async function outcomeOf(db: Database) {
  const opened = await db.auditEntry.findMany({ where: { action: 'standup.opened', subject: { contains: 'many-' } } })
  const posts = await db.post.findMany({ where: { key: { startsWith: 'standup/run/' } }, select: { state: true } })
  return {
    opened: opened.length,
    standups: new Set(opened.map(({ subject }) => subject)).size,
    delivered: posts.filter(({ state }) => state === 'delivered').length,
    waiting: posts.filter(({ state }) => state !== 'delivered').length,
    shown: await db.playgroundMessage.count({ where: { key: { startsWith: 'post:standup/run/' } } }),
  }
}

export const allDone = (count: number) => ({
  ...{ opened: count, standups: count, delivered: 2 * count, waiting: 0, shown: 2 * count },
})
