// In a thread of its own, so that it is Drumbeat that it waits for and not the one who brings in files.
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { typeCommand } from './commands.js'

const { port, from } = workerData
const PAUSE_MS = { lists: 100, knocks: 5 }
const agent = new Agent({ keepAlive: true })
const [lists, knocks] = [[], []]
let isOver = false
parentPort.once('message', () => {
  isOver = true
})

/** Somebody types again and again; what is not there in time comes later, after an empty acknowledgement. */
async function typeLists() {
  for (; !isOver; await sleep(PAUSE_MS.lists)) {
    const { status, text, took } = await typeCommand(agent, port, { command: '/okr', text: 'list', from })
    if (status !== 200) throw new Error(`No answer to /okr list: ${status} ${text}`)
    lists.push({ took, isLate: text === '' })
  }
}

/** What needs no database is answered as soon as the process has a moment. */
async function knock() {
  for (; !isOver; await sleep(PAUSE_MS.knocks)) {
    const started = performance.now()
    await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()
    knocks.push(performance.now() - started)
  }
}

await Promise.all([typeLists(), knock()])
parentPort.postMessage({ lists, longestMs: Math.max(...knocks) })
