import type { FormValues } from '../../../chat/form.ts'
import type { Answered, State } from '../wire.ts'

const API = '/playground/api'
const SECOND_TRY_AFTER_MS = 800

/** Without a channel it is asked in the conversation with Drumbeat. */
export type Request = { channel: string | undefined } & (
  | { to: 'command' | 'message'; text: string }
  | { to: 'press'; message: string; button: string; value: string }
  | { to: 'shortcut'; message: string; shortcut: string }
  | { to: 'submit'; form: string; context: string; values: FormValues }
)

export type ClockMove = { advance: string } | { to: string } | { next: true }

/** The server answered, and it was a no; the message is its sentence, if it had one. */
export class NotServed extends Error {
  override name = 'NotServed'
}

export async function loadState(as: string): Promise<State> {
  return answerOf<State>(await fetch(`${API}/state?as=${encodeURIComponent(as)}`))
}

/** Asks as this persona; a request that got lost is sent once more under the same id, so that it counts once. */
export async function send(as: string, { to, ...request }: Request): Promise<Answered> {
  const body = { as, id: crypto.randomUUID(), ...request }
  const once = () => post(`${API}/${to}`, body)
  const response = await once().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, SECOND_TRY_AFTER_MS))
    return once()
  })
  return answerOf<Answered>(response)
}

export async function markRead(as: string, place: string, upTo: string): Promise<void> {
  await answerOf(await post(`${API}/read`, { as, place, upTo }))
}

export async function moveClock(how: ClockMove): Promise<void> {
  await answerOf(await post('/dev/clock', how))
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

async function answerOf<T>(response: Response): Promise<T> {
  const isJson = response.headers.get('Content-Type')?.includes('application/json')
  const body = isJson ? await response.json() : {}
  if (!response.ok) throw new NotServed(typeof body.error === 'string' ? body.error : '')
  return body
}
