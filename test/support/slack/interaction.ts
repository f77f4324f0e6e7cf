import type { Json } from './element-limits.ts'
import type { Answered, Wire } from './sending.ts'
import { type FakeMessage, newTrigger, type SlackState, token } from './state.ts'

export type Outlet = { state: SlackState; wire: Wire; origin: string; event(event: Json): Promise<Answered> }

/** What every interaction says of who acts where. */
export const interaction = (state: SlackState, user: string): Json => ({
  user: { id: user, name: state.users.get(user)?.name, team_id: state.users.get(user)?.team_id },
  team: { id: state.teamId, domain: 'made-up' },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: 'A111',
  token: 'verification_token',
  trigger_id: newTrigger(state, user),
})

type Response = { user: string; channel: string; message?: FakeMessage }

/** An address that takes answers to what somebody did there. */
export function responseUrl(state: SlackState, origin: string, response: Response): string {
  const id = token()
  state.responses.set(id, { ...response, uses: 0 })
  return `${origin}/respond/${id}`
}
