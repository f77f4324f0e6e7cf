import { LogLevel } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'

export const SLACK_API_URL = 'https://slack.com/api/'
const CALL_TIMEOUT_MS = 10_000

export type WebApiOptions = { botToken: string; apiUrl: string; log: Logger }

/** The Web API for one installation. It tries once and never waits: who sends again, and when, is the queue's to say. */
export function openWebApi({ botToken, apiUrl, log }: WebApiOptions): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    allowAbsoluteUrls: false,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    timeout: CALL_TIMEOUT_MS,
    logger: quietLogger(log),
  })
}

/** What Slack's packages log, without details: those may quote what people wrote. */
export function quietLogger(log: Logger) {
  const told = (message: unknown): string => String(message).split(/ \(|: /, 1)[0] ?? ''
  return {
    debug: () => {},
    info: () => {},
    warn: (message: unknown) => log.warn({ said: told(message) }, 'Slack package warns'),
    error: (message: unknown) => log.error({ said: told(message) }, 'Slack package reports an error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}

/** Whether an address that Slack gave us is Slack's own, or of the same origin as the Web API we were told to use. */
export function isSlackAddress(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, origin } = new URL(address)
  if (origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'))
}
