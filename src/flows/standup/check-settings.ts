import { plain } from '../../chat/text.ts'
import type { Channel, Member } from '../../database/types.ts'
import { FieldErrors } from '../../errors.ts'
import type { Asking, Submission } from '../../flow.ts'
import { isColleague, membersByIds } from '../../people/members.ts'
import { nameList } from './cards/names.ts'
import { settingsWords } from './messages/settings.ts'
import { type Errors, readSettings, type Settings } from './settings.ts'
import { holdNames, standupNamed } from './store/standups.ts'

/** The settings of a submitted form; refuses with a sentence beside each field that is wrong. */
export async function checkedSettings(
  ctx: Asking,
  values: Submission['values'],
  { id }: { id?: string },
): Promise<Settings> {
  const { settings, errors } = readSettings(values, ctx.locale, ctx.actor.timeZone)
  await holdNames(ctx.db, ctx.workspace.id)
  const found: Errors = {
    ...(await wrongName(ctx, settings, id)),
    ...(await wrongChannel(ctx, settings)),
    ...(await wrongPeople(ctx, settings)),
    ...errors,
  }
  if (Object.keys(found).length > 0) throw new FieldErrors(found)

  return settings
}

async function wrongName(ctx: Asking, { name }: Settings, id: string | undefined): Promise<Errors> {
  const other = await standupNamed(ctx.db, ctx.workspace.id, name)
  return other && other.id !== id ? { name: settingsWords[ctx.locale].nameTaken(name) } : {}
}

async function wrongChannel(ctx: Asking, { channelId }: Settings): Promise<Errors> {
  const channel: Channel | null = await ctx.db.channel.findFirst({
    where: { id: channelId, workspaceId: ctx.workspace.id },
  })
  const words = settingsWords[ctx.locale]
  if (!channel) return { channel: words.channelEmpty }
  return channel.closedAt ? { channel: words.channelClosed } : {}
}

async function wrongPeople(ctx: Asking, { memberIds, leadId }: Settings): Promise<Errors> {
  const words = settingsWords[ctx.locale]
  const wanted = [...memberIds, ...(leadId ? [leadId] : [])]
  const members = new Map((await membersByIds(ctx.db, ctx.workspace.id, wanted)).map((one) => [one.id, one]))
  const lead = leadId ? members.get(leadId) : undefined
  return {
    ...wrongParticipants(
      ctx,
      memberIds.map((id) => members.get(id)),
    ),
    ...(leadId && !(lead && isColleague(lead)) ? { lead: words.leadNotColleague } : {}),
  }
}

function wrongParticipants(ctx: Asking, members: readonly (Member | undefined)[]): Errors {
  const words = settingsWords[ctx.locale]
  if (members.includes(undefined)) return { participants: words.participantsUnknown }
  const strangers = members.flatMap((member) => (member && !isColleague(member) ? [member.name] : []))
  if (strangers.length === 0) return {}
  return { participants: words.notPeople(plain(nameList(strangers, ctx.locale))) }
}
