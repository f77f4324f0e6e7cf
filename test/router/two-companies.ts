import { flows } from '../../src/flows.ts'
import { formOf, type House, openHouse } from '../support/house.ts'

/** The other company's installation, in the same database. */
export const RIVAL = 'rival'
/** What nobody of the other company may ever read. */
export const SECRETS = ['Orion', 'vault', 'Benedikta', 'Meizhen', 'Prototype', '4711', '8842', 'dentist']

const QUESTIONS = 'Which Prototype did you move?\nWhat blocks you? [blocker]'

/**
 * Two companies on a Tuesday at 9:01 in Berlin, each with a stand-up that is on and with yesterday's digest. In the
 * first Mei is the administrator, Ben leads, Tom takes part, Ana does not; Eve leads and administers the second.
 */
export async function twoCompanies(): Promise<House> {
  const house = await openHouse({
    flows,
    now: '2026-03-02T07:00:00Z',
    people: [
      { handle: 'mei', name: 'Meizhen', administrator: true },
      { handle: 'ben', name: 'Benedikta' },
      { handle: 'tom' },
      { handle: 'ana' },
      { handle: 'guest', kind: 'guest' },
      { handle: 'robo', kind: 'bot' },
      { handle: 'eve', administrator: true },
      { handle: 'rita' },
    ],
    channels: ['vault', 'lair'],
  })
  for (const who of ['mei', 'ben', 'tom', 'ana', 'guest', 'robo']) await house.as(who).command('/ops', 'vault')
  for (const who of ['eve', 'rita']) await house.as(who, RIVAL).command('/ops', 'lair')
  await setUp(house.as('ben'), { name: 'Orion', channel: 'vault', participants: ['ben', 'mei', 'tom'] })
  await setUp(house.as('eve', RIVAL), { name: 'Sunrise', channel: 'lair', participants: ['eve', 'rita'] })
  await house.as('ben').command('/ops away 2026-04-06 2026-04-10 <@mei>')

  await house.advanceTo('2026-03-02T08:01:00Z')
  await answer(house.as('ben'), 'Moved 4711', 'License 8842')
  await answer(house.as('eve', RIVAL), 'Sold', 'Rain')
  await house.as('mei').command('/standup skip dentist')
  await house.advanceTo('2026-03-03T08:01:00Z')
  return house
}

type Actor = ReturnType<House['as']>

async function setUp(actor: Actor, values: { name: string; channel: string; participants: string[] }): Promise<void> {
  const form = formOf(await actor.command('/standup new', values.channel))
  const when = { time: '09:00', timeZone: 'Europe/Berlin', questions: QUESTIONS }
  await actor.submit(form, { ...values, ...when })
}

async function answer(actor: Actor, ...texts: string[]): Promise<void> {
  const form = formOf(await actor.command('/standup answer'))
  await actor.submit(form, Object.fromEntries(texts.map((text, at) => [form.fields[at]?.name ?? '', text])))
}

export type Ids = Record<(typeof KINDS)[number], string>
export const KINDS = [
  ...(['standup', 'openRun', 'closedRun', 'entry', 'question', 'blocker'] as const),
  ...(['lead', 'participant', 'channel', 'absence', 'post'] as const),
]

/** The rows of the stand-up of this name, each with what belongs to it. */
export async function idsOf({ db }: House, name: string): Promise<Ids> {
  const { id: standup, leadId: lead, channelId: channel } = await db.standup.findFirstOrThrow({ where: { name } })
  const runs = await db.standupRun.findMany({ where: { standupId: standup }, orderBy: { date: 'asc' } })
  const [closedRun, openRun] = runs.map(({ id }) => id)
  const of = { where: { standupId: standup } }
  const others = { standupId: standup, memberId: { not: lead } }
  const absence = await db.absence.findFirst({ where: { memberId: lead } })
  return {
    ...{ standup, lead, channel, openRun: openRun ?? '', closedRun: closedRun ?? '', absence: absence?.id ?? '' },
    entry: (await db.standupEntry.findFirstOrThrow({ where: { runId: openRun ?? '', memberId: lead } })).id,
    question: (await db.standupQuestion.findFirstOrThrow(of)).id,
    blocker: (await db.standupBlocker.findFirstOrThrow(of)).id,
    participant: (await db.standupParticipant.findFirstOrThrow({ where: others })).memberId,
    post: (await db.post.findFirstOrThrow({ where: { key: `standup/run/${openRun}/card` } })).key,
  }
}

/** Every entry of this table of contents of all flows, as `<flow>.<name>`. */
export const allOf = (table: 'buttons' | 'forms' | 'commands' | 'timers'): string[] =>
  flows.flatMap((flow) => Object.keys(flow[table]).map((name) => `${flow.name}.${name}`)).sort()
