import type { Attachment } from '../../../src/platform.ts'
import type { Json } from './element-limits.ts'
import { type Refusal, refusedMessage, refusedView } from './limits.ts'
import { directChannel, type FakeMessage, nextTs, type SlackState, shownUser, token } from './state.ts'

export type Asked = { state: SlackState; args: Json; origin: string }
type Method = (asked: Asked) => Json

const TRIGGER_LIVES_MS = 3_000

const refused = (error: string): Json => ({ ok: false, error })

/** The methods of the Web API that the product uses, as Slack answers them. */
export const methods: Record<string, Method> = {
  'auth.test': ({ state }) => ({
    ok: true,
    url: `https://${state.teamId.toLowerCase()}.slack.com/`,
    team: 'Made-up company',
    team_id: state.teamId,
    user_id: state.botUserId,
    bot_id: 'BBOT',
    is_enterprise_install: false,
  }),
  'users.info': ({ state, args }) => {
    const user = state.users.get(String(args.user))
    return user ? { ok: true, user: shownUser(user) } : refused('user_not_found')
  },
  'conversations.info': ({ state, args }) => {
    const channel = state.channels.get(String(args.channel))
    if (!channel || (channel.private && !channel.hasBot)) return refused('channel_not_found')
    const { id, name, archived, hasBot } = channel
    return { ok: true, channel: { id, name, is_archived: archived, is_member: hasBot, is_private: channel.private } }
  },
  'conversations.open': ({ state, args }) => {
    const user = state.users.get(String(args.users))
    if (!user) return refused('user_not_found')
    return user.is_bot ? refused('cannot_dm_bot') : { ok: true, channel: { id: directChannel(state, user.id).id } }
  },
  'chat.postMessage': postMessage,
  'chat.postEphemeral': ({ state, args }) => {
    const refusal = refusedPlace(state, String(args.channel)) ?? refusedContent(state, args)
    if (refusal) return refused(refusal)
    const message = { ...messageOf(args), onlyFor: String(args.user) }
    state.messages.push(message)
    return { ok: true, message_ts: message.ts }
  },
  'chat.update': updateMessage,
  'views.open': openView,
  'views.update': ({ state, args }) => {
    const found = state.views.get(String(args.view_id))
    if (!found?.open) return refused('not_found')
    const refusal = noted(state, 'view', refusedView(args.view as Json))
    if (refusal) return refused(refusal.error)
    Object.assign(found, { view: args.view, hash: token(), errors: {} })
    return { ok: true, view: { id: found.id, hash: found.hash } }
  },
  'files.getUploadURLExternal': ({ state, args, origin }) => {
    const id = `F${token()}`
    const alt = args.alt_txt === undefined ? undefined : String(args.alt_txt)
    state.uploads.set(id, { name: String(args.filename), alt, bytes: null })
    return { ok: true, upload_url: `${origin}/upload/${id}`, file_id: id }
  },
  'files.completeUploadExternal': shareFiles,
}

function postMessage({ state, args }: Asked): Json {
  const to = String(args.channel)
  const channel = state.users.has(to) ? directChannel(state, to).id : to
  const refusal = refusedPlace(state, channel) ?? refusedContent(state, args)
  if (refusal) return refused(refusal)
  const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts)
  if (thread && !state.messages.some(({ ts }) => ts === thread)) return refused('thread_not_found')

  const message = {
    ...messageOf({ ...args, channel }),
    ...(thread && { thread, broadcast: args.reply_broadcast === 'true' }),
  }
  state.messages.push(message)
  return { ok: true, channel, ts: message.ts }
}

function updateMessage({ state, args }: Asked): Json {
  const channel = String(args.channel)
  const refusal = refusedPlace(state, channel) ?? refusedContent(state, args)
  if (refusal) return refused(refusal)
  const message = state.messages.find((one) => one.channel === channel && one.ts === args.ts)
  if (!message) return refused('message_not_found')
  Object.assign(message, { text: args.text ?? '', blocks: args.blocks ?? [], edited: message.edited + 1 })
  return { ok: true, channel, ts: message.ts }
}

function openView({ state, args }: Asked): Json {
  const trigger = state.triggers.get(String(args.trigger_id))
  if (!trigger) return refused('invalid_trigger_id')
  if (trigger.used) return refused('exchanged_trigger_id')
  if (Date.now() - trigger.at > TRIGGER_LIVES_MS) return refused('expired_trigger_id')
  const refusal = noted(state, 'view', refusedView(args.view as Json))
  if (refusal) return refused(refusal.error)

  trigger.used = true
  const view = { id: `V${token()}`, hash: token(), user: trigger.user, view: args.view as Json, open: true, errors: {} }
  state.views.set(view.id, view)
  return { ok: true, view: { id: view.id, hash: view.hash } }
}

function shareFiles({ state, args }: Asked): Json {
  const channel = String(args.channel_id)
  const refusal = refusedPlace(state, channel)
  if (refusal) return refused(refusal)
  const files = (args.files as { id: string }[]).map(({ id }) => state.uploads.get(id))
  const shared = files.flatMap((file) => (file?.bytes ? [attachmentOf({ ...file, bytes: file.bytes })] : []))
  if (shared.length < files.length) return refused('file_not_found')
  const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts)
  if (thread && !state.messages.some(({ ts }) => ts === thread)) return refused('thread_not_found')
  state.messages.push({ ...messageOf({ channel }), files: shared, ...(thread && { thread, broadcast: false }) })
  return { ok: true, files: args.files }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

/** Slack looks at the bytes to see what a file is. */
function attachmentOf({ name, alt, bytes }: { name: string; alt: string | undefined; bytes: Buffer }): Attachment {
  const isPicture = bytes.subarray(0, PNG.length).equals(PNG)
  return isPicture ? { name, png: bytes.toString('base64'), alt: alt ?? '' } : { name, text: bytes.toString() }
}

function refusedPlace(state: SlackState, id: string): string | null {
  const channel = state.channels.get(id)
  if (!channel || (channel.private && !channel.hasBot)) return 'channel_not_found'
  if (channel.archived) return 'is_archived'
  return channel.hasBot ? null : 'not_in_channel'
}

const refusedContent = (state: SlackState, args: Json): string | null =>
  noted(state, 'message', refusedMessage(args.text as string | undefined, args.blocks as Json[] | undefined))?.error ??
  null

/** The refusal, which is remembered as well: no test should pass over one that it did not ask for. */
export function noted(state: SlackState, what: string, refusal: Refusal | null): Refusal | null {
  if (refusal) state.problems.push(`${what} refused: ${refusal.error} (${refusal.why.join(', ')})`)
  return refusal
}

export const messageOf = (args: Json): FakeMessage => ({
  channel: String(args.channel),
  ts: nextTs(),
  text: String(args.text ?? ''),
  blocks: (args.blocks ?? []) as Json[],
  edited: 0,
  files: [],
})
