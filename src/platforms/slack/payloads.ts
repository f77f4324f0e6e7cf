import { z } from 'zod'
import { ViewState } from './submitted.ts'

const WithId = z.object({ id: z.string() })
const Text = z.string().default('')

const Actor = z.object({ id: z.string(), team_id: z.string().optional() })

// Slack says `team: null` where the app is installed in the whole organization.
const Installed = z.object({
  team: WithId.nullish(),
  enterprise: WithId.nullish(),
  is_enterprise_install: z.boolean().nullish(),
})

export const Command = z.object({
  command: z.string(),
  text: Text,
  user_id: z.string(),
  team_id: z.string(),
  enterprise_id: z.string().optional(),
  is_enterprise_install: z.string().optional(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
})
export type Command = z.infer<typeof Command>

export const BlockActions = Installed.extend({
  type: z.literal('block_actions'),
  user: Actor,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: WithId.nullish(),
  container: z.object({ is_ephemeral: z.boolean().optional() }).optional(),
  view: z.object({ id: z.string(), app_installed_team_id: z.string().nullish() }).nullish(),
  actions: z.array(z.object({ action_id: z.string(), value: Text.nullable(), action_ts: Text, type: z.string() })),
})
export type BlockActions = z.infer<typeof BlockActions>

const Written = { text: Text, user: z.string().optional(), bot_id: z.string().nullish(), ts: z.string() }

/** Somebody used one of our shortcuts on a message. */
export const MessageAction = Installed.extend({
  type: z.literal('message_action'),
  callback_id: z.string(),
  user: Actor,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: WithId,
  message: z.object({
    ...Written,
    thread_ts: z.string().optional(),
    username: z.string().optional(),
    bot_profile: z.object({ name: z.string().optional() }).nullish(),
  }),
})
export type MessageAction = z.infer<typeof MessageAction>

const PlainText = z.object({ type: z.literal('plain_text'), text: z.string(), emoji: z.boolean().optional() })

export const SubmittedView = z.object({
  id: z.string(),
  hash: z.string(),
  callback_id: z.string(),
  private_metadata: Text,
  title: PlainText,
  submit: PlainText.nullish(),
  close: PlainText.nullish(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: Text, element: z.looseObject({}).optional() })),
  state: z.object({ values: ViewState }).default({ values: {} }),
  app_installed_team_id: z.string().nullish(),
})
export type SubmittedView = z.infer<typeof SubmittedView>

export const ViewSubmission = Installed.extend({
  type: z.literal('view_submission'),
  user: Actor,
  view: SubmittedView,
})
export type ViewSubmission = z.infer<typeof ViewSubmission>

const Authorization = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  user_id: z.string().optional(),
  is_enterprise_install: z.boolean().nullish(),
})

export const EventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  event_id: z.string(),
  authorizations: z.array(Authorization).nullish(),
  event: z.looseObject({ type: z.string() }),
})
export type EventCallback = z.infer<typeof EventCallback>

const Channel = { channel: z.string() }
const Renamed = z.object({ id: z.string(), name: z.string() })
const SomeUser = { user: z.looseObject({ id: z.string() }) }

/** The events that mean something here; every other one is acknowledged and forgotten. */
export const SlackEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('app_mention'),
    text: Text,
    user: z.string().optional(),
    bot_id: z.string().nullish(),
    ...Channel,
  }),
  z.object({
    type: z.literal('message'),
    subtype: z.string().optional(),
    channel_type: z.string().optional(),
    text: Text,
    user: z.string().optional(),
    bot_id: z.string().nullish(),
    app_id: z.string().nullish(),
    ts: Text,
    thread_ts: z.string().optional(),
    hidden: z.boolean().optional(),
    ...Channel,
  }),
  z.object({ type: z.literal('user_change'), ...SomeUser }),
  z.object({ type: z.literal('team_join'), ...SomeUser }),
  z.object({ type: z.literal('member_left_channel'), user: z.string(), ...Channel }),
  z.object({ type: z.enum(['channel_archive', 'channel_deleted', 'group_archive', 'group_deleted']), ...Channel }),
  z.object({ type: z.enum(['channel_rename', 'group_rename']), channel: Renamed }),
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).nullish() }) }),
])
export type SlackEvent = z.infer<typeof SlackEvent>

/** A person as `users.info` and the events describe them. */
export const User = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().optional() }).nullish(),
  name: Text,
  real_name: Text,
  deleted: z.boolean().default(false),
  tz: z.string().nullish(),
  locale: z.string().optional(),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  is_owner: z.boolean().default(false),
  profile: z.object({ display_name: Text, real_name: Text, email: z.string().optional() }).prefault({}),
})
export type User = z.infer<typeof User>
