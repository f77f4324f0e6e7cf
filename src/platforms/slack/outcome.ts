import type { Locale } from '../../chat/locale.ts'
import type { Answer, Attachment, Door, Inbound } from '../../platform.ts'
import { within } from '../../within.ts'
import { loggable } from './errors.ts'
import type { Sender } from './posting.ts'
import { share, upload } from './upload.ts'

/** Everything that is needed to answer somebody. */
export type Desk = Sender & { door: Door }

export type Outcome = { kind: 'answer'; answer: Answer } | { kind: 'failed'; why: 'broken' | 'fileFailed' }

/** Slack waits three seconds; the answer still has to travel. */
export const ACK_WITHIN_MS = 2_500
/** Later than this, a form could come too late for Slack to open it: somebody has to hold the place. */
export const LOADING_AFTER_MS = 1_500
const LOCALE_WITHIN_MS = 400

/** What became of what came in; never rejects. A file is on its way to the asker when this resolves. */
export async function outcomeOf(desk: Desk, inbound: Inbound): Promise<Outcome> {
  const answer = await decided(desk, inbound)
  if (answer === null) return { kind: 'failed', why: 'broken' }

  desk.profiles.spokeTo(inbound.from, answer.locale)
  const { reply } = answer
  if (reply.kind !== 'card' || !reply.file || (await isHandedOver(desk, inbound, reply.file)))
    return { kind: 'answer', answer }
  return { kind: 'failed', why: 'fileFailed' }
}

/** The language of who asked, or English when Slack doesn't say soon. */
export async function localeOf({ profiles, log }: Desk, { installation, from }: Inbound): Promise<Locale> {
  const asked = profiles.localeOf(installation, from).catch((error: unknown) => {
    log.warn(loggable(error), 'language of the asker is unknown')
    return null
  })
  return (await within(asked, LOCALE_WITHIN_MS)) ?? 'en'
}

async function decided({ door, log }: Desk, inbound: Inbound): Promise<Answer | null> {
  try {
    return await door.receive(inbound)
  } catch (error) {
    log.error({ err: error, receipt: inbound.receipt }, 'what came in could not be handled')
    return null
  }
}

async function isHandedOver({ api, direct, log }: Desk, { from }: Inbound, file: Attachment): Promise<boolean> {
  try {
    await share(api, await upload(api, file), { channel: await direct.with(from) })
    return true
  } catch (error) {
    log.error(loggable(error), 'file could not be handed over')
    return false
  }
}
