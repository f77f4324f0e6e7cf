import { raiseAll } from '../../src/alerts/raise.ts'
import { holdAlerts } from '../../src/alerts/store/settings.ts'
import { toDate } from '../../src/calendar/instant.ts'
import { open } from '../../src/escalation/open.ts'
import { FIRST_POLICY } from '../../src/escalation/rules/policy.ts'
import { createPolicy } from '../../src/escalation/store/policies.ts'
import type { Context } from '../../src/flow.ts'
import { fileComplaint } from '../../src/flows/complaint/intake/file.ts'
import { writeReference } from '../../src/flows/complaint/rules/reference.ts'
import { changeSettings } from '../../src/flows/complaint/store/settings.ts'
import { AT_FIRST } from '../../src/flows/kpi/rules/standing.ts'
import { holdRegister } from '../../src/flows/risk/store/settings.ts'
import { flows } from '../../src/flows.ts'
import { say } from '../../src/outbox/say.ts'
import { plan } from '../../src/timers/plan.ts'
import { act } from '../../src/world.ts'
import { formOf, type House, openHouse } from '../support/house.ts'

/** The other company's installation, in the same database. */
export const RIVAL = 'rival'
/** What nobody of the other company may ever read. */
export const SECRETS = ['Orion', 'vault', 'Benedikta', 'Meizhen', 'Prototype', '4711', '8842', 'dentist']

const QUESTIONS = 'Which Prototype did you move?\nWhat blocks you? [blocker]'

/**
 * Two companies on a Tuesday at 9:01 in Berlin, each with a stand-up that is on and with yesterday's digest, an open
 * escalation and a complaint. In the
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
  await house.db.workspace.update({ where: { id: house.workspace.id }, data: { lastBlocker: 900 } })
  await house.as('ben').command('/ops away 2026-04-06 2026-04-10 <@mei>')

  await house.advanceTo('2026-03-02T08:01:00Z')
  await answer(house.as('ben'), 'Moved 4711', 'License 8842')
  await answer(house.as('eve', RIVAL), 'Sold', 'Rain')
  await house.as('mei').command('/standup skip dentist')
  await house.advanceTo('2026-03-03T08:01:00Z')
  await worry(house, { word: 'Orion', owner: 'ben', firstNumber: 901 })
  await worry(house, { word: 'Sunrise', owner: 'eve', firstNumber: 1 })
  await house.wake()
  return house
}

type Worry = { word: string; owner: string; firstNumber: number }

/** An escalation with its policy, a complaint, a rule, a draft, a token and what was given up, with this word in them. */
async function worry(house: House, { word, owner, firstNumber }: Worry): Promise<void> {
  const { id: ownerId, workspaceId } = await house.member(owner)
  const workspace = await house.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
  await act(house.world, workspace, async (ctx) => {
    const policy = await createPolicy(ctx, word, FIRST_POLICY)
    const about = { flow: 'worry', subject: word, about: word, ownerId, policyId: policy.id }
    await open(ctx, { ...about, card: (locale) => ({ locale, summary: word, blocks: [] }) })
    await changeSettings(ctx.db, workspaceId, { dutyOwnerId: ownerId })
    await ctx.db.complaintSettings.update({ where: { workspaceId }, data: { lastNumber: firstNumber - 1 } })
    const what = `The Prototype of ${word} burnt`
    await fileComplaint(ctx, {
      ...{ customer: { name: `${word} Ltd.`, contact: `ask@${word}.example` }, what },
      ...{ via: 'phone', source: 'command', severity: 3, type: 'product' },
    })
    await leftovers(ctx, word, ownerId)
    await aim(ctx, { word, ownerId, number: firstNumber })
    await fear(ctx, { word, ownerId, number: firstNumber })
    await count(ctx, { word, ownerId, number: firstNumber })
  })
}

async function leftovers(ctx: Context, word: string, ownerId: string): Promise<void> {
  const { id: workspaceId } = ctx.workspace
  const at = toDate(ctx.now)
  await ctx.db.complaintRule.create({ data: { workspaceId, position: 0, keyword: word, ownerId } })
  const { id: channelId } = await ctx.db.channel.findFirstOrThrow({ where: { workspaceId } })
  const message = { message: 'm1', author: `Somebody of ${word}`, text: `${word} again` }
  await ctx.db.complaintDraft.create({ data: { workspaceId, channelId, ...message, at } })
  await ctx.db.apiToken.create({ data: { workspaceId, name: word, hash: word, createdAt: at, createdById: ownerId } })
  const card = { locale: 'en' as const, summary: word, blocks: [] }
  await say(ctx, { key: `worry/${word}`, to: { person: ownerId }, card })
  await ctx.db.post.updateMany({ where: { key: `worry/${word}` }, data: { state: 'undeliverable', givenUpAt: at } })
  await ctx.db.reportPlan.create({
    data: { workspaceId, channelId, timeZone: 'Europe/Berlin', createdById: ownerId, createdAt: at },
  })
  await plan(ctx, { kind: 'standup.remind', subject: word, at: ctx.now, about: word })
  await ctx.db.timer.updateMany({ where: { subject: word }, data: { attempts: 10, lastError: word } })
}

