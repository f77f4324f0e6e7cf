import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import { within } from '../../within.ts'
import { tokenFor } from './login.ts'

/** Who we are to Microsoft's Bot Framework; the addresses are those of its public cloud where they are absent. */
export type BotOptions = {
  /** Null where nobody is asked who they are: on the machine of a developer. */
  app: { id: string; password?: string | undefined; tenantId: string; type: 'SingleTenant' | 'UserAssignedMSI' } | null
  loginUrl?: string | undefined
  openIdMetadataUrl?: string | undefined
  /** Who signs for what comes in; in every cloud it is also whom our own tokens are for. */
  tokenIssuer?: string | undefined
}

/** All that Drumbeat asks of the Bot Framework's own library. */
export type Bot = {
  /** Null where whoever sends this activity is who they say; otherwise with which status they are refused, and why. */
  verify(activity: object, authorization: string): Promise<Refusal | null>
  /** What we show to the connector, kept until it runs out; another one than the `refused` where there is one; null where nobody asks. */
  token(refused?: string): Promise<string | null>
}
export type Refusal = { status: 401 | 403 | 503; why: string }

const PUBLIC_CLOUD = {
  loginUrl: 'https://login.microsoftonline.com',
  issuer: 'https://api.botframework.com',
  oAuthUrl: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  emulatorMetadataUrl: 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
}

/** The only door to `botbuilder`. */
export function openBot(options: BotOptions): Bot {
  const { app, openIdMetadataUrl, tokenIssuer: issuer = PUBLIC_CLOUD.issuer } = options
  const loginUrl = `${options.loginUrl ?? PUBLIC_CLOUD.loginUrl}/${app?.tenantId ?? 'botframework.com'}`
  const credentials = new ConfigurationServiceClientCredentialFactory(app ? credentialsOf(app) : {})
  const addresses = {
    ToChannelFromBotLoginUrl: loginUrl,
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: PUBLIC_CLOUD.oAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl ?? PUBLIC_CLOUD.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl ?? PUBLIC_CLOUD.emulatorMetadataUrl,
  }
  const authentication = new ConfigurationBotFrameworkAuthentication(addresses, credentials)
  return {
    verify: async (activity, authorization) => {
      try {
        await authentication.authenticateRequest(activity as Activity, authorization)
        return null
      } catch (error) {
        return refusalOf(error)
      }
    },
    token: app ? tokenOf(app, credentials, options) : async () => null,
  }
}

type App = NonNullable<BotOptions['app']>

/** A secret is shown to the login service by ourselves: the library's own way asks Microsoft's public cloud first whether it may. */
function tokenOf(app: App, credentials: ConfigurationServiceClientCredentialFactory, options: BotOptions) {
  const { loginUrl = PUBLIC_CLOUD.loginUrl, tokenIssuer: scope = PUBLIC_CLOUD.issuer } = options
  if (app.type === 'SingleTenant') return tokenFor({ ...app, password: app.password ?? '', loginUrl, scope })
  const managed = credentials.createCredentials(app.id, scope, loginUrl, true)
  return async () => {
    const given = await within(((await managed) as unknown as { getToken(): Promise<string> }).getToken(), WITHIN_MS)
    if (!given) throw new Error('The machine gives no token for the managed identity in time')
    return given
  }
}
const WITHIN_MS = 8_000

/** A managed identity has no password, and the library refuses one that was left. */
const credentialsOf = ({ id, password = '', tenantId, type }: App) => ({
  ...{ MicrosoftAppId: id, MicrosoftAppTenantId: tenantId, MicrosoftAppType: type },
  ...(type === 'SingleTenant' && { MicrosoftAppPassword: password }),
})

/** Bad tokens have names of their own; anything else means that Microsoft could not be asked. */
function refusalOf(error: unknown): Refusal {
  const { name, statusCode, message } = error as { name?: string; statusCode?: number; message?: string }
  const why = message ?? 'unknown'
  if (statusCode === 403) return { status: 403, why }
  return { status: statusCode === 401 || BAD_TOKENS.includes(name ?? '') ? 401 : 503, why }
}
const BAD_TOKENS = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError', 'AuthenticationError', 'SyntaxError']
