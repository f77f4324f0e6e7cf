import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealAudit } from '../../../../src/audit/seal.ts'
import { verifyAudit } from '../../../../src/audit/verify.ts'
import type { Reply } from '../../../../src/flow.ts'
import { approvalOf, newestProposal } from '../../../../src/flows/complaint/path/store/proposals.ts'
import { canMove, type State, stepsNow } from '../../../../src/flows/complaint/rules/path.ts'
import type { Complaint } from '../../../../src/flows/complaint/store/complaints.ts'
import type { Happening } from '../../../../src/flows/complaint/store/entries.ts'
import type { House } from '../../../support/house.ts'
import { fileOne, nowOf, openOffice, refOf } from '../office.ts'

let house: House
const ids = new Map<string, string>()
const reached = new Set<State>()
beforeAll(async () => {
  house = await openOffice()
  for (const who of PEOPLE) ids.set(who, (await house.member(who)).id)
})
afterAll(() => house.close())

const PEOPLE = ['ben', 'ben', 'mei', 'mei', 'kai', 'lin', 'ana', 'tom'] as const
const DEEDS = [
  'acknowledge',
  'investigate',
  'propose',
  'propose We refund it.',
  'approve',
  'reject',
  'reply',
  'close',
  'reopen She calls again.',
  'withdraw She says all is well.',
  'merge into C-ONE',
  'merge into C-OTHER',
  'assign <@ana>',
  'assign <@kai>',
  'assign <@ben>',
  'assign me',
  'classify s1',
  'classify s2 product',
  'classify s4',
  'take',
  'wait',
] as const
/** `onward`: the administrator does what the path asks for next. */
type Act = { who: (typeof PEOPLE)[number]; deed: 'onward' | (typeof DEEDS)[number]; which: 0 | 1 }

const acts = fc.array(
  fc.record({
    who: fc.constantFrom(...PEOPLE),
    deed: fc.oneof(fc.constant('onward' as const), fc.constantFrom(...DEEDS)),
    which: fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const),
  }),
  { minLength: 8, maxLength: 20 },
)

it('leaves a legal state, a whole audit trail, a story along the path and sound clocks, whatever people do', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.constantFrom(1 as const, 2 as const, 3 as const), async (sequence, severity) => {
      const complaints = [await fileOne(house, { severity }), await fileOne(house)] as const
      for (const act of sequence) await perform(act, complaints)

      for (const complaint of complaints) await mustBeSound(await nowOf(house, complaint))
    }),
    { numRuns: 8, seed: 20260302 },
  )
  expect([...reached]).toEqual(expect.arrayContaining(['replied', 'closed', 'reopened', 'merged']))
  await sealAudit(house.db)
  while ((await sealAudit(house.db)) > 0);
  expect(await verifyAudit(house.db, house.workspace.id)).toMatchObject({ brokenAt: null })
}, 180_000)

async function perform({ who, deed, which }: Act, complaints: readonly [Complaint, Complaint]): Promise<void> {
  const person = house.as(who)
  if (deed === 'wait') return house.advanceTo(house.now().add({ hours: 5 }).toString())
  if (deed === 'take') {
    const walk = house.directTo(who).findLast(({ key }) => key.startsWith('escalation/'))
    const isOpen = walk?.card.blocks.some(
      (block) => block.kind === 'buttons' && block.buttons[0]?.label === 'I take it',
    )
    if (walk && isOpen) await person.press(walk.card, 'I take it')
    return
  }
  if (deed === 'onward') return onward(complaints[which])
  const [word = '', ...rest] = deed.split(' ')
  const [one, other] = which === 0 ? complaints : [complaints[1], complaints[0]]
  const tail = rest.join(' ').replace('C-ONE', refOf(one)).replace('C-OTHER', refOf(other))
  await answer(who, await person.command(`/complaint ${word} ${refOf(one)} ${tail}`))
}

async function onward(complaint: Complaint): Promise<void> {
  const { state } = await nowOf(house, complaint)
  const [step] = stepsNow(state, await approvalOf(house.db, { ...complaint, state }))
  if (!step) return
  const pending = await newestProposal(house.db, complaint.id)
  const asked = PEOPLE.find((who) => step === 'approve' && ids.get(who) === pending?.approverId)
  await answer(asked ?? 'mei', await house.as(asked ?? 'mei').command(`/complaint ${step} ${refOf(complaint)} again`))
}

