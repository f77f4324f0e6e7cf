import type { BlockActions, Command, EventCallback, MessageAction, ViewSubmission } from './payloads.ts'

/** An app is installed in one workspace, or in a whole organization: that is who we are to Slack. */
export const ofCommand = (command: Command): string =>
  command.is_enterprise_install === 'true' && command.enterprise_id ? command.enterprise_id : command.team_id

/** Where somebody of another organization acts in a shared channel, the team is theirs; the view says whose app it is. */
export function ofInteraction(body: BlockActions | MessageAction | ViewSubmission): string {
  if (body.is_enterprise_install && body.enterprise) return body.enterprise.id
  const view = 'view' in body ? body.view : undefined
  const installation = view?.app_installed_team_id ?? body.team?.id ?? body.user.team_id
  if (installation === undefined) throw new Error('Slack does not say in which workspace this happened')
  return installation
}

/** In a shared channel the event's own team is the other organization's; the authorization is ours. */
export function ofEvent({ authorizations, team_id }: EventCallback): string {
  const [ours] = authorizations ?? []
  if (ours?.is_enterprise_install && ours.enterprise_id) return ours.enterprise_id
  return ours?.team_id ?? team_id
}
