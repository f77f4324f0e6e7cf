import type { Flow } from '../../flow.ts'

export type ManifestCommand = { name: string; description: string; usageHint: string }

const ADDRESS = 'https://YOUR-HOST/slack/events'
const LONGEST_DESCRIPTION = 2_000
const LONGEST_HINT = 1_000

/** A slash command for each flow, with its subcommands as the hint. */
export const slashCommandsOf = (flows: readonly Pick<Flow, 'name' | 'title' | 'commands'>[]): ManifestCommand[] =>
  flows.map(({ name, title, commands }) => ({
    name,
    description: title.en,
    usageHint: Object.keys(commands).filter(Boolean).join(' | '),
  }))

/** What to paste into Slack's page for making an app; each event and scope is one that the adapter uses. */
export function slackManifest(commands: readonly ManifestCommand[]) {
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
      slash_commands: commands.map(slashCommand),
    },
    oauth_config: { scopes: { bot: SCOPES } },
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

const EVENTS = [
  ...['app_mention', 'app_uninstalled', 'channel_archive', 'channel_deleted', 'channel_rename'],
  ...['group_archive', 'group_deleted', 'group_rename', 'member_left_channel', 'message.im'],
  ...['team_join', 'tokens_revoked', 'user_change'],
]

const slashCommand = ({ name, description, usageHint }: ManifestCommand) => ({
  command: `/${name}`,
  url: ADDRESS,
  description: description.slice(0, LONGEST_DESCRIPTION),
  usage_hint: usageHint.slice(0, LONGEST_HINT),
  should_escape: true,
})
