import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { textOf } from './wire-words.ts'

export const ISSUER = 'https://api.botframework.com'
export const APP = '8f742231-b10e-4c1e-9a51-0c7d3b7a1f00'
type Claims = Readonly<Record<string, unknown>>
export const SECRET = 'sesame'
export type Signing = Awaited<ReturnType<typeof startSigning>>

/** Microsoft's OpenID server, and tokens that are signed as its own are. */
export async function startSigning() {
  const [own, foreign] = [pair(), pair()]
  const jwk = (key: KeyObject, kid: string, endorsements: string[]) => ({
    ...{ ...key.export({ format: 'jwk' }), kid, use: 'sig', endorsements },
  })
  const keys = [jwk(own.publicKey, 'own', ['msteams']), jwk(own.publicKey, 'elsewhere', ['webchat'])]
  let isDown = false
  /** What was asked of the login service. */
  const logins: URLSearchParams[] = []
  const login = { lastsSeconds: 3_599, refuses: 0 }
  const logIn = (asked: URLSearchParams, response: ServerResponse): void => {
    logins.push(asked)
    if (login.refuses > 0) return void response.writeHead(login.refuses).end('<html>')
    const isRight = asked.get('client_secret') === SECRET && asked.get('client_id') === APP
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' })
    const refusal = { error: 'invalid_client', error_description: `of ${asked}`, error_codes: [7000215] }
    const given = { token_type: 'Bearer', expires_in: login.lastsSeconds, access_token: `ours-${logins.length}` }
    response.end(JSON.stringify(isRight ? given : refusal))
  }
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') return logIn(new URLSearchParams(await textOf(request)), response)
    response.writeHead(isDown ? 500 : 200, { 'content-type': 'application/json' })
    const metadata = { issuer: ISSUER, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] }
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : metadata))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const seconds = () => Math.floor(Date.now() / 1_000)
  const claimsOf = (claims: Claims) => ({
    ...{ iss: ISSUER, aud: APP, nbf: seconds() - 60, exp: seconds() + 600, ...claims },
  })
  return {
    metadataUrl: `${url}/openid`,
    loginUrl: url,
    logins,
    login,
    goDown: () => {
      isDown = true
    },
    token: (claims: Claims, { kid = 'own', key = own.privateKey } = {}): string => {
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claimsOf(claims))}`
      return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
    },
    foreignKey: foreign.privateKey,
    unsigned: (claims: Claims): string => `${part({ alg: 'none', typ: 'JWT', kid: 'own' })}.${part(claimsOf(claims))}.`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2_048 })
