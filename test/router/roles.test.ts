import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Form } from '../../src/chat/form.ts'
import type { Reply } from '../../src/flow.ts'
import { formOf, type House } from '../support/house.ts'
import { rowsOf } from '../support/rows.ts'
import { allOf, type Ids, idsOf, twoCompanies } from './two-companies.ts'

/** For whom a deed is; the administrators may do what the lead may. */
type For = 'lead' | 'those who belong' | 'participants' | 'colleagues' | 'oneself' | 'administrators'

const BUTTONS: Record<string, For> = {
  'standup.new': 'colleagues',
  'standup.edit': 'lead',
  'standup.show': 'colleagues',
  'standup.pause': 'lead',
  'standup.resume': 'lead',
  'standup.delete': 'lead',
  'standup.delete-for-good': 'lead',
  'standup.start': 'lead',
  'standup.status': 'colleagues',
  'standup.history': 'those who belong',
  'standup.export': 'those who belong',
  'standup.answer': 'participants',
  'standup.skip': 'participants',
  'standup.resolve': 'those who belong',
  'standup.full': 'colleagues',
  'ops.back': 'oneself',
  'ops.cancel-absence': 'oneself',
  'ops.give-up-admin': 'oneself',
}

/** What is typed after each command to do it to Ben, to his stand-up or with it. */
const COMMANDS: Record<string, { for: For; typed: (ids: Ids) => string }> = {
  ...Object.fromEntries(
    Object.entries(BUTTONS)
      .filter(([name]) => allOf('commands').includes(name))
      .map(([name, who]) => [name, { for: who, typed: () => (name === 'standup.skip' ? '' : 'Orion') }]),
  ),
  'standup.list': { for: 'colleagues', typed: () => '' },
  'ops.': { for: 'colleagues', typed: () => '' },
  'ops.help': { for: 'colleagues', typed: () => '' },
  'ops.upcoming': { for: 'oneself', typed: () => '<@ben>' },
  'ops.me': { for: 'oneself', typed: () => '<@ben>' },
  'ops.away': { for: 'oneself', typed: () => '' },
  'ops.back': { for: 'oneself', typed: () => '<@ben>' },
  'ops.manager': { for: 'administrators', typed: () => '<@ben> <@tom>' },
  'ops.admin': { for: 'administrators', typed: () => 'grant <@ben>' },
}

const FORMS: Record<string, { for: For; context: (ids: Ids) => string }> = {
  'standup.new': { for: 'colleagues', context: () => '' },
  'standup.edit': { for: 'lead', context: ({ standup }) => `${standup} 1` },
  'standup.answer': { for: 'participants', context: ({ openRun }) => openRun },
  'standup.skip': { for: 'participants', context: ({ openRun }) => openRun },
  'ops.me': { for: 'oneself', context: () => '' },
  'ops.away': { for: 'oneself', context: () => '' },
  'ops.manager': { for: 'administrators', context: () => '' },
}

/** Who may not: Tom takes part, Ana does not; neither leads nor administers anything. */
const REFUSED: Record<For, readonly string[]> = {
  lead: ['tom', 'ana'],
  'those who belong': ['ana'],
  participants: ['ana'],
  administrators: ['tom', 'ana'],
  colleagues: [],
  oneself: [],
}

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

  const about = (action: string): string => {
    if (['standup.answer', 'standup.skip', 'standup.full'].includes(action)) return ids.openRun
    if (action === 'standup.resolve') return `${ids.blocker} ${ids.closedRun}`
    return action.startsWith('ops.') ? ids.absence : ids.standup
  }
  const press = (who: string, action: string) => house.as(who).send({ kind: 'press', action, value: about(action) })
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
    ...Object.entries(BUTTONS).map(([name, who]) => ({ deed: `the button ${name}`, who, name, send: press })),
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

  it('leaves it to the lead and the administrators to change a stand-up', async () => {
    for (const who of ['ben', 'mei']) expect(formOf(await press(who, 'standup.edit')).id).toBe('standup.edit')
  })
})
