import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import { ChannelClosed, InstallationBroken, PersonUnreachable, PlatformBusy } from '../../errors.ts'

const PERSON_GONE = ['user_disabled', 'user_not_found', 'user_not_visible', 'users_not_found', 'cannot_dm_bot']
const PLACE_GONE = [
  ...['channel_not_found', 'is_archived', 'not_in_channel', 'restricted_action', 'restricted_action_read_only_channel'],
  ...[
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'method_not_supported_for_channel_type',
  ],
]
const INSTALLATION_BROKEN = [
  ...['account_inactive', 'invalid_auth', 'token_revoked', 'token_expired', 'missing_scope', 'not_authed'],
  ...['no_permission', 'org_login_required', 'ekm_access_denied', 'team_access_not_granted', 'access_denied'],
  // A workspace that may not send more messages is not helped by sending again.
  'message_limit_exceeded',
]
const REFUSED_CONTENT = [
  ...['invalid_blocks', 'invalid_blocks_format', 'msg_too_long', 'msg_blocks_too_long', 'no_text', 'invalid_arguments'],
  ...['invalid_attachments', 'blocks_mismatch'],
]
const TRIGGER_GONE = [
  'expired_trigger_id',
  'trigger_expired',
  'exchanged_trigger_id',
  'trigger_exchanged',
  'invalid_trigger_id',
]

const BUSY_SECONDS = 30

/** Whom a call was meant to reach: the same refusal means a person here and a channel there. */
export type Meant = 'person' | 'channel'

/**
 * What Slack's refusal means to the rest of Drumbeat; anything else is returned as it is and worth another try.
 * Never holds what people wrote.
 */
export function translated(error: unknown, meant: Meant): unknown {
  if (error instanceof WebAPIRateLimitedError) return new PlatformBusy(error.retryAfter, 'Slack asks us to wait')
  const code = codeOf(error)
  if (code === null) return error

  const why = `Slack says ${code}`
  if (code === 'ratelimited' || code === 'rate_limited') return new PlatformBusy(BUSY_SECONDS, why)
  if (INSTALLATION_BROKEN.includes(code)) return new InstallationBroken(why)
  if (PERSON_GONE.includes(code)) return new PersonUnreachable(why)
  if (PLACE_GONE.includes(code)) return meant === 'person' ? new PersonUnreachable(why) : new ChannelClosed(why)
  return error
}

/** Slack does not accept how something is drawn: our mistake, and the words alone may still get through. */
export const isRefusedContent = (error: unknown): boolean => REFUSED_CONTENT.includes(codeOf(error) ?? '')

/** The moment in which a form could be opened has passed. */
export const isTriggerGone = (error: unknown): boolean => TRIGGER_GONE.includes(codeOf(error) ?? '')

/** The message or the view that was to be changed is no longer there. */
export const isAlreadyGone = (error: unknown): boolean =>
  ['message_not_found', 'cant_update_message', 'edit_window_closed', 'not_found'].includes(codeOf(error) ?? '')

/** What to log of an error: of a refusal only Slack's word for it, as the rest of its answer may quote people. */
export function loggable(error: unknown): { slack: string } | { err: unknown } {
  const code = codeOf(error)
  return code === null ? { err: error } : { slack: code }
}

/** Slack's own word for what went wrong, or null when the error is not of its API. */
export const codeOf = (error: unknown): string | null =>
  error instanceof WebAPIPlatformError ? error.data.error : null
