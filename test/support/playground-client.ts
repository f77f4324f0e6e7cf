import type { Form, FormValues } from '../../src/chat/form.ts'
import type { Answered, MessageSeen, State } from '../../src/platforms/playground/wire.ts'

/** The playground's JSON API as its personas use it; the address may change from one call to the next. */
export function playgroundClient(url: () => string) {
  async function send<T>(path: string, body: object): Promise<T> {
    const response = await fetch(`${url()}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as T
  }
  return {
    clock: (how: object) => send<{ now: string }>('/dev/clock', how),
    as(persona: string) {
      const state = async (): Promise<State> =>
        (await fetch(`${url()}/playground/api/state?as=${persona}`)).json() as Promise<State>
      return {
        state,
        command: (text: string, id: string, channel = 'general') =>
          send<Answered>('/playground/api/command', { as: persona, channel, text, id }),
        message: (text: string, id: string) => send<Answered>('/playground/api/message', { as: persona, text, id }),
        press: (message: string, button: { action: string; value?: string | undefined }, id: string) =>
          send<Answered>('/playground/api/press', {
            as: persona,
            message,
            button: button.action,
            value: button.value ?? '',
            id,
          }),
        submit: (form: Form, values: FormValues, id: string) =>
          send<Answered>('/playground/api/submit', {
            as: persona,
            form: form.id,
            context: form.context ?? '',
            values,
            id,
          }),
        /** What Drumbeat said to this persona directly, the oldest first. */
        direct: async (): Promise<MessageSeen[]> =>
          (await state()).messages.filter(({ place, from }) => place === `direct:${persona}` && from === null),
        inChannel: async (channel: string): Promise<MessageSeen[]> =>
          (await state()).messages.filter(
            ({ place, from, private: own }) => place === `channel:${channel}` && from === null && !own,
          ),
      }
    },
  }
}

/** What the form shows already, as somebody sends it back who changes nothing. */
export function presetsOf(form: Form): FormValues {
  const values = form.fields.flatMap((field): [string, FormValues[string]][] => {
    if (field.kind === 'choices' || field.kind === 'people') return [[field.name, field.values ?? []]]
    if (field.value === undefined) return []
    return [[field.name, typeof field.value === 'number' ? String(field.value) : field.value]]
  })
  return Object.fromEntries(values)
}
