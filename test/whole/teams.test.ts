import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listening } from '../platforms/contract/wire.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Product, startProduct } from '../support/product.ts'
import { BOT, TENANT } from '../support/teams/fake-teams.ts'
import { APP, SECRET, type Signing, startSigning } from '../support/teams/signing.ts'
import { textOf } from '../support/teams/wire-words.ts'

type Sent = { path: string; authorization: string; body: string }

let signing: Signing
let connector: Listening
const sent: Sent[] = []
let database: TestDatabase
const processes: Product[] = []

beforeAll(async () => {
  signing = await startSigning()
  database = await testDatabase()
  connector = await listening(async (request, response) => {
    const body = await textOf(request)
    const { authorization = '' } = request.headers
    sent.push({ path: `${request.method} ${request.url}`, authorization, body })
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"29:mira","name":"Mira"}')
  })
})
afterAll(async () => {
  for (const product of processes) await product.end('SIGKILL')
  for (const one of [connector, signing]) await one.close()
  await database.close()
})

const start = async (env: Record<string, string>) => {
  const product = await startProduct({ DATABASE_URL: database.url, PLAYGROUND: 'off', ...env })
  processes.push(product)
  return product
}
const app = (password: string) => ({
  ...{ TEAMS_APP_ID: APP, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: TENANT },
  ...{ TEAMS_LOGIN_URL: signing.loginUrl, TEAMS_OPENID_METADATA_URL: signing.metadataUrl },
  TEAMS_SERVICE_HOSTS: new URL(connector.url).host,
})
let count = 0
const asks = async ({ url }: Product, text: string, token: string) => {
  const activity = {
    ...{ type: 'message', id: String(++count), channelId: 'msteams', serviceUrl: connector.url, text },
    ...{ from: { id: '29:mira', name: 'Mira' }, recipient: BOT },
    conversation: { id: 'a:29:mira', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) })
  return response.status
}

describe('the started product, for Teams,', () => {
  it.each([
    ['without an app', { TEAMS_TENANT_ID: TENANT }, 'TEAMS_APP_ID is needed to talk to Teams'],
    ['that asks nobody who they are', { TEAMS_AUTH: 'none' }, 'TEAMS_AUTH cannot be none in production'],
    ['with nothing at all', {}, 'TEAMS_APP_ID are missing'],
  ])('does not start in production %s, and says why', async (_, env, why) => {
    const problem = await start({ NODE_ENV: 'production', ...env }).catch((error: Error) => error.message)

    expect(problem).toContain('ended with 1')
    expect(problem).toContain(why)
  })

  it('answers who is signed in with a token of its own, in production', async () => {
    const product = await start({ NODE_ENV: 'production', ...app(SECRET) })
    const token = signing.token({ serviceurl: connector.url })

    expect(await asks(product, 'ops help', 'forged')).toBe(401)
    expect(await asks(product, 'ops help', token)).toBe(200)
    await expect.poll(() => sent.map((one) => one.body).join()).toContain('/standup')
    expect(new Set(sent.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer ours-1']))
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200)
    expect(await product.end('SIGTERM')).toBe(0)
  })

  it('with a secret that has run out says in /readyz what to check', async () => {
    const product = await start({ NODE_ENV: 'production', ...app('outdated') })
    const readiness = async () => {
      const response = await fetch(`${product.url}/readyz`)
      return [response.status, await response.text()] as const
    }

    await expect.poll(async () => (await readiness())[0]).toBe(503)
    expect((await readiness())[1]).toContain('check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID')
    expect(product.output() + (await readiness())[1]).not.toContain('outdated')
  })
})
