import type { Locale } from '../../../src/chat/locale.ts'
import type { FakeSlack } from '../../support/slack/fake-slack.ts'
import { visibleTo } from '../../support/slack/seeing.ts'
import { directChannel, type FakeMessage, type FakeView, type SlackState } from '../../support/slack/state.ts'
import { formSeen } from './slack-form-sight.ts'
import { blocksSeen, markupSeen } from './slack-sight.ts'
import type { Filled, MessageSeen, Person, Typed } from './stage.ts'

type Who = { user: string; ours: string; locale: Locale }

/** Somebody in the made-up workspace. */
export function slackPerson(slack: FakeSlack, { user, ours, locale }: Who): Person {
  const { state } = slack
  const person = () => slack.user(user)
  // What is typed into a window stays there until the window is another one.
  const typed = new Map<string, Filled>()
  const typedInto = (view: FakeView) => typed.get(view.id + view.hash) ?? {}
  const inRoom = 'general'
  return {
    id: user,
    ours,
    locale,
    name: state.users.get(user)?.name ?? '',
    command: async (line, where) => {
      const [, command = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(written(line, true)) ?? []
      await person().command(command, text, where === 'room' ? { in: inRoom } : {})
    },
    write: async (text, where) => {
      if (where === 'room') await person().mention(inRoom, written(text, false))
      else await person().dm(written(text, false))
    },
    say: async (text) => void (await person().say(inRoom, written(text, false))),
    use: async (shortcut, words) => void (await person().shortcut(shortcut, words)),
    press: async (label) => void (await person().press(label)),
    room: async () =>
      seen(
        state,
        slack.channel(inRoom).filter(({ user: writer }) => writer === undefined),
      ),
    direct: async () => seen(state, visibleTo(state, user).filter(isDirect(directChannel(state, user).id))),
    privately: async () => {
      const { view } = person()
      const window = view && !view.view.submit ? [windowSeen(state, view)] : []
      return [...seen(state, person().whispers), ...window]
    },
    files: async () => visibleTo(state, user).flatMap(({ files }) => files),
    form: async () => {
      const { view } = person()
      return view?.view.submit ? formSeen(state, view, typedInto(view)) : null
    },
    submit: async (filled = {}) => {
      const { view } = person()
      if (!view) throw new Error('There is no form to submit')
      const all = { ...typedInto(view), ...filled }
      typed.set(view.id + view.hash, all)
      await person().submit(Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value ?? ''])))
    },
  }
}

// Slack hands over what people type with these three as entities, and in commands names beside the ids.
function written(typed: Typed, hasNames: boolean): string {
  const name = (text: string) => (hasNames ? `|${text}` : '')
  return [typed]
    .flat()
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      if ('person' in part) return `<@${part.person.id}${name(part.person.name)}>`
      return `<#${part.room.id}${name(part.room.name)}>`
    })
    .join('')
}

const isDirect = (channel: string) => (message: FakeMessage) => message.channel === channel && !message.onlyFor

const seen = (state: SlackState, messages: readonly FakeMessage[]): MessageSeen[] =>
  messages.map(({ blocks, text, ts, edited, files, thread = null, broadcast = true }) => {
    const notification = markupSeen(state, text)
    const card = blocksSeen(state, blocks, blocks.length === 0 ? notification : '')
    const pictures = files.flatMap((file) => ('png' in file ? [file] : []))
    return { ...card, id: ts, isEdited: edited > 0, thread, isAside: !broadcast, pictures, notification }
  })

const windowSeen = (state: SlackState, { view }: FakeView) =>
  blocksSeen(state, view.blocks as [], String((view.title as { text: string }).text))
