import { record } from '../../audit/record.ts'
import type { Member } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import { adminsOf, isColleague, memberById } from '../../people/members.ts'
import { note } from './cards/names.ts'
import { peopleOf } from './meetings.ts'
import { leadingWords } from './messages/leading.ts'
import { sayToLead } from './say-to-lead.ts'
import { type Standup, setLead } from './store/standups.ts'

/** The new lead hears that they are it, unless they did it themselves. */
export async function tellNewLead(ctx: Context, standup: Standup, by: Member): Promise<void> {
  if (standup.leadId === by.id) return
  await sayToLead(ctx, standup, {
    key: `made/${standup.version}`,
    card: (locale) => {
      const words = leadingWords[locale]
      return note(locale, words.madeLead(standup.name, by.name), { hint: words.leadHow })
    },
  })
}

type Passing = { lead: Member; tried: readonly string[] }

/** Where this member leads, somebody else does from now on and hears of it; the stand-up as it is then. */
export async function passLead(ctx: Context, standup: Standup, { lead, tried }: Passing): Promise<Standup> {
  if (standup.leadId !== lead.id) return standup
  const successor = await successorOf(ctx, standup, { lead, tried })
  if (!successor) return standup

  await setLead(ctx.db, standup.id, successor.id)
  await record(ctx, {
    action: 'standup.lead-passed',
    subject: `standup:${standup.id}`,
    detail: { from: lead.id, to: successor.id },
  })
  const led = { ...standup, leadId: successor.id }
  await sayToLead(ctx, led, {
    key: `now/${successor.id}/${lead.id}`,
    card: (locale) => {
      const words = leadingWords[locale]
      return note(locale, words.leadNow(standup.name, lead.name), { hint: words.leadHow })
    },
  })
  return led
}

/** The lead's manager, else an administrator, else who has taken part the longest; nobody who was tried in vain. */
async function successorOf(ctx: Context, standup: Standup, { lead, tried }: Passing): Promise<Member | null> {
  const manager = lead.managerId ? await memberById(ctx.db, ctx.workspace.id, lead.managerId) : null
  const candidates = [
    ...(manager ? [manager] : []),
    ...(await adminsOf(ctx.db, ctx.workspace.id)),
    ...(await peopleOf(ctx, standup)),
  ]
  const isTried = ({ id }: Member) => id === lead.id || tried.includes(id)
  return candidates.find((member) => isColleague(member) && !isTried(member)) ?? null
}
