import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { flows } from '../../../src/flows.ts'
import { slackManifest, slashCommandsOf } from '../../../src/platforms/slack/manifest.ts'

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

  it('is what stands in manifests/slack.json, with every command of every flow', async () => {
    const file = JSON.parse(await readFile('manifests/slack.json', 'utf8'))

    expect(file).toEqual(slackManifest(slashCommandsOf(flows)))
    expect(file.features.slash_commands[0].usage_hint).toContain('status')
  })

  it('lets people write to the bot', () => {
    expect(slackManifest(COMMANDS).features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })
})
