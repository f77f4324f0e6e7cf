import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import { InstallationBroken } from '../../errors.ts'
import { codeOf, translated } from './errors.ts'

/** Who we are to Slack, as `auth.test` says. */
export type Self = {
  installation: string
  botUserId: string
  botId: string | undefined
  workspaceUrl: string
  /** Whether we were given the right to hear what is said in public channels. */
  hears: boolean
}

export type Connection = {
  /** Null until Slack has answered once. */
  self(): Self | null
  /** Tells this each time that Slack has said who we are; what throws is told again later. */
  whenKnown(tell: (self: Self) => Promise<void>): void
  /** Something was heard in a channel, so the right to hear has been given meanwhile. */
  proveHearing(): void
  /** Notes that Slack no longer lets us in, until it does again. */
  broken(why: string): void
  trouble(): string | null
  close(): void
}

type State = {
  self: Self | null
  why: string | null
  tell: (self: Self) => Promise<void>
  timer: NodeJS.Timeout | null
  isClosed: boolean
  tries: number
}

const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 60_000

/** Asks Slack who we are, in the background and again and again until it answers; nothing waits for it. */
export function connect(api: WebClient, log: Logger): Connection {
  const why = 'Slack has not been reached yet.'
  const state: State = { self: null, why, tell: async () => {}, timer: null, isClosed: false, tries: 0 }
  const introduce = async (): Promise<void> => {
    state.timer = null
    state.why = await introduced(api, state)
    if (state.why !== null) log.warn({ why: state.why }, 'Slack does not let us in')
    await tellOrRetry()
  }
  const tellOrRetry = async (): Promise<void> => {
    if (state.why === null && (await isTold(state, log))) state.tries = 0
    else retry()
  }
  const retry = (): void => {
    if (state.isClosed || state.timer) return
    state.timer = setTimeout(introduce, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** state.tries++)).unref()
  }
  void introduce()
  return {
    self: () => state.self,
    trouble: () => state.why,
    whenKnown: (tell) => {
      state.tell = tell
      if (state.self) void tellOrRetry()
    },
    proveHearing: () => {
      if (!state.self || state.self.hears) return
      state.self = { ...state.self, hears: true }
      void tellOrRetry()
    },
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

async function isTold({ self, tell, isClosed }: State, log: Logger): Promise<boolean> {
  try {
    if (self && !isClosed) await tell(self)
    return true
  } catch (error) {
    log.warn({ err: error }, 'what Slack says of us could not be noted; trying again')
    return false
  }
}

const HEARING = 'channels:history'

/** Null when Slack has told us who we are, otherwise what is wrong in words for an administrator. */
async function introduced(api: WebClient, state: State): Promise<string | null> {
  try {
    const { response_metadata, ...known } = await api.auth.test()
    const { url = '', team_id = '', enterprise_id, user_id = '', bot_id, is_enterprise_install } = known
    state.self = {
      installation: is_enterprise_install && enterprise_id ? enterprise_id : team_id,
      botUserId: user_id,
      botId: bot_id,
      workspaceUrl: url.replace(/\/?$/, '/'),
      hears: response_metadata?.scopes?.includes(HEARING) ?? false,
    }
    return null
  } catch (error) {
    if (translated(error, 'channel') instanceof InstallationBroken)
      return `Slack refuses SLACK_BOT_TOKEN (${codeOf(error)}): install the app again and set the new token.`
    return `Slack cannot be reached (${codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')}); trying again.`
  }
}
