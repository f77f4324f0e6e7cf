// The yardstick: Bolt with one command that answers at once. Run as a process of its own: bare-bolt.js <secret> <API address>
import bolt from '@slack/bolt'

const [signingSecret, slackApiUrl] = process.argv.slice(2)
const receiver = new bolt.ExpressReceiver({ signingSecret, endpoints: '/slack/events' })
const app = new bolt.App({ token: 'xoxb-bench', receiver, clientOptions: { slackApiUrl }, logLevel: 'error' })
app.command('/standup', async ({ ack }) => ack('echo'))
const server = await app.start({ port: 0, host: '127.0.0.1' })
process.stdout.write(`ready on ${server.address().port}\n`)
process.once('SIGTERM', () => process.exit(0))
