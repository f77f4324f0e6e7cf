import { startNode } from './child.js'

export const SIGNING_SECRET = 'bench-signing-secret'

/** The whole of Drumbeat as a process of its own, talking to the given database and Slack. */
export async function startProduct({ databaseUrl, slackApiUrl }) {
  const env = {
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slackApiUrl,
  }
  const child = await startNode(new URL('../dist/main.js', import.meta.url), [], { ready: /ready at \S+:(\d+)/, env })
  return { pid: child.pid, port: Number(child.found[1]), stop: () => child.stop() }
}