/** A cycle with an objective and a key result. */
async function aim(ctx: Context, { word, ownerId, number }: { word: string; ownerId: string; number: number }) {
  const { id: workspaceId } = ctx.workspace
  const createdAt = toDate(ctx.now)
  const days = { startsOn: new Date('2026-01-01'), endsOn: new Date('2026-03-31'), timeZone: 'Europe/Berlin' }
  const cycle = await ctx.db.okrCycle.create({
    data: { workspaceId, name: word, key: word.toLowerCase(), ...days, createdAt },
  })
  const objective = await ctx.db.okrObjective.create({
    data: { workspaceId, number, cycleId: cycle.id, title: `Sell ${word}`, team: word, ownerId, createdAt },
  })
  const measured = { kind: 'numeric', start: 0, target: 5, direction: 'up' }
  await ctx.db.okrKeyResult.create({
    data: { workspaceId, number, objectiveId: objective.id, title: `Count ${word}`, ...measured, ownerId, createdAt },
  })
}

/** A risk in a category of its own. */
async function fear(ctx: Context, { word, ownerId, number }: { word: string; ownerId: string; number: number }) {
  const { id: workspaceId } = ctx.workspace
  const createdAt = toDate(ctx.now)
  await holdRegister(ctx.db, workspaceId)
  await ctx.db.riskSettings.update({ where: { workspaceId }, data: { lastRisk: number, lastAction: number } })
  const category = await ctx.db.riskCategory.create({ data: { workspaceId, key: word.toLowerCase(), name: word } })
  const graded = { inherentLikelihood: 3, inherentImpact: 3, score: 9, state: 'assessed' }
  const risk = await ctx.db.risk.create({
    data: { workspaceId, number, title: `${word} sinks`, categoryId: category.id, ownerId, ...graded, createdAt },
  })
  const assessed = { seq: 1, kind: 'inherent', likelihood: 3, impact: 3, byId: ownerId, at: createdAt }
  await ctx.db.riskAssessment.create({ data: { riskId: risk.id, ...assessed } })
  const step = { title: `Save ${word}`, measure: `${word} floats`, dueOn: new Date('2026-09-01'), createdAt }
  await ctx.db.riskAction.create({ data: { workspaceId, riskId: risk.id, number, ownerId, ...step } })
  const lived = { likelihood: 3, impact: 3, expiresOn: new Date('2026-01-01'), proposedById: ownerId }
  const reason = `${word} is dear`
  await ctx.db.riskAcceptance.create({
    data: { workspaceId, riskId: risk.id, reason, ...lived, proposedAt: createdAt },
  })
}

/** A KPI with a value, a rule and an alert. */
async function count(ctx: Context, { word, ownerId, number }: { word: string; ownerId: string; number: number }) {
  const { id: workspaceId } = ctx.workspace
  const createdAt = toDate(ctx.now)
  const watched = { layer: 'operational', direction: 'up', period: 'day', ownerId, createdAt }
  const { id: kpiId } = await ctx.db.kpi.create({
    data: { workspaceId, key: word.toLowerCase(), name: `Yield of ${word}`, ...watched },
  })
  await ctx.db.kpiSettings.create({ data: { workspaceId, lastRule: number } })
  const rule = { terms: { kind: 'above', bound: '4', inARow: 1 }, severity: 'high', standing: AT_FIRST }
  const { id } = await ctx.db.kpiRule.create({ data: { workspaceId, kpiId, number, ...rule, createdAt } })
  await holdAlerts(ctx.db, workspaceId)
  await ctx.db.alertSettings.update({ where: { workspaceId }, data: { lastAlert: number - 1 } })
  const about = { flow: 'kpi', rule: id, subject: `kpi:${kpiId}`, about: word, severity: 'high' as const, ownerId }
  await raiseAll(ctx, [{ ...about, firings: 1, card: (locale) => ({ locale, summary: word, blocks: [] }) }])
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
  ...(['standup', 'openRun', 'closedRun', 'entry', 'question', 'blocker', 'blockerRef'] as const),
  ...(['lead', 'participant', 'channel', 'absence', 'post'] as const),
  ...(['escalation', 'policy', 'complaint', 'reference', 'clock', 'rule', 'draft'] as const),
  ...(['token', 'deadPost', 'deadTimer'] as const),
  ...(['cycle', 'objective', 'keyResult', 'objectiveRef', 'keyResultRef'] as const),
  ...(['risk', 'riskRef', 'category', 'action', 'actionRef', 'acceptance'] as const),
  ...(['kpi', 'kpiKey', 'kpiRule', 'alert', 'alertRef', 'reportPlan'] as const),
]

