import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { slackManifest } from '../../../src/platforms/slack/manifest.ts'

const COMMANDS = [{ name: 'standup', description: 'Stand-ups', usageHint: 'new | list' }]

describe('the manifest', () => {
  it('has every command, with mentions escaped so that they keep their ids', () => {
    expect(slackManifest(COMMANDS).features.slash_commands).toEqual([
      {
        command: '/standup',
        url: 'https://YOUR-HOST/slack/events',
        description: 'Stand-ups',
        usage_hint: 'new | list',
        should_escape: true,
      },
    ])
  })

  it('is what stands in manifests/slack.json, commands apart', async () => {
    const file = JSON.parse(await readFile('manifests/slack.json', 'utf8'))
    const drawn = JSON.parse(JSON.stringify(slackManifest([])))

    expect({ ...file, features: { ...file.features, slash_commands: [] } }).toEqual(drawn)
    expect(file.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(
      expect.arrayContaining(['/standup', '/ops']),
    )
  })

  it('lets people write to the bot', () => {
    expect(slackManifest(COMMANDS).features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })
})
