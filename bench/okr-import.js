import { once } from 'node:events'
import { Agent } from 'node:http'
import { Worker } from 'node:worker_threads'
import { typeCommand } from './commands.js'
import { startFakeSlack } from './fake-slack.js'
import { atMost, megabytes, milliseconds, percentile } from './figures.js'
import { statement } from './ground.js'
import { fileOf } from './okr-file.js'
import { ADMINISTRATOR, MEMBER, NEXT_CYCLE } from './okr-rows.js'
import { startProduct } from './product.js'
import { residentKilobytes, watchMemory } from './resident.js'

const LINES = 50_000
const LONGEST_MS = 200_000
const WARM_UP = 20

/** A file of fifty thousand lines through the link and the page, as people bring it in, while somebody else types. */
export async function measureImport(databaseUrl) {
  const slack = await startFakeSlack()
  const product = await startProduct({ databaseUrl, slackApiUrl: slack.url })
  for (let n = 0; n < WARM_UP; n++) await type(product.port, { text: 'list', from: MEMBER })
  const idle = residentKilobytes(product.pid)
  const memory = watchMemory(product.pid)
  const others = askMeanwhile(product.port)
  const wrong = await broughtIn(
    product.port,
    fileOf(LINES, () => ({ to: 'much', value: 'half', confidence: '11' })),
  )
  const fresh = await broughtIn(product.port, fileOf(LINES))
  await mustBeThere(databaseUrl, { keyResults: LINES, checkIns: LINES })
  const changed = await broughtIn(
    product.port,
    fileOf(LINES, (n) => ({ to: '200', value: `${1 + (n % 101)}` })),
  )
  await mustBeThere(databaseUrl, { keyResults: LINES, checkIns: 2 * LINES })
  const { lists, longestMs } = await others.stop()
  const peak = memory.stop()
  await product.stop()
  await slack.close()
  return [...filesIn({ wrong, fresh, changed }), ...meanwhile({ lists, longestMs, idle, peak })]
}

const filesIn = ({ wrong, fresh, changed }) => [
  { what: '50,000 lines with three problems each, told', drumbeat: seconds(wrong.checked), beside: wrong.page },
  { what: '50,000 new key results, dry run', drumbeat: seconds(fresh.checked) },
  { what: '50,000 new key results, written', drumbeat: seconds(fresh.written) },
  { what: '50,000 key results changed and checked in, dry run', drumbeat: seconds(changed.checked) },
  { what: '50,000 key results changed and checked in, written', drumbeat: seconds(changed.written) },
]

function meanwhile({ lists, longestMs, idle, peak }) {
  const took = lists.map((one) => one.took)
  const late = lists.filter(({ isLate }) => isLate).length
  return [
    { what: '/okr list meanwhile, p50', drumbeat: milliseconds(percentile(took, 0.5)) },
    {
      what: `the slowest of ${took.length}`,
      drumbeat: milliseconds(percentile(took, 1)),
      beside: `${late} after an empty acknowledgement`,
      value: percentile(took, 1),
      aim: { ...atMost(3_000), words: '≤ 3 s' },
    },
    { what: 'the longest that nothing was answered at all', drumbeat: milliseconds(longestMs) },
    { what: 'resident memory, peak meanwhile', drumbeat: megabytes(peak), beside: `${megabytes(idle)} before` },
  ]
}

/** Asked for, checked, and written where nothing is wrong. */
async function broughtIn(port, text) {
  const link = await linkFrom(port)
  const checked = await submit(link, { name: 'file', value: new Blob([text], { type: 'text/csv' }) })
  const page = `a page of ${Math.round(checked.html.length / 1024)} KB`
  if (checked.status === 422) return { checked, page }
  const written = await submit(link, { name: 'deed', value: 'write' })
  if (!written.html.includes('The file is written')) throw new Error(`Not written: ${written.html.slice(-1_000)}`)
  return { checked, written, page }
}

async function linkFrom(port) {
  const { text } = await type(port, { text: `import ${NEXT_CYCLE}`, from: ADMINISTRATOR })
  const [, path] = /https?:\/\/[^/]+(\/p\/[\w-]+)/.exec(text.replaceAll('\\/', '/')) ?? []
  if (!path) throw new Error(`No link: ${text.slice(0, 500)}`)
  return `http://127.0.0.1:${port}${path}`
}

async function submit(link, { name, value }) {
  const body = new FormData()
  body.append(name, value)
  const started = performance.now()
  const response = await fetch(link, { method: 'POST', body, signal: AbortSignal.timeout(LONGEST_MS) })
  const html = await response.text()
  if (response.status !== 200 && response.status !== 422) throw new Error(`${response.status}: ${html.slice(-1_000)}`)
  return { status: response.status, html, took: performance.now() - started }
}

/** In a thread of its own; whoever stops it is told what it saw. */
function askMeanwhile(port) {
  const asker = new Worker(new URL('okr-asker.js', import.meta.url), { workerData: { port, from: MEMBER } })
  const told = once(asker, 'message')
  told.catch(() => {})
  return {
    async stop() {
      asker.postMessage('stop')
      return (await told)[0]
    },
  }
}

const agent = new Agent({ keepAlive: true })
const type = (port, { text, from }) => typeCommand(agent, port, { command: '/okr', text, from })

async function mustBeThere(url, wanted) {
  const [found] = await statement(url, WRITTEN)
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`There are ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}

const WRITTEN = `
  SELECT count(DISTINCT k."id")::int AS "keyResults", count(c."id")::int AS "checkIns"
  FROM "OkrKeyResult" k JOIN "OkrObjective" o ON o."id" = k."objectiveId" LEFT JOIN "OkrCheckIn" c ON c."keyResultId" = k."id"
  WHERE o."cycleId" = 'next'`

const seconds = ({ took }) => `${(took / 1_000).toFixed(1)} s`