/** Fills in what is asked, and confirms what is asked for. */
async function answer(who: Act['who'], reply: Reply): Promise<void> {
  const person = house.as(who)
  if (reply.kind === 'form') {
    const typed = Object.fromEntries(
      reply.form.fields.flatMap((field) => (field.kind === 'text' ? [[field.name, 'He was billed twice.']] : [])),
    )
    await answer(who, await person.submit(reply.form, { ...typed, ...(typed.owner ? { owner: 'ana' } : {}) }))
    return
  }
  if (reply.kind !== 'card') return
  const buttons = reply.card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  const confirming = buttons.find(({ action }) => /^complaint\.(merge-for-good|close-now)$/.test(action))
  if (confirming) await person.press(reply.card, confirming.label)
}

const LEADS_TO: Partial<Record<Happening, State>> = {
  acknowledged: 'acknowledged',
  investigated: 'investigating',
  proposed: 'proposed',
  rejected: 'investigating',
  replied: 'replied',
  closed: 'closed',
  reopened: 'reopened',
  merged: 'merged',
  withdrawn: 'withdrawn',
}

async function mustBeSound(complaint: Complaint): Promise<void> {
  const entries = await house.db.complaintEntry.findMany({
    where: { complaintId: complaint.id },
    orderBy: { id: 'asc' },
  })
  let state: State = 'received'
  for (const { kind } of entries) {
    const next = LEADS_TO[kind as Happening]
    if (next) expect([kind, state, next === state || canMove(state, next)]).toEqual([kind, state, true])
    state = next ?? state
    reached.add(state)
  }
  expect(complaint.state).toBe(state)
  expect(complaint.reopenings).toBe(entries.filter(({ kind }) => kind === 'reopened').length)
  await mustHaveSoundClocks(complaint)
  await mustNotApproveItself(complaint)
  const told = await house.db.auditEntry.count({ where: { subject: `complaint:${complaint.id}` } })
  expect(told).toBeGreaterThanOrEqual(entries.length)
}

async function mustHaveSoundClocks({ id, state }: Complaint): Promise<void> {
  const clocks = await house.db.complaintClock.findMany({
    where: { complaintId: id },
    include: { ledger: { orderBy: { id: 'asc' } } },
  })
  expect(clocks.length).toBeGreaterThanOrEqual(2)
  for (const { kind, ledger, ...clock } of clocks) {
    const events = ledger.map(({ event }) => event)
    const ends = events.filter((event) => event === 'met' || event === 'stopped')
    const isOver = ['met', 'stopped'].includes(clock.state)
    expect(events[0]).toBe('started')
    expect(ends).toEqual(isOver ? [clock.state] : [])
    expect(isOver ? events.at(-1) : clock.state).toBe(clock.state)
    expect(events.filter((event) => event === 'breached').length).toBe(clock.breachedAt ? 1 : 0)
    expect(ledger.map(({ at }) => at.getTime())).toEqual(ledger.map(({ at }) => at.getTime()).toSorted((a, b) => a - b))
    if (kind === 'acknowledge') expect([state, isOver]).toEqual([state, state !== 'received'])
    if (['replied', 'closed', 'merged', 'withdrawn'].includes(state)) expect(isOver).toBe(true)
  }
  const running = clocks.filter((clock) => clock.kind === 'reply' && clock.state === 'running').length
  expect(running).toBe(['replied', 'closed', 'merged', 'withdrawn'].includes(state) ? 0 : 1)
}

async function mustNotApproveItself({ id }: Complaint): Promise<void> {
  const decided = await house.db.complaintProposal.findMany({ where: { complaintId: id, NOT: { decidedById: null } } })
  for (const { byId, decidedById } of decided) expect(decidedById).not.toBe(byId)
  const waiting = await house.db.complaintProposal.count({ where: { complaintId: id, state: 'pending' } })
  expect(waiting).toBeLessThanOrEqual(1)
}
