import { monitorEventLoopDelay } from 'node:perf_hooks'
import { COLUMNS } from '../dist/flows/okr/transfer/columns.js'
import { importPage } from '../dist/flows/okr/transfer/import-page.js'
import { flows } from '../dist/flows.js'
import { openLog } from '../dist/log.js'
import { openQueue } from '../dist/queue/open.js'
import { openDoor } from '../dist/router/door.js'
import { act } from '../dist/world.js'
import { INSTALLATION } from './fake-slack.js'
import { atMost, megabytes, milliseconds, percentile } from './figures.js'
import { statement } from './ground.js'
import { ADMINISTRATOR, LINE_MANAGER, MEMBER, seedObjectives } from './okr-rows.js'
import { bareWorld, silentChat } from './world.js'

const KEY_RESULTS = 5_000
const LINES = 50_000
const TIMES = 100
const WARM_UP = 10
const WITHIN_MS = 200

/** Who asks for what: whoever sees everything, a manager, and somebody of two hundred. */
const LOOKS = [
  { from: MEMBER, text: 'list' },
  { from: ADMINISTRATOR, text: 'list all' },
  { from: LINE_MANAGER, text: 'list team:"Team 3"' },
  { from: LINE_MANAGER, text: 'list all at-risk' },
  { from: MEMBER, text: 'list all stale' },
  { from: MEMBER, text: 'tree' },
]

/** A workspace with five thousand key results: what is looked at, and a file of fifty thousand lines that is brought into it. */
export async function measure(ground) {
  const database = await ground.database('okr')
  const queue = openQueue({ redis: ground.redisUrl ?? undefined, database: database.url }, openLog('error'))
  const world = { ...bareWorld(database.url, { queue, flows }), platforms: new Map([['slack', silentChat]]) }
  await seedObjectives(database.url, { keyResults: KEY_RESULTS })
  const door = openDoor(world)
  const looked = []
  for (const look of LOOKS) looked.push(...rowsOf(look, await timesOf(door, look)))
  const imported = await importMany(world, database.url)
  await queue.close()
  await world.db.$disconnect()
  await database.drop()
  return [...looked, ...imported]
}

function rowsOf({ text }, took) {
  const what = `/okr ${text}, ${KEY_RESULTS.toLocaleString('en')} key results`
  return [0.5, 0.95].map((share) => ({
    what: `${what}, p${share * 100}`,
    drumbeat: milliseconds(percentile(took, share)),
    ...(share === 0.95 && {
      value: percentile(took, share),
      aim: { ...atMost(WITHIN_MS), words: `≤ ${WITHIN_MS} ms` },
    }),
  }))
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
      throw new Error(`No answer: ${JSON.stringify(reply).slice(0, 500)}`)
  }
  return took
}

/** The file is shown what it would do, and then written; other work of the process waits no longer than its longest pause. */
async function importMany(world, url) {
  const workspace = await world.db.workspace.findFirstOrThrow()
  await statement(url, IMPORT)
  const submit = (values) => act(world, workspace, (ctx) => importPage.submit(ctx, 'import', values))
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const checked = await seconds(() => submit({ file: fileOf(LINES) }))
  const written = await seconds(() => submit({ deed: 'write' }))
  delay.disable()
  const [{ count }] = await statement(
    url,
    `SELECT count(*)::int FROM "OkrKeyResult" WHERE "objectiveId" NOT LIKE 'o-%'`,
  )
  if (count !== LINES) throw new Error(`${count} key results were written: ${JSON.stringify(written.result)}`)
  const what = `an import of ${LINES.toLocaleString('en')} lines`
  return [
    { what: `${what}: the dry run`, drumbeat: `${checked.took.toFixed(1)} s` },
    { what: `${what}: written`, drumbeat: `${written.took.toFixed(1)} s` },
    { what: `${what}: the longest that other work waits`, drumbeat: milliseconds(delay.max / 1e6) },
    { what: `${what}: the most memory so far`, drumbeat: megabytes(process.resourceUsage().maxRSS) },
  ]
}

async function seconds(deed) {
  const started = performance.now()
  const result = await deed()
  return { result, took: (performance.now() - started) / 1_000 }
}

function fileOf(lines) {
  const row = (cells) => COLUMNS.map((column) => cells[column] ?? '').join(',')
  const rows = Array.from({ length: lines }, (_, n) =>
    row({
      ...{ 'objective title': `Aim ${n >> 2}`, 'objective owner': `m${1 + ((n >> 2) % 200)}@bench.example` },
      ...{ 'key result title': `Result ${n}`, kind: 'numeric', from: '0', to: '100', unit: '%', value: `${n % 101}` },
    }),
  )
  return [COLUMNS.join(','), ...rows].join('\n')
}

const IMPORT = `
  INSERT INTO "OkrImport" ("id", "workspaceId", "memberId", "cycleId", "createdAt")
  VALUES ('import', 'bench', 'member-1', 'next', now())`
