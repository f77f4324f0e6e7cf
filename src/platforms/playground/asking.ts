import { randomUUID } from 'node:crypto'
import type { FormValues } from '../../chat/form.ts'
import type { Asked } from '../../platform.ts'
import { type Asker, type Counter, handBack, placeOf } from './answering.ts'
import { channelById, INSTALLATION, personaById } from './company.ts'
import { opened } from './envelope.ts'
import { chatCard, encodeMentions, mentionsBot } from './mentions.ts'
import { Refusal } from './refusal.ts'
import { type PressRequest, personaNamed, type SayRequest, type SubmitRequest } from './requests.ts'
import { keepMessage, messageFor } from './store.ts'
import type { Answered } from './wire.ts'

export async function command(counter: Counter, { as, channel, text, id }: SayRequest): Promise<Answered> {
  const asker = askerOf(as, channel, id)
  const typed = /^\s*\/(\S+)([\s\S]*)$/.exec(text)
  if (!typed) throw new Refusal(400, 'A command begins with a slash, such as /standup new.')

  const [, flow = '', rest = ''] = typed
  return askDoor(counter, asker, { kind: 'command', flow: flow.toLowerCase(), text: encodeMentions(rest).trim() })
}

export async function message(counter: Counter, { as, channel, text, id }: SayRequest): Promise<Answered> {
  const asker = askerOf(as, channel, id)
  const locale = personaById(as)?.locale ?? 'en'
  await keepMessage(counter.db, {
    ...{ key: `said:${asker.receipt}`, place: placeOf(asker), from: as },
    ...{ card: chatCard(text, locale), at: counter.clock.now() },
  })
  if (asker.channel && !mentionsBot(text)) return { reply: 'nothing' }

  return askDoor(counter, asker, { kind: 'message', text: encodeMentions(text).trim() })
}

export async function press(counter: Counter, request: PressRequest): Promise<Answered> {
  const pressed = await messageFor(counter.db, personaNamed(request.as), request.message)
  if (!pressed) throw new Refusal(404, 'There is no such message.')

  const channel = pressed.place.startsWith('channel:') ? pressed.place.slice('channel:'.length) : undefined
  const asker = { ...askerOf(request.as, channel, request.id), pressed }
  return askDoor(counter, asker, { kind: 'press', action: request.button, value: request.value })
}

export async function submit(counter: Counter, request: SubmitRequest): Promise<Answered> {
  const asker = askerOf(request.as, request.channel, request.id)
  const { context, people, channels } = opened(request.context)
  const values = filledIn(request.values)
  return askDoor(counter, asker, { kind: 'submission', form: request.form, context, values, people, channels })
}

/** What was left empty is absent. */
function filledIn(values: SubmitRequest['values']): FormValues {
  const filled: Record<string, FormValues[string]> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue
    filled[name] = value
  }
  return filled
}

function askerOf(as: string, channel: string | null | undefined, id: string | undefined): Asker {
  personaNamed(as)
  if (channel && !channelById(channel)) throw new Refusal(404, `There is no channel #${channel}.`)
  return { as, channel: channel || undefined, receipt: id ?? randomUUID() }
}

async function askDoor(counter: Counter, asker: Asker, what: Asked): Promise<Answered> {
  const { as, channel, receipt } = asker
  const answer = await counter.door.receive({
    ...{ platform: 'playground', installation: INSTALLATION, receipt: `play:${receipt}`, from: as, what },
    ...(channel && { channel }),
  })
  return handBack(counter, asker, answer)
}
