import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, variableNames } from '../src/config.ts'

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'sesame' }
const DATABASE_URL = 'postgresql://drumbeat:hunter2@db:5432/drumbeat'

describe('the configuration', () => {
  it('needs nothing: the playground, the movable clock and the embedded database on this machine', () => {
    expect(readConfig({})).toEqual({
      env: 'development',
      role: 'all',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataDir: '.drumbeat',
      logLevel: 'info',
      playground: true,
      devClock: true,
    })
  })

  it('takes an empty variable for an absent one', () => {
    const blanks = Object.fromEntries(variableNames.map((name) => [name, ' ']))

    expect(readConfig(blanks)).toEqual(readConfig({}))
  })

  it('reads everything that can be set', () => {
    const config = readConfig({
      ...SLACK,
      NODE_ENV: 'production',
      ROLE: 'worker',
      HOST: '::1',
      PORT: '0',
      PUBLIC_URL: 'https://drumbeat.example.com/',
      DATA_DIR: '/var/lib/drumbeat',
      DATABASE_URL,
      REDIS_URL: 'rediss://cache:6380',
      LOG_LEVEL: 'debug',
      PLAYGROUND: 'on',
      DEV_CLOCK: '0',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://localhost:9000/api',
    })

    expect(config).toEqual({
      env: 'production',
      role: 'worker',
      host: '::1',
      port: 0,
      publicUrl: 'https://drumbeat.example.com',
      dataDir: '/var/lib/drumbeat',
      databaseUrl: DATABASE_URL,
      redisUrl: 'rediss://cache:6380',
      logLevel: 'debug',
      playground: true,
      devClock: false,
      slack: {
        botToken: 'xoxb-1',
        signingSecret: 'sesame',
        appToken: 'xapp-1',
        apiUrl: 'http://localhost:9000/api/',
      },
    })
  })

  it.each([
    { when: 'Slack is configured', env: SLACK, playground: false, devClock: false },
    {
      when: 'Slack is configured and it is asked for',
      env: { ...SLACK, PLAYGROUND: 'on' },
      playground: true,
      devClock: true,
    },
    { when: 'only the clock is asked for', env: { ...SLACK, DEV_CLOCK: '1' }, playground: false, devClock: true },
    { when: 'only the clock is unwanted', env: { DEV_CLOCK: '0' }, playground: true, devClock: false },
    {
      when: 'production asks for it',
      env: { NODE_ENV: 'production', PLAYGROUND: 'on' },
      playground: true,
      devClock: false,
    },
  ])('turns the playground $playground and the movable clock $devClock when $when', ({ env, playground, devClock }) => {
    expect(readConfig(env)).toMatchObject({ playground, devClock })
  })

  it.each([
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be one of development, production, test'],
    [{ ROLE: 'boss' }, 'ROLE must be one of all, web, worker'],
    [{ HOST: 'http://x' }, 'HOST must be a host name or an address'],
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT must be at most 65535'],
    [
      { DATABASE_URL: 'mysql://db/drumbeat' },
      'DATABASE_URL must be an address starting with postgres:// or postgresql://',
    ],
    [{ DATABASE_URL: 'postgres://' }, 'DATABASE_URL must be an address starting with'],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL must be an address starting with redis:// or rediss://'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of silent'],
    [{ PLAYGROUND: 'yes' }, 'PLAYGROUND must be one of on, off'],
    [{ DEV_CLOCK: 'true' }, 'DEV_CLOCK must be one of 1, 0'],
    [{ ...SLACK, SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN must be a bot token'],
    [{ ...SLACK, SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN must be an app-level token'],
    [
      { ...SLACK, SLACK_API_URL: 'slack.com/api' },
      'SLACK_API_URL must be an address starting with http:// or https://',
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      'SLACK_SIGNING_SECRET or SLACK_APP_TOKEN (Socket Mode) is needed with SLACK_BOT_TOKEN',
    ],
    [{ SLACK_SIGNING_SECRET: 'sesame' }, 'SLACK_BOT_TOKEN is needed to talk to Slack'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is needed to talk to Slack'],
    [{ ROLE: 'web' }, 'DATABASE_URL is needed with ROLE=web'],
    [{ ROLE: 'worker' }, 'DATABASE_URL is needed with ROLE=worker'],
    [{ NODE_ENV: 'production' }, 'SLACK_BOT_TOKEN and TEAMS_APP_ID are missing and the playground is off'],
    [{ PLAYGROUND: 'off' }, 'SLACK_BOT_TOKEN and TEAMS_APP_ID are missing and the playground is off'],
    [{ TEAMS_AUTH: 'none', NODE_ENV: 'production' }, 'TEAMS_AUTH cannot be none in production'],
    [{ TEAMS_TENANT_ID: 't', TEAMS_APP_PASSWORD: 's', ...SLACK }, 'TEAMS_APP_ID is needed to talk to Teams'],
    [{ TEAMS_APP_TYPE: 'UserAssignedMSI', ...SLACK }, 'TEAMS_APP_ID is needed to talk to Teams'],
    [{ TEAMS_ADMIN: 'ada@example.com', ...SLACK }, 'TEAMS_APP_ID is needed to talk to Teams'],
    [{ TEAMS_APP_ID: 'a', TEAMS_APP_PASSWORD: 's' }, 'TEAMS_TENANT_ID is needed with TEAMS_APP_ID'],
    [{ TEAMS_APP_ID: 'a', TEAMS_TENANT_ID: 't' }, 'TEAMS_APP_PASSWORD is needed with TEAMS_APP_ID'],
    [
      { TEAMS_APP_ID: 'a', TEAMS_APP_PASSWORD: 's', TEAMS_TENANT_ID: 't', TEAMS_LOGIN_URL: 'http://login.example' },
      'TEAMS_LOGIN_URL is shown the client secret, so it must begin with https://',
    ],
    [{ ...SLACK, NODE_ENV: 'production', DEV_CLOCK: '1' }, 'DEV_CLOCK cannot be on in production'],
  ])('refuses %o in one line that names the variable', (env, line) => {
    const problems = problemsOf(env)

    expect(problems).toEqual([expect.stringContaining(line)])
    expect(problems[0]).toMatch(/(for example|set) \S/)
  })

  it('tells everything that is wrong at once', () => {
    const problems = problemsOf({ PORT: 'x', ROLE: 'web', REDIS_URL: 'x', SLACK_APP_TOKEN: 'xapp-1' })

    expect(problems.map((line) => line.split(' ')[0])).toEqual(['PORT', 'REDIS_URL', 'DATABASE_URL', 'SLACK_BOT_TOKEN'])
  })

  it('never repeats what was given, which may be a secret', () => {
    const secret = 'hunter2'
    const everythingWrong = Object.fromEntries(variableNames.map((name) => [name, `${secret} `]))

    expect(problemsOf(everythingWrong).join('\n')).not.toContain(secret)
  })
})

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const example = Object.fromEntries(
    [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value]) => [name, value]),
  )

  it('holds exactly the variables that are read', () => {
    expect(Object.keys(example)).toEqual(variableNames)
  })

  it.each(variableNames)('says what %s is', (name) => {
    expect(text).toMatch(new RegExp(`^# .{20,}\\n${name}=`, 'm'))
  })

  it('shows the defaults', () => {
    expect(readConfig(example)).toEqual(readConfig({}))
  })
})

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).message.split('\n')
  }
  return []
}
