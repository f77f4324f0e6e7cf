import { randomUUID } from 'node:crypto'
import type { Card } from '../../chat/card.ts'
import type { FormValues } from '../../chat/form.ts'
import type { Answer, Asked } from '../../platform.ts'
import { type Asker, type Counter, handBack, placeOf } from './answering.ts'
import { channelById, INSTALLATION, personaById } from './company.ts'
import { opened } from './envelope.ts'
import { heard, textOf } from './heard.ts'
import { chatCard, encodeMentions, mentionsBot } from './mentions.ts'
import { Refusal } from './refusal.ts'
import {
  type PressRequest,
  personaNamed,
  type SayRequest,
  type ShortcutRequest,
  type SubmitRequest,
} from './requests.ts'
import { keepMessage, messageFor, type PlaygroundMessage } from './store.ts'
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
  const kept = await keepMessage(counter.db, {
    ...{ key: `said:${asker.receipt}`, place: placeOf(asker), from: as },
    ...{ card: chatCard(text, locale), at: counter.clock.now() },
  })
  const written = encodeMentions(text).trim()
  if (!asker.channel || mentionsBot(text)) return askDoor(counter, asker, { kind: 'message', text: written })

  await receive(counter, asker, { kind: 'overheard', message: heard({ id: kept, from: as, text: written }) })
  return { reply: 'nothing' }
}

export async function press(counter: Counter, request: PressRequest): Promise<Answered> {
  const pressed = await messageIn(counter, request)
  const asker = { ...askerOf(request.as, channelOf(pressed), request.id), pressed }
  return askDoor(counter, asker, { kind: 'press', action: request.button, value: request.value })
}

export async function shortcut(counter: Counter, request: ShortcutRequest): Promise<Answered> {
  const found = await messageIn(counter, request)
  const { shortcut } = request
  if (!counter.door.shortcuts.some((known) => known.shortcut === shortcut))
    throw new Refusal(404, 'There is no such shortcut.')

  const asker = askerOf(request.as, channelOf(found), request.id)
  const text = textOf(found.card as unknown as Card)
  const message = heard({ id: String(found.id), from: found.from, text })
  return askDoor(counter, asker, { kind: 'shortcut', shortcut, message })
}

export async function submit(counter: Counter, request: SubmitRequest): Promise<Answered> {
  const asker = askerOf(request.as, request.channel, request.id)
  const { context, people, channels } = opened(request.context)
  const values = filledIn(request.values)
  return askDoor(counter, asker, { kind: 'submission', form: request.form, context, values, people, channels })
}

/** The message as whoever asks may see it. */
async function messageIn({ db }: Counter, request: { as: string; message: string }): Promise<PlaygroundMessage> {
  const found = await messageFor(db, personaNamed(request.as), request.message)
  if (!found) throw new Refusal(404, 'There is no such message.')
  return found
}

const channelOf = ({ place }: PlaygroundMessage): string | undefined =>
  place.startsWith('channel:') ? place.slice('channel:'.length) : undefined

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

const askDoor = async (counter: Counter, asker: Asker, what: Asked): Promise<Answered> =>
  handBack(counter, asker, await receive(counter, asker, what))

const receive = ({ door }: Counter, { as, channel, receipt }: Asker, what: Asked): Promise<Answer> =>
  door.receive({
    ...{ platform: 'playground', installation: INSTALLATION, receipt: `play:${receipt}`, from: as, what },
    ...(channel && { channel }),
  })
