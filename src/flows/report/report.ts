import { record } from '../../audit/record.ts'
import type { Button } from '../../chat/card.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { noteCard } from '../../chat/note-card.ts'
import type { Channel } from '../../database/types.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reader, type Reply, show, type Week } from '../../flow.ts'
import { isColleague, memberById } from '../../people/members.ts'
import { reportCard } from './cards/report-card.ts'
import { documentOf } from './document/document.ts'
import { reportWords } from './messages/report.ts'
import { nameOf, pictured } from './picture.ts'
import { sayReport, toEverybody, toMember } from './say-report.ts'
import { toldTo } from './told.ts'
import { channelIn, mustBeColleague, nameIn, weekMeant, writeWeek } from './which.ts'
import { whoGetsIt } from './who-gets-it.ts'

const FILE = ['file', 'html', '文件']
const MONDAYS = ['mondays', 'monday', 'weekly', '每周一', '每周']

/** `/ops report`, `… last week`, `… file`, `… #general`, `… @ben`, `… mondays`. */
export async function reportByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const [first = '', ...rest] = line.words
  const word = first.normalize('NFKC').toLowerCase()
  if (MONDAYS.includes(word)) return whoGetsIt(ctx, { ...line, words: rest })
  if (FILE.includes(word)) return asFile(ctx, weekMeant(ctx, rest.join(' ')))

  const week = weekMeant(ctx, line.words.join(' '))
  const [channelId] = line.channels
  const [memberId] = line.people
  if (line.channels.length + line.people.length > 1) throw new UserError(reportWords[ctx.locale].oneTarget)
  if (channelId) return preview(ctx, await channelIn(ctx, channelId), week)
  if (memberId) return sendTo(ctx, memberId, week)
  return forMyself(ctx, week)
}

export const fileByButton = (ctx: Asking, value: string): Promise<Reply> => {
  mustBeColleague(ctx)
  return asFile(ctx, weekMeant(ctx, value))
}

/** The channel's id and the week. */
export async function postByButton(ctx: Asking, value: string): Promise<Reply> {
  mustBeColleague(ctx)
  const words = reportWords[ctx.locale]
  const [channelId = '', ...days] = value.split(' ')
  const channel = await channelIn(ctx, channelId)
  const week = weekMeant(ctx, days.join(' '))
  await sayReport(toEverybody(ctx), {
    key: `report/${channel.id}/${writeWeek(week)}/${ctx.now.epochMilliseconds}`,
    ...{ to: { channel: channel.id }, week, askedBy: ctx.actor.name },
  })
  const detail = { channelId, from: `${week.from}`, to: `${week.to}` }
  await record(ctx, { action: 'report.posted', subject: `channel:${channelId}`, detail })
  return { kind: 'card', card: noteCard(ctx.locale, words.posted(nameIn(channel)), { tone: 'good' }), replaces: true }
}

async function forMyself(ctx: Asking, week: Week): Promise<Reply> {
  const words = reportWords[ctx.locale]
  const told = await toldTo(ctx, week)
  const written = writeWeek(week)
  const post: Button[] = ctx.channel
    ? [{ label: words.post(nameIn(ctx.channel)), action: 'report.post', value: `${ctx.channel.id} ${written}` }]
    : []
  const buttons: Button[] = [
    { label: words.file, action: 'report.file', value: written },
    ...post,
    { label: words.mondays, action: 'report.mondays' },
  ]
  const card = reportCard(ctx.locale, told, [{ kind: 'buttons', buttons }])
  return { kind: 'card', card, ...(await pictured(ctx.locale, told)) }
}

/** Everybody there reads it, so whoever asks sees first what they will read. */
async function preview(ctx: Asking, channel: Channel, week: Week): Promise<Reply> {
  const words = reportWords[ctx.locale]
  const told = await toldTo(toEverybody(ctx), week)
  const value = `${channel.id} ${writeWeek(week)}`
  const post: Button = { label: words.post(nameIn(channel)), action: 'report.post', value, style: 'primary' }
  const card = reportCard(ctx.locale, told, [
    { kind: 'context', text: words.preview(nameIn(channel)) },
    { kind: 'buttons', buttons: [post] },
  ])
  return show(card)
}

async function sendTo(ctx: Asking, memberId: string, week: Week): Promise<Reply> {
  const words = reportWords[ctx.locale]
  const member = await memberById(ctx.db, ctx.workspace.id, memberId)
  if (!member || !isColleague(member)) throw new UserError(words.stranger)
  await sayReport(toMember(ctx, member), {
    key: `report/${member.id}/${writeWeek(week)}/${ctx.now.epochMilliseconds}`,
    ...{ to: { person: member.id }, week, askedBy: ctx.actor.name },
  })
  return show(noteCard(ctx.locale, words.sent(member.name), { tone: 'good' }))
}

async function asFile(ctx: Reader, week: Week): Promise<Reply> {
  const words = reportWords[ctx.locale]
  const told = await toldTo(ctx, week)
  const text = documentOf(ctx.locale, told)
  const card = noteCard(ctx.locale, words.fileReady(words.title(week)))
  return { kind: 'card', card, file: { name: `${nameOf(told)}.html`, text } }
}
