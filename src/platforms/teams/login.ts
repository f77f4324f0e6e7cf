import { z } from 'zod'

export type Secret = { loginUrl: string; tenantId: string; id: string; password: string; scope: string }

/** Microsoft's login service does not let us in. */
export class LoginRefused extends Error {
  override name = 'LoginRefused'
}

const WITHIN_MS = 8_000
/** So long before its end a token is no longer used. */
const SPARE_MS = 300_000

const Given = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number() })
const Refused = z.looseObject({ error: z.string().default(''), error_codes: z.array(z.number()).default([]) })

/**
 * Our token for the connector: asked for once, however many need it at the same moment, and kept until shortly before its
 * end, or until the connector has refused it.
 */
export function tokenFor(secret: Secret): (refused?: string) => Promise<string> {
  let kept: { token: string; until: number } | null = null
  let asking: Promise<string> | null = null
  const ask = async () => {
    const { access_token: token, expires_in: seconds } = await askedFor(secret)
    kept = { token, until: Date.now() + seconds * 1_000 - SPARE_MS }
    return token
  }
  return (refused) => {
    if (kept && kept.token !== refused && kept.until > Date.now()) return Promise.resolve(kept.token)
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }
}

async function askedFor({ loginUrl, tenantId, id, password, scope }: Secret) {
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: password, scope: `${scope}/.default` }
  const response = await fetch(`${loginUrl}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'error',
    signal: AbortSignal.timeout(WITHIN_MS),
  })
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.ok) return Given.parse(answer)
  const { error, error_codes: codes } = Refused.catch({ error: '', error_codes: [] }).parse(answer)
  const named = [error, ...codes.map((code) => `AADSTS${code}`)].filter((word) => word !== '').join(', ')
  if (response.status >= 500 || response.status === 429)
    throw new Error(`Microsoft’s login service says ${response.status} ${named}`.trim())
  throw new LoginRefused(
    `Microsoft’s login service refuses the app (${named || response.status}): check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID; a client secret may have run out`,
  )
}
