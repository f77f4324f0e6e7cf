import { expect } from 'vitest'
import type { Locale } from '../../../src/chat/locale.ts'
import type { Attachment } from '../../../src/platform.ts'
import type { AdaptiveCard, Execute, Submit } from '../../../src/platforms/teams/adaptive-card.ts'
import type { FakeMessage } from '../../support/teams/fake-company.ts'
import { BOT, directOf, type FakeTeams, TENANT } from '../../support/teams/fake-teams.ts'
import { actionsIn } from '../../support/teams/reading.ts'
import type { Filled, MessageSeen, Person, Typed } from './stage.ts'
import { answersIn, cardSeen, type FileSeen, formSeen, isForm, submitOf } from './teams-sight.ts'

type Who = { user: string; ours: string; locale: Locale; room: string; wasPosted: (id: string) => boolean }

/** Somebody in the made-up company. */
export function teamsPerson(teams: FakeTeams, { user, ours, locale, room, wasPosted }: Who): Person {
  const name = teams.users.get(user)?.name ?? ''
  const own = () => teams.messages.filter(({ conversation, from }) => conversation === directOf(user) && !from)
  const inRoom = () => teams.messages.filter(({ conversation, from }) => conversation === room && !from)
  // What is typed into a form stays there until it is another one.
  const typed = new Map<string, Filled>()
  const open = (): { key: string; card: AdaptiveCard; message?: FakeMessage } | null => {
    const dialog = teams.dialogs.get(user)
    if (dialog?.card && isForm(dialog.card)) return { key: 'dialog', card: dialog.card }
    const message = own().findLast(({ card }) => isForm(card))
    return message?.card ? { key: message.id, card: message.card, message } : null
  }
  const say = (line: Typed, to: 'room' | 'direct', isToBot: boolean) => {
    const { text, mentions } = written(line)
    const bot = { ...BOT, text: `<at>${BOT.name}</at>` }
    if (to === 'direct') return teams.say(user, { text, mentions })
    if (!isToBot) return teams.say(user, { text, mentions, room })
    return teams.say(user, { text: `${bot.text} ${text}`, mentions: [bot, ...mentions], room })
  }
  const showTask = (body: { task?: { type: string; value: unknown } } | null): void => {
    teams.dialogs.delete(user)
    if (!body?.task) return
    const { value } = body.task
    if (typeof value === 'string') return void teams.dialogs.set(user, { title: '', card: null, words: value })
    const { title, card } = value as { title: string; card: { content: object } }
    teams.dialogs.set(user, { title, card: asExecute(card.content), words: '' })
  }
  const at = ({ conversation, root }: FakeMessage) => (conversation === room ? { room, ...(root && { root }) } : {})
  /** A button that says so opens a dialog. */
  const fetchTask = async (message: FakeMessage, { data }: Submit): Promise<void> => {
    expect(data).toMatchObject({ msteams: { type: 'task/fetch' } })
    const value = { data, context: { theme: 'default' } }
    const told = { type: 'invoke', name: 'task/fetch', replyToId: message.id, value }
    showTask((await teams.deliver(user, told, at(message))).body)
  }
  const act = async (message: FakeMessage, action: Execute, data: object): Promise<void> => {
    const value = { action: { type: 'Action.Execute', verb: action.verb, title: action.title, data } }
    const told = { type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, value }
    const { body } = await teams.deliver(user, told, at(message))
    if (body?.type === 'application/vnd.microsoft.card.adaptive') {
      teams.checkCard(body.value)
      Object.assign(message, { card: body.value })
    }
  }
  return {
    ...{ id: user, ours, locale, name },
    command: async (line, where = 'direct') => void (await say(line, where, true)),
    write: async (text, where = 'direct') => void (await say(text, where, true)),
    say: async (text) => void (await say(text, 'room', false)),
    use: async (shortcut, words) => {
      const message = teams.messages.findLast((one) => one.conversation === room && wordsOf(one).includes(words))
      if (!message) throw new Error(`Nobody wrote ${words}`)
      const value = { commandId: shortcut, commandContext: 'message', messagePayload: payloadOf(teams, message) }
      const { body } = await teams.deliver(
        user,
        { type: 'invoke', name: 'composeExtension/fetchTask', value },
        { room },
      )
      showTask(body)
    },
    press: async (label) => {
      const dialog = teams.dialogs.get(user)
      const inDialog = dialog?.card && pressable(dialog.card, label)
      if (inDialog) {
        const told = { type: 'invoke', name: 'task/submit', value: { data: inDialog.data } }
        return showTask((await teams.deliver(user, told)).body)
      }
      const seen = teams.messages.filter(
        ({ conversation, from }) => !from && [room, directOf(user)].includes(conversation),
      )
      const message = seen.findLast(({ card }) => card && pressable(card, label))
      const action = message?.card && pressable(message.card, label)
      if (!message || !action) throw new Error(`There is no button ${label}`)
      if (action.type === 'Action.Submit') await fetchTask(message, action)
      else await act(message, action, action.data)
    },
    room: async () => Promise.all(inRoom().map(seen)),
    direct: async () =>
      Promise.all(
        own()
          .filter(({ id }) => wasPosted(id))
          .map(seen),
      ),
    privately: async () => {
      const said = await Promise.all(
        own()
          .filter(({ id, card }) => !wasPosted(id) && !isForm(card))
          .map(seen),
      )
      const dialog = teams.dialogs.get(user)
      if (dialog && !isForm(dialog.card)) said.push(dialogSeen(dialog))
      return said
    },
    files: async () => {
      const files = await Promise.all(own().map(async ({ card }) => (card ? fetched(cardSeen(card).files) : [])))
      return files.flat()
    },
    form: async () => {
      const shown = open()
      return shown && formSeen(shown.card, typed.get(shown.key) ?? {})
    },
    submit: async (filled = {}) => {
      const shown = open()
      if (!shown) throw new Error('There is no form to submit')
      const all = { ...typed.get(shown.key), ...filled }
      typed.set(shown.key, all)
      const data = answersIn(shown.card, all)
      const submit = submitOf(shown.card)
      if (shown.message && submit) return act(shown.message, submit, data)
      const told = { type: 'invoke', name: 'composeExtension/submitAction', value: { data } }
      showTask((await teams.deliver(user, told)).body)
    },
  }
}

