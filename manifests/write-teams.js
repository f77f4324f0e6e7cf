// `npm run manifest:teams`: writes manifests/teams from the commands and shortcuts that there are, and the app packages.
// `npm run manifest:teams -- <app id> <host>`: the packages are for this app at this host, ready to be uploaded.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { flows } from '../dist/flows.js'
import { packageTexts } from '../dist/platforms/teams/app-package.js'
import {
  APP_ID_TO_FILL_IN,
  HOST_TO_FILL_IN,
  messageActionsOf,
  typedCommandsOf,
} from '../dist/platforms/teams/manifest.js'
import { withSlash } from '../dist/platforms/teams/slash.js'
import { storedZip } from './stored-zip.js'

const folder = new URL('teams/', import.meta.url)
const [appId = APP_ID_TO_FILL_IN, host = HOST_TO_FILL_IN] = process.argv.slice(2)
if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(appId) || !/^[\w.-]+$/.test(host)) {
  process.stderr.write('Give the app id (a GUID) and the host (such as drumbeat.example.com).\n')
  process.exit(1)
}

const offered = { commands: typedCommandsOf(flows), shortcuts: messageActionsOf(flows) }
const icons = Object.fromEntries(
  await Promise.all(['color.png', 'outline.png'].map(async (name) => [name, await readFile(new URL(name, folder))])),
)
await write({ place: '', zip: 'drumbeat.zip' })
await write({ place: 'slash/', zip: 'drumbeat-slash.zip', variant: withSlash })

async function write({ place, zip, variant }) {
  const inGeneral = packageTexts({ ...offered, appId: APP_ID_TO_FILL_IN, host: HOST_TO_FILL_IN }, variant)
  await mkdir(new URL(place || '.', folder), { recursive: true })
  for (const [name, text] of Object.entries(bytesOf(inGeneral))) await writeFile(new URL(place + name, folder), text)

  const texts = bytesOf(packageTexts({ ...offered, appId, host }, variant))
  await writeFile(new URL(zip, folder), storedZip({ ...texts, ...icons }))
  process.stdout.write(`manifests/teams/${zip} is for the app ${appId} at ${host}.\n`)
}

function bytesOf(texts) {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, Buffer.from(`${JSON.stringify(text, null, 2)}\n`)]),
  )
}
