/** The only error a person reads: its message is a sentence in that person's language saying what to do. */
export class UserError extends Error {
  override name = 'UserError'
}

/** A field of a form is wrong: shown beside the field while the form stays open. */
export class FieldErrors extends UserError {
  override name = 'FieldErrors'
  readonly errors: Readonly<Record<string, string>>

  constructor(errors: Readonly<Record<string, string>>) {
    super(Object.values(errors).join(' '))
    this.errors = errors
  }
}

/** This person cannot be reached on this platform: deactivated, has blocked the bot, is gone. */
export class PersonUnreachable extends Error {
  override name = 'PersonUnreachable'
}

/** This channel is archived, deleted or closed to the bot. */
export class ChannelClosed extends Error {
  override name = 'ChannelClosed'
}

/** The platform asks us to wait, everywhere or only where this was to be said; nothing is wrong. */
export class PlatformBusy extends Error {
  override name = 'PlatformBusy'
  readonly retryAfterSeconds: number
  readonly where: 'everywhere' | 'place'

  constructor(retryAfterSeconds: number, why: string, where: 'everywhere' | 'place' = 'everywhere') {
    super(why)
    this.retryAfterSeconds = retryAfterSeconds
    this.where = where
  }
}

/** The installation no longer works (token revoked, app removed): an administrator has to act. */
export class InstallationBroken extends Error {
  override name = 'InstallationBroken'
}
