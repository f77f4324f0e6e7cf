import type { Json } from './element-limits.ts'
import { channelId, filledIn, type Typed } from './filling.ts'
import { interaction, type Outlet, responseUrl } from './interaction.ts'
import { refusedMessage, refusedView } from './limits.ts'
import { messageOf, noted } from './methods.ts'
import { buttonsIn, type FoundButton, read, readBlocks } from './reading.ts'
import { eventually, visibleTo } from './seeing.ts'
import { type Answered, sendForm, sendPayload } from './sending.ts'
import { say, useShortcut } from './speaking.ts'
import { directChannel, type FakeMessage, type FakeView, newTrigger, type SlackState, token } from './state.ts'

export type Person = ReturnType<typeof personOf>

/** Somebody in the workspace: what they do, and what they see. */
export function personOf(outlet: Outlet, id: string) {
  const { state } = outlet
  const openView = (): FakeView | null =>
    [...state.views.values()].findLast((view) => view.user === id && view.open) ?? null
  return {
    id,
    /** Types a slash command, in a channel or in the direct conversation with the bot. */
    command: (command: string, text = '', place: { in?: string } = {}) =>
      typeCommand(outlet, id, { command, text, ...place }),
    /** Presses a button by its label: in the open window, else in this message, else in the newest that has one. */
    press: (label: string, message?: FakeMessage) =>
      press(outlet, id, { label, view: message ? null : openView(), message }),
    /** Submits the open window. */
    submit: (values: Readonly<Record<string, Typed>> = {}) => submit(outlet, id, { view: openView(), values }),
    /** The window, as soon as there is one; its answers often come after the acknowledgement. */
    opens: () => eventually(`a window for ${id}`, openView),
    /** The same once it holds a form: on a busy machine one to wait in comes before. */
    opensForm: () => eventually(`a form for ${id}`, () => (openView()?.view.submit ? openView() : null)),
    /** The newest message with these words that this person can see, as soon as there is one. */
    sees: (words: string) =>
      eventually(`${id} to see "${words}"`, () => visibleTo(state, id).findLast((one) => read(one).includes(words))),
    closeView: () => void Object.assign(openView() ?? {}, { open: false }),
    /** Writes to the bot directly. */
    dm: (text: string, more: Json = {}) =>
      outlet.event({
        type: 'message',
        channel_type: 'im',
        user: id,
        text,
        channel: directChannel(state, id).id,
        ...more,
      }),
    /** Writes in a channel, where Slack tells the bot as well when it may hear. */
    say: (channel: string, text: string, more: Json = {}) => say(outlet, id, { channel, text, more }),
    /** Mentions the bot in a channel: when it may hear, Slack tells it twice. */
    mention: async (channel: string, text: string) => {
      const written = `<@${state.botUserId}> ${text}`
      await say(outlet, id, { channel, text: written })
      return outlet.event({ type: 'app_mention', user: id, text: written, channel: channelId(state, channel) })
    },
    /** Uses a shortcut on the newest message with these words. */
    shortcut: (callbackId: string, words: string) => {
      const message = visibleTo(state, id).findLast((one) => read(one).includes(words))
      if (!message) throw new Error(`${id} sees no message "${words}"`)
      return useShortcut(outlet, id, { callbackId, message })
    },
    get view() {
      return openView()
    },
    /** The open window as words. */
    get window(): string | null {
      const view = openView()?.view
      return view ? `${(view.title as Json).text}\n${readBlocks((view.blocks ?? []) as Json[])}` : null
    },
    /** What stands in the direct conversation with the bot, the oldest first. */
    get dms(): FakeMessage[] {
      return state.messages.filter((message) => message.channel === directChannel(state, id).id)
    },
    /** What only this person sees, wherever it stands. */
    get whispers(): FakeMessage[] {
      return state.messages.filter((message) => message.onlyFor === id)
    },
  }
}

type Command = { command: string; text: string; in?: string }

