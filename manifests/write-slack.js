// `npm run manifest:slack`: writes manifests/slack.json from the commands and shortcuts that there are.
import { writeFile } from 'node:fs/promises'
import { flows } from '../dist/flows.js'
import { messageShortcutsOf, slackManifest, slashCommandsOf } from '../dist/platforms/slack/manifest.js'

const manifest = slackManifest(slashCommandsOf(flows), messageShortcutsOf(flows))
await writeFile(new URL('slack.json', import.meta.url), `${JSON.stringify(manifest, null, 2)}\n`)
