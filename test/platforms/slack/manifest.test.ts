import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { flows } from '../../../src/flows.ts'
import { messageShortcutsOf, slackManifest, slashCommandsOf } from '../../../src/platforms/slack/manifest.ts'

const SHORTCUTS = [{ id: 'complaint.file', name: 'File a complaint', description: 'Complaints: file one' }]
const COMMANDS = [{ name: 'standup', description: 'Stand-ups', usageHint: 'new | list' }]

describe('the manifest', () => {
  it('has every command, with mentions escaped so that they keep their ids', () => {
    expect(slackManifest(COMMANDS, SHORTCUTS).features.slash_commands).toEqual([
      {
        command: '/standup',
        url: 'https://YOUR-HOST/slack/events',
        description: 'Stand-ups',
        usage_hint: 'new | list',
        should_escape: true,
      },
    ])
  })

  it('lists a command that follows another flow’s word under that word', () => {
    const command = { does: { en: '', 'zh-CN': '' }, run: async () => ({ kind: 'nothing' as const }) }
    const title = (en: string) => ({ en, 'zh-CN': en })

    const commands = slashCommandsOf([
      { name: 'escalation', word: 'ops', title: title('Escalation'), commands: { policy: command } },
      { name: 'ops', title: title('You and your colleagues'), commands: { me: command, '': command } },
    ])

    expect(commands).toEqual([{ name: 'ops', description: 'You and your colleagues', usageHint: 'me | policy' }])
  })

  it('has every shortcut on messages, within Slack’s limits', () => {
    const long = { en: 'File a complaint about whatever this customer wrote', 'zh-CN': '登记客诉' }
    const run = async () => ({ kind: 'nothing' as const })

    const complaint = { name: 'complaint', title: { en: 'Complaints', 'zh-CN': '客诉' }, commands: {} }
    const shortcuts = messageShortcutsOf([{ ...complaint, shortcuts: { file: { title: long, run } } }])

    expect(slackManifest(COMMANDS, shortcuts).features.shortcuts).toEqual([
      {
        name: 'File a complaint about …',
        type: 'message',
        callback_id: 'complaint.file',
        description: 'Complaints: File a complaint about whatever this customer wrote',
      },
    ])
  })

  it('asks to hear channels, and lets whoever installs it decline that alone', () => {
    const { oauth_config, settings } = slackManifest(COMMANDS, SHORTCUTS)

    expect(oauth_config.scopes.bot_optional).toEqual(['channels:history'])
    expect(oauth_config.scopes.bot).toContain('channels:history')
    expect(settings.event_subscriptions.bot_events).toContain('message.channels')
  })

  it('is what stands in manifests/slack.json, with every command and shortcut of every flow', async () => {
    const file = JSON.parse(await readFile('manifests/slack.json', 'utf8'))

    expect(file).toEqual(slackManifest(slashCommandsOf(flows), messageShortcutsOf(flows)))
    expect(file.features.slash_commands[0].usage_hint).toContain('status')
    expect(file.features.slash_commands.map(({ command }: { command: string }) => command)).toContain('/complaint')
  })

  it('lets people write to the bot', () => {
    expect(slackManifest(COMMANDS, SHORTCUTS).features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })
})
