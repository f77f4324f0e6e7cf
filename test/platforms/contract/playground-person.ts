import { randomUUID } from 'node:crypto'
import type { Field, FieldValue } from '../../../src/chat/form.ts'
import type { Attachment } from '../../../src/platform.ts'
import { personaById } from '../../../src/platforms/playground/company.ts'
import type { Answered, FileSeen, MessageSeen as MessageSent, State } from '../../../src/platforms/playground/wire.ts'
import { cardSeen, formSeen, initially, messageSeen, type Opened } from './playground-sight.ts'
import type { CardSeen, MessageSeen, Person, Typed } from './stage.ts'

/** What one persona's page holds besides the server's state. */
export type Page = { opened: Opened | null; troubles: CardSeen[] }
export type Browser = { url: string; page: Page; channel: string }

/** A persona, as whoever sits in front of the page in their name. */
export function playgroundPerson(id: string, { url, page, channel: room }: Browser): Person {
  const everything = async (): Promise<readonly MessageSent[]> =>
    ((await (await fetch(`${url}/playground/api/state?as=${id}`)).json()) as State).messages
  const messages = async () => (await everything()).filter(({ from }) => from === null)
  const seenIn = async (place: string) =>
    Promise.all((await messages()).filter(isOpenIn(place)).map((message) => loaded(url, message)))
  const ask = async (path: string, body: object, channel?: string) => {
    const answer = await asked(`${url}/playground/api/${path}`, { as: id, id: randomUUID(), channel, ...body })
    if (answer.reply === 'form') page.opened = { form: answer.form, channel, filled: {}, errors: {} }
    return answer
  }
  const tell = async (path: string, body: object, channel?: string) => {
    const answer = await ask(path, body, channel)
    if (answer.reply === 'invalid') page.troubles.push(lineSeen(Object.values(answer.errors).join(' ')))
  }
  const inPlace = (where: 'room' | 'direct' | undefined) => (where === 'room' ? room : undefined)
  const { name, locale } = personaById(id) ?? { name: id, locale: 'en' }
  return {
    ...{ id, ours: `m-${id}`, name, locale },
    command: (line, where) => tell('command', { text: written(line) }, inPlace(where)),
    write: (text, where) => tell('message', { text: addressed(written(text), where) }, inPlace(where)),
    say: (text) => tell('message', { text: written(text) }, room),
    use: async (shortcut, words) => {
      const said = (await everything()).filter(isOpenIn(`channel:${room}`))
      const found = said.findLast(({ card }) => cardSeen(card).words.includes(words))
      if (!found) throw new Error(`${name} sees no message "${words}"`)
      await tell('shortcut', { message: found.id, shortcut }, room)
    },
    press: async (label) => {
      const found = (await messages()).flatMap(buttonsOf).findLast(({ button }) => button.label === label)
      if (!found) throw new Error(`${name} sees no button "${label}"`)
      const { button, message } = found
      await tell('press', { message: message.id, button: button.action, value: button.value ?? '' })
    },
    room: () => seenIn(`channel:${room}`),
    direct: () => seenIn(`direct:${id}`),
    privately: async () => {
      const own = (await messages()).filter((message) => message.private)
      return [...own.map(({ card }) => cardSeen(card)), ...page.troubles]
    },
    files: async () => Promise.all((await messages()).flatMap(({ file }) => (file ? [downloaded(url, file)] : []))),
    form: async () => page.opened && formSeen(page.opened),
    submit: async (filled = {}) => {
      if (!page.opened) throw new Error(`${name} sees no form`)
      const opened = { ...page.opened, filled: { ...page.opened.filled, ...filled }, errors: {} }
      page.opened = opened
      const { form, channel } = opened
      const values = Object.fromEntries(form.fields.map((field) => [field.name, sent(field, opened)]))
      const answer = await ask('submit', { form: form.id, context: form.context, values }, channel)
      if (answer.reply === 'invalid') page.opened = { ...opened, errors: answer.errors }
      else if (answer.reply !== 'form') page.opened = null
    },
  }
}

/** A refusal is shown as its sentence, as the page does. */
async function asked(url: string, body: object): Promise<Answered> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await response.text()
  if (response.ok) return JSON.parse(text) as Answered
  const { error = '' } = text.startsWith('{') ? (JSON.parse(text) as { error?: string }) : {}
  return { reply: 'invalid', errors: { '': error } }
}

const lineSeen = (text: string): CardSeen => cardSeen({ blocks: [{ kind: 'text', text }] })

const written = (typed: Typed): string =>
  [typed]
    .flat()
    .map((part) => (typeof part === 'string' ? part : 'person' in part ? `@${part.person.id}` : `#${part.room.id}`))
    .join('')

const addressed = (text: string, where: 'room' | 'direct' | undefined) =>
  where === 'room' ? `@Drumbeat ${text}` : text

const isOpenIn = (wanted: string) => (message: MessageSent) => message.place === wanted && !message.private

const buttonsOf = (message: MessageSent) =>
  message.card.blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .map((button) => ({ button, message }))

async function downloaded(url: string, { name, href, picture }: FileSeen): Promise<Attachment> {
  const response = await fetch(url + href)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (!picture) return { name, text: bytes.toString() }
  if (response.headers.get('content-type') !== 'image/png') throw new Error(`${name} cannot be seen as a picture`)
  return { name, png: bytes.toString('base64'), alt: picture.alt }
}

async function loaded(url: string, message: MessageSent): Promise<MessageSeen> {
  const file = message.file && (await downloaded(url, message.file))
  return messageSeen(message, file && 'png' in file ? [file] : [])
}

/** A field as the page sends it: empty rather than absent, options by their values. */
function sent(field: Field, { filled }: Opened): FieldValue {
  const typed = filled[field.name]
  const held = typed === undefined ? initially(field) : (typed ?? undefined)
  const isList = field.kind === 'choices' || field.kind === 'people'
  if (held === undefined) return isList ? [] : ''
  if (!('options' in field)) return held
  const values = [held].flat().map((label) => field.options.find((option) => option.label === label)?.value ?? '')
  return isList ? values : (values[0] ?? '')
}
