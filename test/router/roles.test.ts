import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Form } from '../../src/chat/form.ts'
import type { Reply } from '../../src/flow.ts'
import { formOf, type House } from '../support/house.ts'
import { rowsOf } from '../support/rows.ts'
import { alertRoles } from './roles/alert.ts'
import { complaintRoles } from './roles/complaint.ts'
import { escalationRoles } from './roles/escalation.ts'
import { kpiRoles } from './roles/kpi.ts'
import { okrRoles } from './roles/okr.ts'
import { opsRoles } from './roles/ops.ts'
import { reportRoles } from './roles/report.ts'
import { riskRoles } from './roles/risk.ts'
import { REFUSED, type Roles } from './roles/roles.ts'
import { standupRoles } from './roles/standup.ts'
import { allOf, type Ids, idsOf, twoCompanies } from './two-companies.ts'

const FLOWS = [
  standupRoles,
  complaintRoles,
  okrRoles,
  riskRoles,
  alertRoles,
  kpiRoles,
  escalationRoles,
  reportRoles,
  opsRoles,
]
const tableOf = <Table extends keyof Roles>(table: Table): Roles[Table] =>
  Object.assign({}, ...FLOWS.map((roles) => roles[table]))
const [BUTTONS, COMMANDS, FORMS] = [tableOf('buttons'), tableOf('commands'), tableOf('forms')]

describe('what somebody’s role does not allow', () => {
  let house: House
  let ids: Ids
  let before: Awaited<ReturnType<typeof rowsOf>>

  beforeAll(async () => {
    house = await twoCompanies()
    ids = await idsOf(house, 'Orion')
    before = await rowsOf(house.db, house.workspace.id)
  })
  afterAll(() => house.close())

  const press = (who: string, action: string) =>
    house.as(who).send({ kind: 'press', action, value: BUTTONS[action]?.value(ids) ?? '' })
  const type = (who: string, command: string) => {
    const [flow = '', name = ''] = command.split('.')
    const text = `${name} ${COMMANDS[command]?.typed(ids)}`
    return house.as(who).send({ kind: 'command', flow, text }, { channel: 'vault' })
  }
  const submit = (who: string, form: string) => {
    const fields: Form['fields'] = [{ kind: 'person', name: 'member', label: '' }]
    const context = FORMS[form]?.context(ids) ?? ''
    return house.as(who).submit({ locale: 'en', id: form, title: '', submit: '', context, fields }, { member: 'ben' })
  }
  const isRefused = (reply: Reply) =>
    reply.kind === 'invalid' || (reply.kind === 'card' && reply.card.tone === 'warning')
  const deeds = [
    ...Object.entries(BUTTONS).map(([name, { for: who }]) => ({ deed: `the button ${name}`, who, name, send: press })),
    ...Object.entries(COMMANDS).map(([name, { for: who }]) => ({ deed: `/${name}`, who, name, send: type })),
    ...Object.entries(FORMS).map(([name, { for: who }]) => ({ deed: `the form ${name}`, who, name, send: submit })),
  ]

  it('is known of everything that a flow takes', () => {
    expect(Object.keys(BUTTONS).sort()).toEqual(allOf('buttons'))
    expect(Object.keys(COMMANDS).sort()).toEqual(allOf('commands'))
    expect(Object.keys(FORMS).sort()).toEqual(allOf('forms'))
  })

  it.each(deeds)('is refused to guests and unheard of other bots: $deed', async ({ name, send }) => {
    const [guest, robot] = [await send('guest', name), await send('robo', name)]

    expect(isRefused(guest)).toBe(true)
    expect(JSON.stringify(guest)).not.toContain('Orion')
    expect(robot).toEqual({ kind: 'nothing' })
    expect(await rowsOf(house.db, house.workspace.id)).toEqual(before)
  })

  it.each(deeds.filter(({ who }) => REFUSED[who].length > 0))(
    'is refused in words and leaves everything as it was: $deed, for the $who',
    async ({ name, who, send }) => {
      for (const other of REFUSED[who]) expect(await send(other, name).then(isRefused), other).toBe(true)

      expect(await rowsOf(house.db, house.workspace.id)).toEqual(before)
    },
  )

  it.each(['ops.back', 'ops.cancel-absence', 'ops.give-up-admin'])(
    'touches nobody else’s own affairs by the button %s',
    async (action) => {
      for (const other of ['tom', 'ana']) await press(other, action)

      expect(await rowsOf(house.db, house.workspace.id)).toEqual(before)
    },
  )

  it.each(['standup.history', 'standup.status', 'standup.full'])(
    'is not refused where it is allowed: %s',
    async (action) => {
      expect(isRefused(await press('tom', action))).toBe(false)
      expect(isRefused(await press('mei', action))).toBe(false)
    },
  )

  it.each(['escalation.show', 'escalation.try', 'complaint.show', 'complaint.history', 'complaint.note'])(
    'is not asked of colleagues: %s',
    async (action) => {
      for (const who of ['tom', 'ana']) expect(isRefused(await press(who, action)), who).toBe(false)
    },
  )

  it('lets those whom it concerns ask why, and the owner ask for a form', async () => {
    for (const who of ['ben', 'mei']) expect(isRefused(await press(who, 'escalation.why'))).toBe(false)
    for (const who of ['ben', 'mei'])
      expect(formOf(await press(who, 'complaint.classify')).id).toBe('complaint.classify')
  })

  it('leaves it to the lead and the administrators to change a stand-up', async () => {
    for (const who of ['ben', 'mei']) expect(formOf(await press(who, 'standup.edit')).id).toBe('standup.edit')
  })
})
