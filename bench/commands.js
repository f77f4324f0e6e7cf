import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { threadId } from 'node:worker_threads'
import { CHANNEL, INSTALLATION } from './fake-slack.js'
import { SIGNING_SECRET } from './product.js'

export const ASKERS = 8
const IN_PARALLEL = 20
let triggers = 0
let commands = 0

/**
 * Sends `/standup status` this often, 20 at a time, each signed and with a trigger of its own. Gives the milliseconds
 * until each whole answer was there; throws at the first answer that is not as expected.
 */
export async function typeStatus({ port, amount, expected }) {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_PARALLEL })
  const took = []
  let left = amount
  const asker = async () => {
    while (left-- > 0) {
      const answer = await typeCommand(agent, port, { command: '/standup', text: 'status' })
      took.push(answer.took)
      if (answer.status !== 200 || !expected.test(answer.text))
        throw new Error(`Unexpected answer ${answer.status}: ${answer.text.slice(0, 500)}`)
    }
  }
  await Promise.all(Array.from({ length: IN_PARALLEL }, asker))
  agent.destroy()
  return took
}

/** One command of one of the askers, signed; the whole answer, and how many milliseconds it took. */
export async function typeCommand(agent, port, { command, text, from = `U${++triggers % ASKERS}` }) {
  const body = commandBody({ command, text, from })
  const started = performance.now()
  const answer = await post(agent, port, body)
  return { ...answer, took: performance.now() - started }
}

function commandBody({ command, text, from }) {
  return new URLSearchParams({
    team_id: INSTALLATION,
    team_domain: 'bench',
    channel_id: CHANNEL,
    channel_name: 'bench',
    user_id: from,
    user_name: 'someone',
    command,
    text,
    api_app_id: 'ABENCH',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/bench',
    trigger_id: `${++commands}.bench.${threadId}`,
  }).toString()
}

function post(agent, port, body) {
  const timestamp = Math.floor(Date.now() / 1_000)
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  }
  return new Promise((answered, failed) => {
    const path = '/slack/events'
    const asked = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      response.setEncoding('utf8')
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => answered({ status: response.statusCode, text }))
      response.on('error', failed)
    })
    asked.on('error', failed)
    asked.end(body)
  })
}