async function typeCommand({ state, wire, origin }: Outlet, user: string, typed: Command): Promise<Answered> {
  const channel = typed.in ? channelId(state, typed.in) : directChannel(state, user).id
  const answered = await sendForm(wire, {
    token: 'verification_token',
    team_id: state.teamId,
    team_domain: 'made-up',
    channel_id: channel,
    channel_name: typed.in ?? 'directmessage',
    user_id: user,
    user_name: state.users.get(user)?.name ?? '',
    command: typed.command,
    text: typed.text,
    api_app_id: 'A111',
    is_enterprise_install: 'false',
    response_url: responseUrl(state, origin, { user, channel }),
    trigger_id: newTrigger(state, user),
  })
  const body = answered.body.startsWith('{') ? (JSON.parse(answered.body) as Json) : null
  if (body && !noted(state, 'answer', refusedMessage(body.text as string, body.blocks as Json[])))
    state.messages.push({
      ...messageOf({ ...body, channel }),
      ...(body.response_type !== 'in_channel' && { onlyFor: user }),
    })
  return answered
}

type Press = { label: string; view: FakeView | null; message?: FakeMessage | undefined }

async function press(
  { state, wire, origin }: Outlet,
  user: string,
  { label, view, message }: Press,
): Promise<Answered> {
  const from =
    message ?? visibleTo(state, user).findLast((one) => buttonsIn(one.blocks).some((button) => button.label === label))
  const inView = view && buttonsIn((view.view.blocks ?? []) as Json[]).find((button) => button.label === label)
  const button = inView ?? (from && buttonsIn(from.blocks).find((one) => one.label === label))
  if (!button) throw new Error(`${user} sees no button "${label}"`)

  const common = { ...interaction(state, user), type: 'block_actions', actions: [actionOf(button)] }
  if (inView && view)
    return sendPayload(wire, {
      ...common,
      container: { type: 'view', view_id: view.id },
      view: shownView(state, view, {}),
    })
  const { channel = '', ts = '', onlyFor } = from ?? {}
  return sendPayload(wire, {
    ...common,
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: onlyFor !== undefined },
    channel: { id: channel, name: state.channels.get(channel)?.name ?? 'directmessage' },
    response_url: responseUrl(state, origin, { user, channel, ...(from && { message: from }) }),
  })
}

const actionOf = ({ element, blockId, label }: FoundButton): Json => ({
  type: 'button',
  action_id: element.action_id,
  block_id: blockId,
  text: { type: 'plain_text', text: label },
  ...(element.value !== undefined && { value: escaped(String(element.value)) }),
  action_ts: `${Date.now() / 1000}`,
})

// Slack gives back what it was given with these three as entities.
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type Submission = { view: FakeView | null; values: Readonly<Record<string, Typed>> }

async function submit({ state, wire }: Outlet, user: string, { view, values }: Submission): Promise<Answered> {
  if (!view?.view.submit) throw new Error(`${user} sees no form`)
  const shown = shownView(state, view, filledIn(state, view.view, values))
  const answered = await sendPayload(wire, {
    ...interaction(state, user),
    type: 'view_submission',
    view: shown,
    response_urls: [],
  })
  if (answered.status === 200) respondTo(state, view, answered.body)
  return answered
}

function respondTo(state: SlackState, view: FakeView, body: string): void {
  const response = body === '' ? null : (JSON.parse(body) as Json)
  if (response === null) {
    view.open = false
  } else if (response.response_action === 'errors') {
    view.errors = response.errors as Record<string, string>
    const inputs = ((view.view.blocks ?? []) as Json[])
      .filter((block) => block.type === 'input')
      .map((block) => block.block_id)
    const wrong = Object.keys(view.errors).filter((block) => !inputs.includes(block))
    if (wrong.length > 0 || Object.keys(view.errors).length === 0) state.problems.push(`errors at no input: ${wrong}`)
  } else if (!noted(state, 'update', refusedView(response.view as Json))) {
    Object.assign(view, { view: response.view, hash: token(), errors: {} })
  }
}

const shownView = (state: SlackState, { id, hash, view }: FakeView, values: Json): Json => ({
  ...view,
  id,
  hash,
  team_id: state.teamId,
  private_metadata: escaped(String(view.private_metadata ?? '')),
  state: { values },
  root_view_id: id,
  previous_view_id: null,
  app_installed_team_id: state.teamId,
})
