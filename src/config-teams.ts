import { z } from 'zod'
import { address, oneOf, text } from './config-words.ts'
import { isThisMachine } from './loopback.ts'

/** Without an app nobody is asked who they are: for a developer's own machine. */
export type TeamsConfig = {
  app: { id: string; password?: string; tenantId: string; type: 'SingleTenant' | 'UserAssignedMSI' } | null
  tenantId: string
  admin?: string
  loginUrl?: string
  openIdMetadataUrl?: string
  tokenIssuer?: string
  serviceHosts: string[]
}

export const teamsVariables = {
  TEAMS_APP_ID: text(/^[\w-]+$/, 'must be the id of the Teams app', '8f742231-b10e-4c1e-9a51-0c7d3b7a1f00').optional(),
  TEAMS_APP_PASSWORD: text(/^\S+$/, 'must be a client secret of the app', '8Q~…').optional(),
  TEAMS_TENANT_ID: text(/^[\w.-]+$/, 'must be the id of your Microsoft 365 tenant', '2f5b…').optional(),
  TEAMS_APP_TYPE: oneOf(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  TEAMS_AUTH: oneOf(['token', 'none']).default('token'),
  TEAMS_ADMIN: text(/^\S+@\S+$/, 'must be an e-mail address', 'ada@example.com').optional(),
  TEAMS_LOGIN_URL: address(['http', 'https'], 'https://login.microsoftonline.us').optional(),
  TEAMS_OPENID_METADATA_URL: address(
    ['http', 'https'],
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ).optional(),
  TEAMS_TOKEN_ISSUER: address(['http', 'https'], 'https://api.botframework.com').optional(),
  TEAMS_SERVICE_HOSTS: text(
    /^[\w.:,\s-]+$/,
    'must be host names, with commas between them',
    'smba.example.com',
  ).optional(),
}
const variables = z.object(teamsVariables)
type Variables = z.infer<typeof variables>

export const isTeamsMeant = (data: Pick<Variables, 'TEAMS_APP_ID' | 'TEAMS_AUTH'>): boolean =>
  data.TEAMS_APP_ID !== undefined || data.TEAMS_AUTH === 'none'

/** Whether what is said there goes through the net as it is. */
const isOverheard = (url: string): boolean =>
  URL.canParse(url) && new URL(url).protocol !== 'https:' && !isThisMachine(new URL(url).hostname)

type Refuse = (variable: keyof Variables, message: string) => void

/** What is wrong with them together. */
export function checkTeams(data: Variables & { NODE_ENV: string }, refuse: Refuse): void {
  if (data.TEAMS_LOGIN_URL && isOverheard(data.TEAMS_LOGIN_URL))
    refuse(
      'TEAMS_LOGIN_URL',
      'is shown the client secret, so it must begin with https://, for example https://login.microsoftonline.us',
    )
  if (data.TEAMS_AUTH === 'none') {
    if (data.NODE_ENV === 'production')
      refuse('TEAMS_AUTH', 'cannot be none in production, where anybody could then speak for anybody: set TEAMS_APP_ID')
    return
  }
  const { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: tenant } = data
  if (!id && (password || tenant || data.TEAMS_ADMIN || data.TEAMS_APP_TYPE === 'UserAssignedMSI'))
    refuse(
      'TEAMS_APP_ID',
      'is needed to talk to Teams, since without it anybody could speak for anybody, for example 8f742231-b10e-4c1e-9a51-0c7d3b7a1f00',
    )
  if (id && !tenant)
    refuse(
      'TEAMS_TENANT_ID',
      'is needed with TEAMS_APP_ID, so that nobody else’s people come in, for example 2f5b7c1e-…',
    )
  if (id && data.TEAMS_APP_TYPE === 'SingleTenant' && !password)
    refuse(
      'TEAMS_APP_PASSWORD',
      'is needed with TEAMS_APP_ID; for a managed identity set TEAMS_APP_TYPE=UserAssignedMSI instead',
    )
}

/** Who nobody is asked to be, on a developer's machine. */
const NO_TENANT = '00000000-0000-0000-0000-0000000000001'

export function teamsFrom(data: Variables): { teams?: TeamsConfig } {
  if (!isTeamsMeant(data)) return {}
  const { TEAMS_APP_ID: id = '', TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: tenantId = NO_TENANT } = data
  const app = { id, tenantId, type: data.TEAMS_APP_TYPE, ...(password && { password }) }
  return {
    teams: {
      ...{ app: data.TEAMS_AUTH === 'none' ? null : app, tenantId },
      ...(data.TEAMS_ADMIN && { admin: data.TEAMS_ADMIN }),
      ...(data.TEAMS_LOGIN_URL && { loginUrl: data.TEAMS_LOGIN_URL.replace(/\/*$/, '') }),
      ...(data.TEAMS_OPENID_METADATA_URL && { openIdMetadataUrl: data.TEAMS_OPENID_METADATA_URL }),
      ...(data.TEAMS_TOKEN_ISSUER && { tokenIssuer: data.TEAMS_TOKEN_ISSUER }),
      serviceHosts: (data.TEAMS_SERVICE_HOSTS ?? '').split(/[\s,]+/).filter((host) => host !== ''),
    },
  }
}
