import { createServer } from 'node:http'

export const INSTALLATION = 'TBENCH'
export const CHANNEL = 'CBENCH'

/** The little of Slack's Web API that is called here; it agrees to everything at once, so that only Drumbeat is measured. */
export async function startFakeSlack() {
  let messages = 0
  const answers = {
    'auth.test': () => ({ url: 'https://bench.slack.com/', team_id: INSTALLATION, user_id: 'UBOT', bot_id: 'BBOT' }),
    'users.info': ({ user }) => ({ user: personOf(user) }),
    'conversations.info': ({ channel }) => ({ channel: { id: channel, name: 'bench', is_member: true } }),
    'conversations.open': ({ users }) => ({ channel: { id: `D${users}` } }),
    'chat.postMessage': ({ channel }) => ({ channel, ts: `1700000000.${String(++messages).padStart(6, '0')}` }),
    'chat.update': ({ channel, ts }) => ({ channel, ts }),
  }
  const server = createServer(async (request, response) => {
    const method = request.url.split('/').at(-1)
    const fields = Object.fromEntries(new URLSearchParams(await textOf(request)))
    const answer = answers[method]?.(fields)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer ? { ok: true, ...answer } : { ok: false, error: 'unknown_method' }))
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${server.address().port}/api/`,
    messages: () => messages,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export const personOf = (id) => ({
  id,
  team_id: INSTALLATION,
  name: id.toLowerCase(),
  real_name: `Member ${id}`,
  tz: 'UTC',
  locale: 'en-US',
  profile: { display_name: `Member ${id}`, real_name: `Member ${id}` },
})

async function textOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
