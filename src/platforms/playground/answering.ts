import type { Reply } from '../../flow.ts'
import type { Answer, Directory, Door } from '../../platform.ts'
import { drawCard, drawForm } from './draw.ts'
import { enveloped } from './envelope.ts'
import type { PlaygroundOptions } from './platform.ts'
import { changeMessage, keepMessage, type PlaygroundMessage } from './store.ts'
import type { Answered } from './wire.ts'

export type Counter = Pick<PlaygroundOptions, 'db' | 'clock'> & { door: Door }

/** Who asks from where; without a channel it is the direct conversation with Drumbeat. */
export type Asker = { as: string; channel: string | undefined; receipt: string; pressed?: PlaygroundMessage }

export const placeOf = ({ as, channel }: Asker): string => (channel ? `channel:${channel}` : `direct:${as}`)

/** Gives the asker what the router answered: a form and errors at once, a card as a message for them alone. */
export async function handBack(counter: Counter, asker: Asker, { reply, directory }: Answer): Promise<Answered> {
  switch (reply.kind) {
    case 'nothing':
      return { reply: 'nothing' }
    case 'invalid':
      return { reply: 'invalid', errors: reply.errors }
    case 'form':
      return { reply: 'form', form: enveloped(drawForm(reply.form, directory)) }
    case 'card':
      return { reply: 'card', message: await showCard(counter, asker, { reply, directory }) }
  }
}

type Shown = { reply: Extract<Reply, { kind: 'card' }>; directory: Directory }

async function showCard({ db, clock }: Counter, asker: Asker, { reply, directory }: Shown): Promise<string> {
  const said = { card: drawCard(reply.card, directory), at: clock.now(), ...(reply.file && { file: reply.file }) }
  const { as, pressed, receipt } = asker
  if (reply.replaces && pressed && isSeenOnlyBy(as, pressed)) {
    const id = String(pressed.id)
    await changeMessage(db, id, said)
    return id
  }
  return keepMessage(db, { ...said, key: `reply:${receipt}`, place: placeOf(asker), onlyFor: as })
}

const isSeenOnlyBy = (as: string, { onlyFor, place }: PlaygroundMessage): boolean =>
  onlyFor === as || place === `direct:${as}`
