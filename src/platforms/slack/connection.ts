import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import { InstallationBroken } from '../../errors.ts'
import { codeOf, translated } from './errors.ts'

/** Who we are to Slack, as `auth.test` says. */
export type Self = { installation: string; botUserId: string; botId: string | undefined; workspaceUrl: string }

export type Connection = {
  /** Null until Slack has answered once. */
  self(): Self | null
  /** Notes that Slack no longer lets us in, until it does again. */
  broken(why: string): void
  trouble(): string | null
  close(): void
}

type State = { self: Self | null; why: string | null; timer: NodeJS.Timeout | null; isClosed: boolean; tries: number }

const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 60_000

/** Asks Slack who we are, in the background and again and again until it answers; nothing waits for it. */
export function connect(api: WebClient, log: Logger): Connection {
  const state: State = { self: null, why: 'Slack has not been reached yet.', timer: null, isClosed: false, tries: 0 }
  const introduce = async (): Promise<void> => {
    state.timer = null
    state.why = await introduced(api, state)
    if (state.why === null) {
      state.tries = 0
      return
    }
    log.warn({ why: state.why }, 'Slack does not let us in')
    retry()
  }
  const retry = (): void => {
    if (state.isClosed || state.timer) return
    state.timer = setTimeout(introduce, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** state.tries++)).unref()
  }
  void introduce()
  return {
    self: () => state.self,
    trouble: () => state.why,
    broken: (why) => {
      state.why = why
      retry()
    },
    close: () => {
      state.isClosed = true
      if (state.timer) clearTimeout(state.timer)
    },
  }
}

/** Null when Slack has told us who we are, otherwise what is wrong in words for an administrator. */
async function introduced(api: WebClient, state: State): Promise<string | null> {
  try {
    const { url = '', team_id = '', enterprise_id, user_id = '', bot_id, is_enterprise_install } = await api.auth.test()
    const installation = is_enterprise_install && enterprise_id ? enterprise_id : team_id
    state.self = { installation, botUserId: user_id, botId: bot_id, workspaceUrl: url.replace(/\/?$/, '/') }
    return null
  } catch (error) {
    if (translated(error, 'channel') instanceof InstallationBroken)
      return `Slack refuses SLACK_BOT_TOKEN (${codeOf(error)}): install the app again and set the new token.`
    return `Slack cannot be reached (${codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')}); trying again.`
  }
}
