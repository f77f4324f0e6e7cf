import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../dist/database/open.js'
import { CHANNEL, INSTALLATION } from './fake-slack.js'
import { statement } from './ground.js'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const QUESTIONS = ['What did you finish?', 'What will you do today?', 'What blocks you?']

/** Puts stand-ups with their members into the database, all of them to be opened as soon as a worker looks. */
export async function seedCompany(databaseUrl, { standups, membersEach }) {
  const db = openDatabase(databaseUrl)
  const installations = { create: { platform: 'slack', externalId: INSTALLATION } }
  // Where Drumbeat has run already, it knows the workspace from Slack.
  const known = await db.workspace.findFirst()
  const { id: workspaceId } = known ?? (await db.workspace.create({ data: { name: 'bench', installations } }))
  await seedMembers(db, workspaceId, standups * membersEach)
  for (let nth = 0; nth < standups; nth++) await seedStandup(db, workspaceId, { nth, membersEach })
  await db.$disconnect()
}

async function seedMembers(db, workspaceId, amount) {
  const all = Array.from({ length: amount }, (_, n) => ({ memberId: `member-${n}`, externalId: `U${n}` }))
  await db.member.createMany({
    data: all.map(({ memberId, externalId }) => ({
      id: memberId,
      workspaceId,
      name: `Member ${externalId}`,
      timeZone: zoneAtNoon(),
      locale: 'en',
      workingDays: EVERY_DAY,
    })),
  })
  await db.identity.createMany({ data: all.map((one) => ({ ...one, workspaceId, platform: 'slack' })) })
}

async function seedStandup(db, workspaceId, { nth, membersEach }) {
  const now = new Date()
  const [id, channelId, timeZone] = [`standup-${nth}`, `channel-${nth}`, zoneAtNoon()]
  const memberIds = Array.from({ length: membersEach }, (_, n) => `member-${nth * membersEach + n}`)
  const channel = { externalId: nth === 0 ? CHANNEL : `${CHANNEL}${nth}`, name: `bench-${nth}` }
  await db.channel.create({ data: { id: channelId, workspaceId, platform: 'slack', ...channel } })
  await db.standup.create({
    data: {
      ...{ id, workspaceId, channelId, timeZone, name: `Bench ${nth}`, leadId: memberIds[0], locale: 'en' },
      ...{ days: EVERY_DAY, time: '11:00', zoneMode: 'team', digestDelayMinutes: 120, createdAt: now },
      questions: {
        create: QUESTIONS.map((text, position) => ({ position, text, kind: 'text', askedFrom: new Date(0) })),
      },
      participants: { create: memberIds.map((memberId) => ({ memberId, joinedAt: now })) },
    },
  })
  const payload = { date: new Intl.DateTimeFormat('en-CA', { timeZone }).format(now) }
  await db.timer.create({ data: { workspaceId, kind: 'standup.open', subject: id, dueAt: now, payload } })
}

/** A zone in which it is between 12 and 13 o'clock, so that no measurement meets a midnight. */
function zoneAtNoon() {
  const ahead = 12 - new Date().getUTCHours()
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

/** Waits until so many cards and prompts are delivered. */
export async function untilDelivered(databaseUrl, amount, withinMs) {
  for (const end = performance.now() + withinMs; ; await sleep(100)) {
    const [{ delivered }] = await statement(databaseUrl, DELIVERED)
    if (delivered >= amount) return
    if (performance.now() > end) throw new Error(`Only ${delivered} of ${amount} posts were delivered in time`)
  }
}

const DELIVERED = `SELECT count(*)::int AS delivered FROM "Post" WHERE "state" = 'delivered'`
