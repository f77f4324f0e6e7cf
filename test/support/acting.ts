import type { Card } from '../../src/chat/card.ts'
import type { FieldValue, Form } from '../../src/chat/form.ts'
import type { Flow, Reply } from '../../src/flow.ts'
import type { Asked, Door, Heard } from '../../src/platform.ts'
import type { Message, RememberingChat } from './remembering-chat.ts'

export const INSTALLATION = 'acme'

type Acting = {
  door: Door
  chat: RememberingChat
  flows: readonly Flow[]
  settle: () => Promise<void>
  installation?: string
}
let inbounds = 0

/** What somebody can do in the remembering chat; everything that is said in answer has arrived when it returns. */
export function actingAs({ door, chat, flows, settle, installation = INSTALLATION }: Acting, handle: string) {
  async function send(what: Asked, place: { channel?: string; receipt?: string } = {}): Promise<Reply> {
    const { receipt = `test:${++inbounds}`, ...at } = place
    const answer = await door.receive({
      platform: 'playground',
      installation,
      receipt,
      from: handle,
      ...at,
      what,
    })
    await settle()
    if (what.kind === 'press' && answer.reply.kind === 'form') mustBeForetold(what.action, flows)
    return answer.reply
  }
  return {
    send,
    /** `/standup new`; people and channels are mentioned as `<@mei>` and `<#general>`. */
    command: (typed: string, channel?: string) => {
      const [, flow = '', text = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(typed) ?? []
      return send({ kind: 'command', flow, text }, channel ? { channel } : {})
    },
    press: (card: Card, label: string) => {
      const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      const button = buttons.find((one) => one.label === label)
      if (!button) throw new Error(`No button “${label}” among ${buttons.map((one) => one.label).join(', ')}`)
      return send({ kind: 'press', action: button.action, value: button.value ?? '' })
    },
    /** The form as it was opened with these values changed; people and channels by their ids on the platform. */
    submit: (form: Form, values: Record<string, FieldValue>, receipt?: string) => {
      const people = form.fields.filter(({ kind }) => kind === 'person' || kind === 'people').map(({ name }) => name)
      const channels = form.fields.filter(({ kind }) => kind === 'channel').map(({ name }) => name)
      const what: Asked = {
        kind: 'submission',
        form: form.id,
        context: form.context ?? '',
        values: { ...presets(form), ...values },
        people,
        channels,
      }
      return send(what, receipt ? { receipt } : {})
    },
    /** Uses a shortcut such as `complaint.file` on a message. */
    shortcut: (shortcut: string, message: Heard, channel?: string) =>
      send({ kind: 'shortcut', shortcut, message }, channel ? { channel } : {}),
    /** Writes a new message in a channel, to nobody in particular. */
    writes: (text: string, channel: string) => {
      const id = `message-${++inbounds}`
      const link = `https://chat.example/${id}`
      return send({ kind: 'overheard', message: { id, text, author: handle, link } }, { channel })
    },
    dm: (text: string) => send({ kind: 'message', text }),
    /** The newest message to this person. */
    lastDirect: (): Message => {
      const last = chat.messages.findLast(({ place }) => place === `@${handle}`)
      if (!last) throw new Error(`Nothing was said to ${handle}`)
      return last
    },
  }
}

/** What the form shows already; persons and channels hold our ids there, which no person would send back as such. */
function presets(form: Form): Record<string, FieldValue> {
  const values: [string, FieldValue][] = []
  for (const field of form.fields) {
    if (field.kind === 'choices' || field.kind === 'people') values.push([field.name, field.values ?? []])
    else if (field.value !== undefined)
      values.push([field.name, typeof field.value === 'number' ? String(field.value) : field.value])
  }
  return Object.fromEntries(values)
}

/** Some platforms must know before the press that a form answers it. */
function mustBeForetold(action: string, flows: readonly Flow[]): void {
  const [flow, name = ''] = action.split('.')
  const asks = flows.find((one) => one.name === flow)?.asks
  if (flow !== 'router' && !asks?.includes(name)) throw new Error(`The flow ${flow} does not say that ${name} asks`)
}
