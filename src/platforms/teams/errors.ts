import { ChannelClosed, InstallationBroken, PersonUnreachable, PlatformBusy } from '../../errors.ts'
import { ConnectorRefused } from './connector.ts'
import { LoginRefused } from './login.ts'

const GONE = [
  ...['ConversationBlockedByUser', 'BotNotInConversationRoster', 'BotDisabledByAdmin', 'MessageWritesBlocked'],
  ...['ConversationNotFound', 'ActivityNotFoundInConversation', 'BotUninstalled', 'UserNotFound', 'Forbidden'],
]
const BUSY = [412, 429, 502, 503, 504]
/** Where it does not say for how long; not the same for everybody, so that not all come back at once. */
const busySeconds = (): number => 5 + Math.random() * 10

/** What the connector's refusal means to the rest of Drumbeat; anything else is returned as it is and worth another try. */
export function translated(error: unknown, meant: 'person' | 'channel'): unknown {
  if (error instanceof LoginRefused) return new InstallationBroken(error.message)
  if (!(error instanceof ConnectorRefused)) return error
  const { status, code, retryAfterSeconds, message } = error
  if (BUSY.includes(status)) return new PlatformBusy(retryAfterSeconds ?? busySeconds(), message)
  if (status === 401) return new InstallationBroken(message)
  if (status === 404 || (status === 403 && (code === '' || GONE.includes(code))))
    return meant === 'person' ? new PersonUnreachable(message) : new ChannelClosed(message)
  return error
}

/** Teams does not take the card, as too large or for another mistake of ours: its words alone may still get through. */
export const isAboutCard = (error: unknown): boolean =>
  error instanceof ConnectorRefused && [400, 413].includes(error.status)

/** The message that was to be changed is no longer there. */
export const isAlreadyGone = (error: unknown): boolean =>
  error instanceof ConnectorRefused && error.code === 'ActivityNotFoundInConversation'
