import { flows } from '../dist/flows.js'
import { openDoor } from '../dist/router/door.js'
import { INSTALLATION } from './fake-slack.js'
import { atMost, milliseconds, percentile } from './figures.js'
import { measureImport } from './okr-import.js'
import { ADMINISTRATOR, LINE_MANAGER, MEMBER, seedObjectives } from './okr-rows.js'
import { bareWorld, silentChat } from './world.js'

const KEY_RESULTS = 5_000
const TIMES = 120
const WARM_UP = 15
const AIM = { ...atMost(200), words: '≤ 200 ms' }

/** Who asks for what: whoever sees everything, a manager, and somebody of two hundred. */
const LOOKS = [
  { from: MEMBER, text: 'list' },
  { from: LINE_MANAGER, text: 'list team:"Team 3"' },
  { from: MEMBER, text: 'list at-risk' },
  { from: ADMINISTRATOR, text: 'list all' },
  { from: LINE_MANAGER, text: 'list all at-risk' },
  { from: LINE_MANAGER, text: 'list all stale' },
  { from: MEMBER, text: 'tree' },
]

/** A workspace with five thousand key results: what is looked at, and a file of fifty thousand lines that is brought into it. */
export async function measure(ground) {
  const database = await ground.database('okr')
  await seedObjectives(database.url, { keyResults: KEY_RESULTS })
  const looked = await lookedAt(database.url)
  const imported = await measureImport(database.url)
  await database.drop()
  return [...looked, ...imported]
}

async function lookedAt(url) {
  const world = {
    ...bareWorld(url, { queue: { add: async () => {} }, flows }),
    platforms: new Map([['slack', silentChat]]),
  }
  const door = openDoor(world)
  const results = []
  for (const look of LOOKS) results.push(...rowsOf(look, await timesOf(door, look)))
  await world.db.$disconnect()
  return results
}

/** From the door to the answer, one after the other. */
async function timesOf(door, { from, text }) {
  const took = []
  for (let n = 0; n < WARM_UP + TIMES; n++) {
    const started = performance.now()
    const { reply } = await door.receive({
      ...{ platform: 'slack', installation: INSTALLATION, receipt: `${text}-${n}`, from },
      what: { kind: 'command', flow: 'okr', text },
    })
    if (n >= WARM_UP) took.push(performance.now() - started)
    if (reply.kind !== 'card' || !JSON.stringify(reply.card).includes('O-'))
      throw new Error(`No answer to /okr ${text}: ${JSON.stringify(reply).slice(0, 500)}`)
  }
  return took
}

const rowsOf = ({ text }, took) =>
  [0.5, 0.95].map((share) => {
    const value = percentile(took, share)
    const what = `/okr ${text}, p${share * 100}`
    return { what, drumbeat: milliseconds(value), ...(share === 0.95 && { value, aim: AIM }) }
  })
