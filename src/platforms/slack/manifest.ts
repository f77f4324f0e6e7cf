import type { Flow } from '../../flow.ts'
import { shortened } from '../drawing/literal.ts'

export type ManifestCommand = { name: string; description: string; usageHint: string }
export type ManifestShortcut = { id: string; name: string; description: string }

const ADDRESS = 'https://YOUR-HOST/slack/events'
const LONGEST_DESCRIPTION = 2_000
const LONGEST_NAME = 24
const LONGEST_SHORT_DESCRIPTION = 150
const LONGEST_HINT = 1_000

type Entries = Pick<Flow, 'name' | 'word' | 'title' | 'commands' | 'shortcuts'>

/** A slash command for each word that people type, with its subcommands as the hint. */
export function slashCommandsOf(flows: readonly Entries[]): ManifestCommand[] {
  return flows
    .filter(({ word }) => word === undefined)
    .map((flow) => {
      const following = flows.filter(({ word }) => word === flow.name)
      const subcommands = [flow, ...following].flatMap(({ commands }) => Object.keys(commands))
      return { name: flow.name, description: flow.title.en, usageHint: subcommands.filter(Boolean).join(' | ') }
    })
}

/** What can be done with a message, from its menu. */
export const messageShortcutsOf = (flows: readonly Entries[]): ManifestShortcut[] =>
  flows.flatMap(({ name: flow, title: of, shortcuts = {} }) =>
    Object.entries(shortcuts).map(([name, { title }]) => ({
      ...{ id: `${flow}.${name}`, name: title.en, description: `${of.en}: ${title.en}` },
    })),
  )

/** What to paste into Slack's page for making an app; each event and scope is one that the adapter uses. */
export function slackManifest(commands: readonly ManifestCommand[], shortcuts: readonly ManifestShortcut[]) {
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Drumbeat',
      description: 'Runs your company’s operating rhythm: stand-ups, complaints, OKRs, risks.',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Drumbeat', always_online: true },
      shortcuts: shortcuts.map(messageShortcut),
      slash_commands: commands.map(slashCommand),
    },
    oauth_config: { scopes: { bot: [...SCOPES, ...OPTIONAL_SCOPES], bot_optional: OPTIONAL_SCOPES } },
    settings: {
      event_subscriptions: { request_url: ADDRESS, bot_events: EVENTS },
      interactivity: { is_enabled: true, request_url: ADDRESS },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  }
}

const SCOPES = [
  ...['app_mentions:read', 'channels:read', 'chat:write', 'commands', 'files:write', 'groups:read'],
  ...['im:history', 'im:write', 'users:read', 'users:read.email'],
]

/** Slack wants what may be declined among the scopes as well; without it, we hear only what is said to us. */
const OPTIONAL_SCOPES = ['channels:history']

const EVENTS = [
  ...['app_mention', 'app_uninstalled', 'channel_archive', 'channel_deleted', 'channel_rename'],
  ...['group_archive', 'group_deleted', 'group_rename', 'member_left_channel', 'message.channels'],
  ...['message.im', 'team_join', 'tokens_revoked', 'user_change'],
]

const messageShortcut = ({ id, name, description }: ManifestShortcut) => ({
  name: shortened(name, LONGEST_NAME),
  type: 'message',
  callback_id: id,
  description: shortened(description, LONGEST_SHORT_DESCRIPTION),
})

const slashCommand = ({ name, description, usageHint }: ManifestCommand) => ({
  command: `/${name}`,
  url: ADDRESS,
  description: description.slice(0, LONGEST_DESCRIPTION),
  usage_hint: usageHint.slice(0, LONGEST_HINT),
  should_escape: true,
})
