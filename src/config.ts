import { z } from 'zod'
import { checkTeams, isTeamsMeant, type TeamsConfig, teamsFrom, teamsVariables } from './config-teams.ts'
import { address, oneOf, says, text } from './config-words.ts'

export type Config = {
  env: 'development' | 'production' | 'test'
  role: 'all' | 'web' | 'worker'
  host: string
  port: number
  /** The address at which people outside find us, without a slash at its end. */
  publicUrl: string
  dataDir: string
  databaseUrl?: string
  redisUrl?: string
  logLevel: (typeof logLevels)[number]
  playground: boolean
  /** Whether the clock can be moved forward over HTTP. */
  devClock: boolean
  slack?: SlackConfig
  teams?: TeamsConfig
}

/** At least one of the signing secret (HTTP) and the app token (Socket Mode) is there. */
export type SlackConfig = { botToken: string; signingSecret?: string; appToken?: string; apiUrl: string }

/** What is wrong with the environment: one line per problem, never with the value that was given. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the environment; an empty variable counts as absent. Throws ConfigError naming every problem at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { data, error } = Environment.safeParse(withoutBlanks(env))
  if (error) throw new ConfigError(error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))

  const playground = hasPlayground(data)
  return {
    env: data.NODE_ENV,
    role: data.ROLE,
    host: data.HOST,
    port: data.PORT,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/*$/, ''),
    dataDir: data.DATA_DIR,
    ...(data.DATABASE_URL && { databaseUrl: data.DATABASE_URL }),
    ...(data.REDIS_URL && { redisUrl: data.REDIS_URL }),
    logLevel: data.LOG_LEVEL,
    playground,
    devClock: data.DEV_CLOCK ? data.DEV_CLOCK === '1' : playground && data.NODE_ENV !== 'production',
    ...slackFrom(data),
    ...teamsFrom(data),
  }
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

const variables = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  ROLE: oneOf(['all', 'web', 'worker']).default('all'),
  HOST: text(/^[\w.:-]+$/, 'must be a host name or an address', '127.0.0.1').default('127.0.0.1'),
  PORT: text(/^\d+$/, 'must be a whole number from 0 to 65535, 0 for any free one', '3000')
    .transform(Number)
    .refine((port) => port <= 65_535, says('must be at most 65535', '3000'))
    .default(3000),
  PUBLIC_URL: address(['http', 'https'], 'https://drumbeat.example.com').optional(),
  DATA_DIR: z.string().default('.drumbeat'),
  DATABASE_URL: address(['postgres', 'postgresql'], 'postgresql://drumbeat:secret@localhost:5432/drumbeat').optional(),
  REDIS_URL: address(['redis', 'rediss'], 'redis://localhost:6379').optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  PLAYGROUND: oneOf(['on', 'off']).optional(),
  DEV_CLOCK: oneOf(['1', '0']).optional(),
  SLACK_BOT_TOKEN: text(/^xoxb-\S+$/, 'must be a bot token', 'xoxb-…').optional(),
  SLACK_SIGNING_SECRET: text(/^\S+$/, 'must be the signing secret of the Slack app', '8f742231b10e…').optional(),
  SLACK_APP_TOKEN: text(/^xapp-\S+$/, 'must be an app-level token', 'xapp-1-…').optional(),
  SLACK_API_URL: address(['http', 'https'], 'https://slack.com/api/').default('https://slack.com/api/'),
  ...teamsVariables,
})
type Variables = z.infer<typeof variables>

/** The names of all variables that Drumbeat reads. */
export const variableNames: readonly string[] = Object.keys(variables.shape)

// The cross checks also run when a variable is wrong by itself, so that everything is told at once.
const Environment = variables.superRefine(checkTogether, { when: () => true })

function checkTogether(data: Variables, ctx: z.RefinementCtx<Variables>): void {
  const refuse = (variable: keyof Variables, message: string) =>
    ctx.addIssue({ code: 'custom', path: [variable], message })

  if ((data.ROLE === 'web' || data.ROLE === 'worker') && !data.DATABASE_URL)
    refuse(
      'DATABASE_URL',
      `is needed with ROLE=${data.ROLE}, because several processes cannot share an embedded database, for example postgresql://drumbeat:secret@localhost:5432/drumbeat`,
    )
  if (data.NODE_ENV === 'production' && data.DEV_CLOCK === '1')
    refuse('DEV_CLOCK', 'cannot be on in production, where time passes by itself: set DEV_CLOCK=0')
  if (data.SLACK_BOT_TOKEN && !data.SLACK_SIGNING_SECRET && !data.SLACK_APP_TOKEN)
    refuse(
      'SLACK_SIGNING_SECRET',
      'or SLACK_APP_TOKEN (Socket Mode) is needed with SLACK_BOT_TOKEN, for example SLACK_APP_TOKEN=xapp-1-…',
    )
  checkTeams(data, refuse)
  if (!data.SLACK_BOT_TOKEN && (data.SLACK_SIGNING_SECRET || data.SLACK_APP_TOKEN))
    refuse('SLACK_BOT_TOKEN', 'is needed to talk to Slack, for example xoxb-…')
  else if (!data.SLACK_BOT_TOKEN && !isTeamsMeant(data) && !hasPlayground(data))
    refuse(
      'SLACK_BOT_TOKEN',
      'and TEAMS_APP_ID are missing and the playground is off, so there is nobody to talk to: set for example SLACK_BOT_TOKEN=xoxb-… or PLAYGROUND=on',
    )
}

function hasPlayground(data: Variables): boolean {
  if (data.PLAYGROUND) return data.PLAYGROUND !== 'off'
  return data.NODE_ENV !== 'production' && !data.SLACK_BOT_TOKEN && !isTeamsMeant(data)
}

function slackFrom(data: Variables): { slack?: SlackConfig } {
  if (!data.SLACK_BOT_TOKEN) return {}
  return {
    slack: {
      botToken: data.SLACK_BOT_TOKEN,
      ...(data.SLACK_SIGNING_SECRET && { signingSecret: data.SLACK_SIGNING_SECRET }),
      ...(data.SLACK_APP_TOKEN && { appToken: data.SLACK_APP_TOKEN }),
      apiUrl: data.SLACK_API_URL.replace(/\/*$/, '/'),
    },
  }
}

function withoutBlanks(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
}
