import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InstallationBroken } from '../../../src/errors.ts'
import { flows } from '../../../src/flows.ts'
import type { ChatPlatform } from '../../../src/platform.ts'
import { openBot } from '../../../src/platforms/teams/botbuilder.ts'
import { createTeams } from '../../../src/platforms/teams/platform.ts'
import { startWeb, type Web } from '../../../src/web.ts'
import { type House, openHouse } from '../../support/house.ts'
import { TENANT } from '../../support/teams/fake-teams.ts'
import { APP, SECRET, type Signing, startSigning } from '../../support/teams/signing.ts'
import { card } from '../contract/samples.ts'
import { type Listening, listening } from '../contract/wire.ts'

let signing: Signing
let connector: Listening
/** With which tokens the connector was called. */
let shown: (string | undefined)[] = []
/** Which tokens the connector does not take. */
let refused: string[] = []
let house: House
let web: Web
let teams: ChatPlatform

beforeEach(async () => {
  signing = await startSigning()
  shown = []
  refused = []
  connector = await listening((request, response) => {
    shown.push(request.headers.authorization)
    if (refused.includes(request.headers.authorization ?? '')) return void response.writeHead(401).end('{}')
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}')
  })
  house = await openHouse({ flows, now: '2026-03-02T07:00:00Z', people: [], channels: [] })
})
afterEach(async () => {
  await web?.stop()
  await teams.close()
  await house.close()
  for (const one of [connector, signing]) await one.close()
})

/** Drumbeat with this secret, and a channel that it knows. */
async function started(password: string): Promise<void> {
  const { db, world } = house
  const app = { id: APP, password, tenantId: TENANT, type: 'SingleTenant' as const }
  const { loginUrl, metadataUrl: openIdMetadataUrl } = signing
  const serviceHosts = [new URL(connector.url).host]
  const about = { app, tenantId: TENANT, serviceHosts, loginUrl, openIdMetadataUrl, site: () => '', log: world.log }
  teams = createTeams({ ...about, db })
  Object.assign(world, { platforms: new Map([['teams', teams]]) })
  const place = { tenantId: TENANT, externalId: '19:a@thread.tacv2', kind: 'channel', serviceUrl: connector.url }
  await db.teamsPlace.create({ data: place })
  web = await startWeb(world, { host: '127.0.0.1', port: 0, devClock: false })
  await expect.poll(() => signing.logins.length).toBe(1)
}
const nobody = { person: () => undefined, channel: () => undefined, post: () => undefined }
const post = () => {
  const to = { channel: '19:a@thread.tacv2' }
  return teams.post({ key: 'k', installation: TENANT, to, card: card('Hello'), directory: nobody })
}
const readiness = async () => {
  const response = await fetch(`http://127.0.0.1:${web.port}/readyz`)
  return { status: response.status, words: await response.text() }
}

describe('the token for the connector', () => {
  it('is asked for once, with the secret, and shown with everything that is sent', async () => {
    await started(SECRET)
    await Promise.all([post(), post(), post()])
    await post()

    expect(signing.logins.map((asked) => Object.fromEntries(asked))).toEqual([
      {
        ...{ grant_type: 'client_credentials', client_id: APP, client_secret: SECRET },
        scope: 'https://api.botframework.com/.default',
      },
    ])
    expect(shown).toEqual(Array(4).fill('Bearer ours-1'))
    expect((await readiness()).status).toBe(200)
  })

  it('is asked for once by all who need it at the same moment', async () => {
    await started(SECRET)
    const { token } = openBot({
      app: { id: APP, password: SECRET, tenantId: TENANT, type: 'SingleTenant' },
      loginUrl: signing.loginUrl,
    })

    expect(await Promise.all([token(), token(), token()])).toEqual(['ours-2', 'ours-2', 'ours-2'])
  })

  it('is for the cloud whose issuer signs for what comes in', async () => {
    await started(SECRET)
    const app = { id: APP, password: SECRET, tenantId: TENANT, type: 'SingleTenant' as const }
    await openBot({ app, loginUrl: signing.loginUrl, tokenIssuer: 'https://api.botframework.us' }).token()

    expect(signing.logins.at(-1)?.get('scope')).toBe('https://api.botframework.us/.default')
  })

  it('is asked for anew when the connector takes the kept one no more, and once for a message', async () => {
    await started(SECRET)
    await post()
    refused = ['Bearer ours-1']
    await Promise.all([post(), post()])
    expect(shown.slice(-2)).toEqual(['Bearer ours-2', 'Bearer ours-2'])

    shown = []
    refused = ['Bearer ours-2', 'Bearer ours-3']
    await expect(post()).rejects.toThrow(InstallationBroken)
    expect(shown).toEqual(['Bearer ours-2', 'Bearer ours-3'])
  })

  it('is asked for anew before it runs out', async () => {
    signing.login.lastsSeconds = 299
    await started(SECRET)
    await post()

    expect(shown).toEqual(['Bearer ours-2'])
  })

  it('with a wrong secret is refused: nothing is sent, and it says what to check without telling the secret', async () => {
    await started('guessed')
    await expect(post()).rejects.toThrow(InstallationBroken)

    expect(shown).toEqual([])
    const { status, words } = await readiness()
    expect(status).toBe(503)
    expect(words).toContain('check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID')
    expect(words).toContain('AADSTS7000215')
    expect(words).not.toContain('guessed')
  })

  it('that cannot be had for a while is said to be missing until it is had, and breaks nothing', async () => {
    signing.login.refuses = 503
    await started(SECRET)
    await expect(post()).rejects.not.toThrow(InstallationBroken)
    const { status, words } = await readiness()
    expect(status).toBe(503)
    expect(words).toContain('no token can be had')
    signing.login.refuses = 0
    await expect.poll(async () => (await readiness()).status).toBe(200)
    await post()

    expect(shown).toHaveLength(1)
  })
})

it('a managed identity asks the machine that it runs on', async () => {
  await started(SECRET)
  const asked: { url: string; secret: unknown }[] = []
  const machine = createServer((request, response) => {
    asked.push({ url: request.url ?? '', secret: request.headers['x-identity-header'] })
    const inAnHour = String(Math.floor(Date.now() / 1_000) + 7_200)
    const given = { access_token: 'managed', expires_on: inAnHour, resource: 'r', token_type: 'Bearer' }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(given))
  })
  await new Promise<void>((ready) => machine.listen(0, '127.0.0.1', ready))
  const { port } = machine.address() as { port: number }
  Object.assign(process.env, { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: 'header' })
  try {
    const app = { id: `${APP}-managed`, password: 'left', tenantId: TENANT, type: 'UserAssignedMSI' as const }
    const bot = openBot({ app })

    expect([await bot.token(), await bot.token()]).toEqual(['managed', 'managed'])
    expect(asked).toEqual([{ url: expect.stringContaining(`client_id=${APP}-managed`), secret: 'header' }])
    expect(decodeURIComponent(asked[0]?.url ?? '')).toContain('resource=https://api.botframework.com')
  } finally {
    delete process.env.IDENTITY_ENDPOINT
    delete process.env.IDENTITY_HEADER
    machine.close()
  }
})
