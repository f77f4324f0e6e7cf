import type { Self } from './connection.ts'

type Place = { channel: string; ts: string; thread_ts?: string | undefined }

/** Where the workspace shows a message; a reply opens in its thread. Null as long as Slack has not told us who we are. */
export function addressOf(self: Self | null, { channel, ts, thread_ts }: Place): string | null {
  if (!self) return null
  const thread = thread_ts !== undefined && thread_ts !== ts ? `?thread_ts=${thread_ts}&cid=${channel}` : ''
  return `${self.workspaceUrl}archives/${channel}/p${ts.replace('.', '')}${thread}`
}
