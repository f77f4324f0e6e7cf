import { record } from '../../audit/record.ts'
import { toDate } from '../../calendar/instant.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { newForm } from './cards/settings-form.ts'
import { standupCard } from './cards/standup-card.ts'
import { checkedSettings } from './check-settings.ts'
import { planNext } from './meetings.ts'
import { settingsWords } from './messages/settings.ts'
import { mustBeColleague } from './permissions.ts'
import type { Settings } from './settings.ts'
import { describe } from './show.ts'
import { createStandup } from './store/settings.ts'

export async function askForNew(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  return ask(newForm(ctx))
}

export async function setUp(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeColleague(ctx)
  const settings = await checkedSettings(ctx, values, {})

  const standup = await createStandup(ctx.db, settings, {
    workspaceId: ctx.workspace.id,
    leadId: ctx.actor.id,
    createdAt: toDate(ctx.now),
  })
  await planNext(ctx, standup)
  await record(ctx, {
    action: 'standup.created',
    subject: `standup:${standup.id}`,
    detail: withoutPeople(settings),
  })
  const words = settingsWords[ctx.locale]
  return show(standupCard(ctx.locale, { ...(await describe(ctx, standup)), said: words.created(standup.name) }))
}

const withoutPeople = ({ memberIds, questions, ...rest }: Settings) => ({
  ...rest,
  days: [...rest.days],
  participants: [...memberIds],
  questions: questions.length,
})