/** The one that counts: behind a question, the one that says yes. */
function pressable(card: AdaptiveCard, label: string): Execute | Submit | undefined {
  const action = actionsIn(card).find(({ title }) => title === label)
  if (action?.type !== 'Action.ShowCard') return action
  return action.card.actions[0] as Execute | Submit
}

/** Dialogs have buttons of the other kind. */
const asExecute = (content: object): AdaptiveCard =>
  JSON.parse(JSON.stringify(content), (_key, value) =>
    value?.type === 'Action.Submit' ? { ...value, type: 'Action.Execute', verb: 'submit' } : value,
  )

function written(line: Typed): { text: string; mentions: { id: string; name: string; text: string }[] } {
  const mentions: { id: string; name: string; text: string }[] = []
  const text = [line]
    .flat()
    .map((part) => {
      if (typeof part === 'string') return part
      const { id, name } = 'person' in part ? part.person : part.room
      mentions.push({ id, name, text: `<at>${name}</at>` })
      return `<at>${name}</at>`
    })
    .join('')
  return { text, mentions }
}

const wordsOf = ({ text, card }: FakeMessage): string => (card ? cardSeen(card).words : text)

async function seen(message: FakeMessage): Promise<MessageSeen> {
  const { id, card, text, root, edited, summary } = message
  const { files, ...shown } = card ? cardSeen(card) : { ...NOTHING, words: text }
  const pictures = (await fetched(files)).flatMap((file) => ('png' in file ? [file] : []))
  return { ...shown, id, isEdited: edited > 0, thread: root, isAside: false, pictures, notification: summary }
}

const NOTHING = {
  ...{ words: '', tone: 'plain' as const, mentions: [], links: [], images: [], buttons: [] },
  files: [] as FileSeen[],
}

function dialogSeen({ title, card, words }: { title: string; card: AdaptiveCard | null; words: string }): MessageSeen {
  const { files: _, ...shown } = card ? cardSeen(card) : { ...NOTHING, words }
  return { ...shown, id: title, isEdited: false, thread: null, isAside: false, pictures: [], notification: title }
}

const fetched = (files: readonly FileSeen[]): Promise<Attachment[]> =>
  Promise.all(
    files.map(async ({ url, alt }) => {
      const response = await fetch(url)
      const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
      const name = decodeURIComponent(encoded)
      const bytes = Buffer.from(await response.arrayBuffer())
      return alt === null ? { name, text: bytes.toString('utf8') } : { name, png: bytes.toString('base64'), alt }
    }),
  )

/** As a message extension gets a message: its words in HTML, people by their ids in the directory. */
function payloadOf(teams: FakeTeams, { id, from, text, conversation }: FakeMessage): object {
  const author = teams.users.get(from ?? '')
  const mentions: object[] = []
  const content = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, (_, name: string) => {
      const person = [...teams.users.values()].find((one) => one.name === name)
      const room = [...teams.rooms.values()].find((one) => one.name === name)
      const mentioned = person ? { user: { id: person.aad } } : { conversation: { id: room?.id } }
      mentions.push({ id: mentions.length, mentionText: name, mentioned })
      return `<at id="${mentions.length - 1}">${name}</at>`
    })
    .replaceAll('\n', '<br>')
  const tenant = teams.rooms.has(conversation) ? `?tenantId=${encodeURIComponent(TENANT)}` : ''
  const path = [conversation, id].map(encodeURIComponent).join('/')
  return {
    ...{ id, mentions, linkToMessage: `https://teams.microsoft.com/l/message/${path}${tenant}` },
    body: { contentType: 'html', content: `<div>${content}</div>` },
    from: author
      ? { user: { id: author.aad, displayName: author.name } }
      : { application: { id: BOT.id, displayName: BOT.name } },
  }
}
