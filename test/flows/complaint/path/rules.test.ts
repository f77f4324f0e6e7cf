import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../../../src/escalation/rules/audience.ts'
import { classesIn } from '../../../../src/flows/complaint/path/class-words.ts'
import { type ApprovalFacts, approverOf, mayStillApprove } from '../../../../src/flows/complaint/rules/approver.ts'
import { canMove, nextStates, type State, stepsNow } from '../../../../src/flows/complaint/rules/path.ts'

const STATES: readonly State[] = [
  'received',
  'acknowledged',
  'investigating',
  'proposed',
  'replied',
  'closed',
  'reopened',
  'merged',
  'withdrawn',
]

describe('the path of a complaint', () => {
  it('leads from receipt to closing through every state, and back by reopening', () => {
    const way: State[] = ['received', 'acknowledged', 'investigating', 'proposed', 'replied', 'closed', 'reopened']

    expect(way.slice(1).every((state, at) => canMove(way[at] as State, state))).toBe(true)
    expect(canMove('replied', 'reopened')).toBe(true)
    expect(canMove('proposed', 'investigating')).toBe(true)
  })

  it('ends where it was merged or withdrawn, and nothing is to be done there', () => {
    for (const end of ['merged', 'withdrawn'] as const) {
      expect(nextStates(end)).toEqual([])
      expect(stepsNow(end, 'not needed')).toEqual([])
    }
  })

  it('offers merging and withdrawing exactly where there is a way', () => {
    for (const state of STATES) {
      const steps = stepsNow(state, 'not needed')
      expect([state, steps.includes('merge'), steps.includes('withdraw')]).toEqual([
        state,
        canMove(state, 'merged'),
        canMove(state, 'withdrawn'),
      ])
    }
  })

  it('offers no reply while the approval is pending, and no decision otherwise', () => {
    expect(stepsNow('proposed', 'pending')).not.toContain('reply')
    expect(stepsNow('proposed', 'pending')).toContain('approve')
    for (const approval of ['given', 'not needed'] as const) {
      expect(stepsNow('proposed', approval)).toContain('reply')
      expect(stepsNow('proposed', approval)).not.toContain('approve')
    }
  })
})

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  managerId: null,
  backupId: null,
  status: 'here',
  ...more,
})
const BEN = person('ben', { managerId: 'kai' })
const KAI = person('kai', { backupId: 'lin' })
const LIN = person('lin')
const MEI = person('mei')
const ADA = person('ada')

const factsOf = (people: readonly Person[], more: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  ownerId: 'ben',
  people: new Map([BEN, KAI, LIN, MEI, ADA, ...people].map((one) => [one.id, one])),
  admins: ['ada', 'mei'],
  barred: new Set(['ben']),
  unreachable: new Set(),
  ...more,
})

describe('who approves', () => {
  it.each<[string, ApprovalFacts, string | null]>([
    ['the owner’s manager', factsOf([]), 'kai'],
    ['the manager outside working hours too', factsOf([{ ...KAI, status: 'off-hours' }]), 'kai'],
    ['the backup of a manager who is away', factsOf([{ ...KAI, status: 'away' }]), 'lin'],
    ['the backup of a manager whom nothing reaches', factsOf([], { unreachable: new Set(['kai']) }), 'lin'],
    ['an administrator where there is no manager', factsOf([person('ben')]), 'ada'],
    ['an administrator where manager and backup are away', bothAway(), 'ada'],
    ['not the backup of a manager who has left', factsOf([{ ...KAI, status: 'left' }]), 'ada'],
    ['not the backup of a manager whom it is about', factsOf([], { barred: new Set(['ben', 'kai']) }), 'ada'],
    ['not the manager who proposed it', factsOf([], { barred: new Set(['kai']) }), 'ada'],
    [
      'an administrator who is here before one who is away',
      factsOf([person('ben'), person('ada', { status: 'away' })]),
      'mei',
    ],
    ['an administrator who is away where there is no other', awayAdmin(), 'ada'],
    ['nobody, where everybody has a part in it', factsOf([], { barred: new Set(['ben', 'kai', 'ada', 'mei']) }), null],
    [
      'never the owner, though an administrator',
      factsOf([person('ben')], { admins: ['ben'], barred: new Set() }),
      null,
    ],
  ])('%s', (_, facts, approver) => {
    expect(approverOf(facts)).toBe(approver)
  })

  it('keeps whom it has asked while they are only away, and not when they have left or got a part in it', () => {
    expect(mayStillApprove('kai', factsOf([{ ...KAI, status: 'away' }]))).toBe(true)
    expect(mayStillApprove('kai', factsOf([{ ...KAI, status: 'left' }]))).toBe(false)
    expect(mayStillApprove('kai', factsOf([], { barred: new Set(['kai']) }))).toBe(false)
    expect(mayStillApprove('kai', factsOf([], { ownerId: 'kai' }))).toBe(false)
    expect(mayStillApprove('lin', factsOf([person('ben')]))).toBe(false)
  })

  it('is never the owner, nor anybody who is barred, unreachable or gone, whatever the links between people', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const some = fc.subarray(ids)
    const anybody = fc.option(fc.constantFrom(...ids), { nil: null })
    const people = fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          managerId: anybody,
          backupId: anybody,
          status: fc.constantFrom('here' as const, 'away' as const, 'left' as const, 'off-hours' as const),
        }),
      ),
    )
    fc.assert(
      fc.property(people, some, some, some, (everybody, admins, barred, unreachable) => {
        const facts: ApprovalFacts = {
          ownerId: 'a',
          people: new Map(everybody.map((one) => [one.id, one])),
          admins,
          barred: new Set(barred),
          unreachable: new Set(unreachable),
        }
        const approver = approverOf(facts)
        if (approver === null) return
        expect(approver).not.toBe('a')
        expect([...barred, ...unreachable]).not.toContain(approver)
        expect(facts.people.get(approver)?.status).not.toBe('left')
        expect(mayStillApprove(approver, facts)).toBe(true)
      }),
    )
  })
})

function bothAway(): ApprovalFacts {
  return factsOf([
    { ...KAI, status: 'away' },
    { ...LIN, status: 'away' },
  ])
}

function awayAdmin(): ApprovalFacts {
  return factsOf([person('ben'), person('ada', { status: 'away' })], { admins: ['ada'] })
}

describe('the words of a classification', () => {
  it.each([
    ['s2 billing', { severity: 2, type: 'billing' }],
    ['billing S2', { severity: 2, type: 'billing' }],
    ['Ｓ１', { severity: 1 }],
    ['3', { severity: 3 }],
    ['2级 账单', { severity: 2, type: 'billing' }],
    ['严重，产品', { wrong: { unknown: '严重,产品' } }],
    ['严重， 产品', { severity: 1, type: 'product' }],
    ['critical delivery', { severity: 1, type: 'delivery' }],
    ['服务类', { type: 'service' }],
    ['s1 s2', { wrong: 'twice' }],
    ['s5', { wrong: { unknown: 's5' } }],
    ['', {}],
  ])('%s', (typed, read) => {
    expect(classesIn(typed.split(' '))).toEqual(read)
  })
})