/** The stand-up, the escalation and the complaint of this name, each with what belongs to it. */
export const idsOf = async (house: House, name: string): Promise<Ids> => ({
  ...(await standupIdsOf(house, name)),
  ...(await worryIdsOf(house, name)),
})

async function worryIdsOf({ db }: House, word: string) {
  const complaint = await db.complaint.findFirstOrThrow({ where: { customer: { name: `${word} Ltd.` } } })
  const of = { where: { workspaceId: complaint.workspaceId } }
  const objective = await db.okrObjective.findFirstOrThrow({ ...of, include: { keyResults: true } })
  const risk = await db.risk.findFirstOrThrow({ ...of, include: { actions: true, acceptances: true } })
  const kpi = await db.kpi.findFirstOrThrow({ ...of, include: { rules: true } })
  const alert = await db.alert.findFirstOrThrow(of)
  return {
    ...{ risk: risk.id, riskRef: `R-${risk.number}`, category: risk.categoryId },
    ...{ action: risk.actions[0]?.id ?? '', actionRef: `RA-${risk.number}` },
    acceptance: risk.acceptances[0]?.id ?? '',
    ...{ kpi: kpi.id, kpiKey: kpi.key, kpiRule: kpi.rules[0]?.id ?? '' },
    ...{ alert: alert.id, alertRef: `A-${alert.number}` },
    reportPlan: (await db.reportPlan.findFirstOrThrow(of)).id,
    ...{ cycle: objective.cycleId, objective: objective.id, keyResult: objective.keyResults[0]?.id ?? '' },
    ...{ objectiveRef: `O-${objective.number}`, keyResultRef: `KR-${objective.number}` },
    escalation: (await db.escalation.findFirstOrThrow({ where: { about: word } })).id,
    policy: (await db.escalationPolicy.findFirstOrThrow({ where: { name: word } })).id,
    complaint: complaint.id,
    reference: writeReference(complaint.number),
    clock: (await db.complaintClock.findFirstOrThrow(of)).id,
    rule: (await db.complaintRule.findFirstOrThrow(of)).id,
    draft: (await db.complaintDraft.findFirstOrThrow(of)).id,
    token: (await db.apiToken.findFirstOrThrow(of)).id,
    deadPost: `post:${(await db.post.findFirstOrThrow({ where: { key: `worry/${word}` } })).id}`,
    deadTimer: `timer:${(await db.timer.findFirstOrThrow({ where: { subject: word } })).id}`,
  }
}

async function standupIdsOf({ db }: House, name: string) {
  const { id: standup, leadId: lead, channelId: channel } = await db.standup.findFirstOrThrow({ where: { name } })
  const runs = await db.standupRun.findMany({ where: { standupId: standup }, orderBy: { date: 'asc' } })
  const [closedRun, openRun] = runs.map(({ id }) => id)
  const of = { where: { standupId: standup } }
  const others = { standupId: standup, memberId: { not: lead } }
  const blocker = await db.standupBlocker.findFirstOrThrow(of)
  const absence = await db.absence.findFirst({ where: { memberId: lead } })
  return {
    ...{ standup, lead, channel, openRun: openRun ?? '', closedRun: closedRun ?? '', absence: absence?.id ?? '' },
    entry: (await db.standupEntry.findFirstOrThrow({ where: { runId: openRun ?? '', memberId: lead } })).id,
    question: (await db.standupQuestion.findFirstOrThrow(of)).id,
    blocker: blocker.id,
    blockerRef: `B-${blocker.number}`,
    participant: (await db.standupParticipant.findFirstOrThrow({ where: others })).memberId,
    post: (await db.post.findFirstOrThrow({ where: { key: `standup/run/${openRun}/card` } })).key,
  }
}

/** Every entry of this table of contents of all flows, as `<flow>.<name>`; commands by the word that they follow. */
export const allOf = (table: 'buttons' | 'forms' | 'commands' | 'timers'): string[] =>
  flows
    .flatMap((flow) => {
      const prefix = table === 'commands' ? (flow.word ?? flow.name) : flow.name
      return Object.keys(flow[table]).map((name) => `${prefix}.${name}`)
    })
    .sort()
