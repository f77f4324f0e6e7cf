import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/flow.ts'
import { plan } from '../../src/timers/plan.ts'
import { act } from '../../src/world.ts'
import { formOf, type House } from '../support/house.ts'
import { rowsOf, unknownTables } from '../support/rows.ts'
import { alertCases } from './strangers/alert.ts'
import type { Cases } from './strangers/cases.ts'
import { complaintCases } from './strangers/complaint.ts'
import { escalationCases } from './strangers/escalation.ts'
import { kpiCases } from './strangers/kpi.ts'
import { okrCases } from './strangers/okr.ts'
import { opsCases } from './strangers/ops.ts'
import { reportCases } from './strangers/report.ts'
import { riskCases } from './strangers/risk.ts'
import { standupCases } from './strangers/standup.ts'
import { allOf, type Ids, idsOf, KINDS, RIVAL, SECRETS, twoCompanies } from './two-companies.ts'

const FLOWS = [
  standupCases,
  complaintCases,
  okrCases,
  riskCases,
  alertCases,
  kpiCases,
  escalationCases,
  reportCases,
  opsCases,
]
const tableOf = <Table extends keyof Cases>(table: Table): Cases[Table] =>
  Object.assign({}, ...FLOWS.map((cases) => cases[table]))

describe('a workspace beside another one in the same database', () => {
  let house: House
  let [theirs, own, nobodys]: Ids[] = []
  let before: Awaited<ReturnType<typeof everything>>
  const eve = () => house.as('eve', RIVAL)
  const everything = async () => ({
    rows: await rowsOf(house.db, house.workspace.id),
    heard: ['#vault', '@ben', '@mei', '@tom'].map((place) => house.chat.messages.filter((one) => one.place === place)),
  })

  beforeAll(async () => {
    house = await twoCompanies()
    ;[theirs, own] = [await idsOf(house, 'Orion'), await idsOf(house, 'Sunrise')]
    const unknown = Object.fromEntries(KINDS.map((kind) => [kind, randomUUID()])) as Ids
    nobodys = {
      ...unknown,
      reference: 'C-000999',
      blockerRef: 'B-999',
      objectiveRef: 'O-999',
      keyResultRef: 'KR-999',
      riskRef: 'R-999',
      actionRef: 'RA-999',
      kpiKey: 'kpi-999',
      alertRef: 'A-999',
      deadPost: 'post:999999',
      deadTimer: 'timer:999999',
    }
    before = await everything()
  })
  afterAll(() => house.close())

  /** With the other company's ids nothing else happens and is said than with ids that nobody ever had. */
  async function isStranger(send: (ids: Ids) => Promise<Reply>): Promise<void> {
    const unheard = house.directTo('eve').length
    const reply = withoutIds(await send(theirs as Ids), theirs as Ids)
    const asked = withoutIds(await send(nobodys as Ids), nobodys as Ids)

    const heard = inWords(house.directTo('eve').slice(unheard)).replaceAll('Orion', '')
    for (const secret of SECRETS) expect(`${reply}${heard}`).not.toContain(secret)
    expect(reply).toBe(asked)
    expect(await everything()).toEqual(before)
  }

  it('is tried with everything that a flow takes', async () => {
    for (const table of ['buttons', 'commands', 'forms', 'timers'] as const)
      expect(Object.keys(tableOf(table)).sort()).toEqual(allOf(table))
    expect(await unknownTables(house.db)).toEqual([])
    expect(Object.values(theirs as Ids)).not.toContain('')
  })

  it.each(Object.entries(tableOf('buttons')))(
    'learns and changes nothing by the button %s',
    async (action, valuesOf) => {
      for (const at of valuesOf(theirs as Ids).keys())
        await isStranger((ids) => eve().send({ kind: 'press', action, value: valuesOf(ids)[at] ?? '' }))
    },
  )

  it.each(Object.entries(tableOf('commands')))(
    'learns and changes nothing by the command %s',
    async (command, linesOf) => {
      const [flow = '', name = ''] = command.split('.')
      for (const at of linesOf(theirs as Ids).keys()) {
        const typed = (ids: Ids) => `${name} ${linesOf(ids)[at]}`.replace('Orion', ids === theirs ? 'Orion' : 'Mxxxq')
        await isStranger((ids) => eve().send({ kind: 'command', flow, text: typed(ids) }))
        await isStranger((ids) =>
          eve()
            .dm(`${flow} ${typed(ids)}`)
            .then(() => lastSaid(house)),
        )
      }
    },
  )

  it.each(Object.entries(tableOf('forms')))('learns and changes nothing by the form %s', async (form, sent) => {
    const whole = formOf(await eve().command('/standup new', 'lair'))
    const presets = { name: 'Mine', channel: 'lair', participants: ['eve'] }
    for (const { context, values } of sent) {
      const given = (ids: Ids) => ({ ...(form.startsWith('standup') && presets), ...values(ids, own as Ids) })
      await isStranger((ids) =>
        eve().submit({ ...whole, id: form, context: context(ids, own as Ids) }, { lead: 'eve', ...given(ids) }),
      )
    }
  })

  it.each(Object.entries(tableOf('timers')))(
    'does nothing there when a timer %s is planned about it',
    async (kind, subjectsOf) => {
      const workspace = await house.db.workspace.findFirstOrThrow({ where: { name: RIVAL } })
      const mine = await rowsOf(house.db, workspace.id)
      for (const subject of subjectsOf(theirs as Ids)) {
        const payload = { date: '2026-03-03' }
        await act(house.world, workspace, (ctx) => plan(ctx, { kind, subject, at: ctx.now, payload }))
      }
      await house.wake()

      const fired = await house.db.timer.findMany({
        where: { workspaceId: workspace.id, kind, subject: { in: subjectsOf(theirs as Ids) } },
      })
      expect(fired.map(({ firedAt, lastError }) => [firedAt !== null, lastError])).toEqual(
        fired.map(() => [true, null]),
      )
      expect(await everything()).toEqual(before)
      const { Timer: _, ...others } = mine
      expect(await rowsOf(house.db, workspace.id)).toMatchObject(others)
    },
  )

  it('waits for nobody there who holds these rows', async () => {
    const { standup, openRun, blocker, escalation, policy, complaint } = theirs as Ids
    const presses = {
      ...{ 'standup.skip': standup, 'standup.answer': openRun, 'standup.pause': standup },
      'standup.resolve': `${blocker} ${openRun}`,
      ...{ 'escalation.take': escalation, 'escalation.why': escalation, 'escalation.edit': policy },
      ...{ 'complaint.show': complaint, 'complaint.acknowledge': complaint },
    }

    const replies = await house.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Standup" WHERE "id" = ${standup} FOR UPDATE`
      await tx.$queryRaw`SELECT 1 FROM "StandupRun" WHERE "id" = ${openRun} FOR UPDATE`
      await tx.$queryRaw`SELECT 1 FROM "Escalation" WHERE "id" = ${escalation} FOR UPDATE`
      await tx.$queryRaw`SELECT 1 FROM "EscalationPolicy" WHERE "id" = ${policy} FOR UPDATE`
      await tx.$queryRaw`SELECT 1 FROM "Complaint" WHERE "id" = ${complaint} FOR UPDATE`
      const sent = Object.entries(presses).map(([action, value]) => eve().send({ kind: 'press', action, value }))
      return Promise.race([Promise.all(sent), sleep(3_000, 'they still wait')])
    })

    expect(replies).toHaveLength(9)
  })

  it('resolves nobody else’s blocker and redraws nobody else’s digest along with its own', async () => {
    const { openRun, question, blocker } = own as Ids
    const pressed = await eve().send({ kind: 'press', action: 'standup.answer', value: openRun })
    const form = formOf(pressed)

    await eve().submit(form, { [question]: 'Sold', resolved: [(theirs as Ids).blocker] })
    await eve().send({ kind: 'press', action: 'standup.resolve', value: `${blocker} ${(theirs as Ids).closedRun}` })

    expect((await house.db.standupBlocker.findUnique({ where: { id: blocker } }))?.resolvedAt).not.toBeNull()
    expect(await everything()).toEqual(before)
  })
})

/** The reply in words in which one id looks like any other. */
function withoutIds(reply: unknown, ids: Ids): string {
  // The longest first: R-901 is a part of KR-901.
  return Object.values(ids)
    .toSorted((a, b) => b.length - a.length)
    .reduce((words, id) => words.replaceAll(id, 'ID'), inWords(reply))
    .replaceAll(/Orion|Mxxxq/g, 'NAME')
}

const inWords = (what: unknown): string => JSON.stringify(what, (key, value) => (key === 'png' ? 'a picture' : value))

const lastSaid = async (house: House): Promise<Reply> => ({
  kind: 'card',
  card: house.as('eve', RIVAL).lastDirect().card,
})
