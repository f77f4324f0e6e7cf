import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Audience,
  audienceOf,
  type Facts,
  lastAudience,
  type Person,
} from '../../../src/escalation/rules/audience.ts'
import type { Tell } from '../../../src/escalation/rules/policy.ts'

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  managerId: null,
  backupId: null,
  status: 'here',
  ...more,
})

const factsOf = (people: readonly Person[], more: Partial<Facts> = {}): Facts => ({
  ownerId: 'ben',
  people: new Map(people.map((one) => [one.id, one])),
  admins: ['ada'],
  unreachable: new Set(),
  openChannels: new Set(),
  ...more,
})

const inWords = ({ told, passed }: Audience) => [
  told.map((one) => ('memberId' in one ? one.memberId : `#${one.channelId}`)).join(' '),
  ...passed.map(({ reason, memberId, channelId }) => `${reason} ${memberId ?? channelId ?? ''}`.trim()),
]
const ask = (to: Exclude<Tell['to'], 'member' | 'channel'>, facts: Facts) =>
  inWords(audienceOf({ tell: { to } }, facts))

const ADA = person('ada')
const BEN = person('ben', { managerId: 'mei', backupId: 'ana' })
const MEI = person('mei', { managerId: 'ada' })
const ANA = person('ana')
const ALL = [ADA, BEN, MEI, ANA]
const but = (...changed: Person[]) => [...ALL, ...changed]

describe('whom a step means', () => {
  it.each([
    ['owner', ['ben']],
    ['backup', ['ana']],
    ['manager', ['mei']],
    ['managers-manager', ['ada']],
    ['admins', ['ada']],
  ] as const)('is the %s while everybody is here', (to, told) => {
    expect(ask(to, factsOf(ALL))).toEqual(told)
  })

  it.each([
    ['the backup of who is away', but(person('ben', { ...BEN, status: 'away' })), ['ana', 'away ben']],
    ['the manager of who has left', but(person('ben', { ...BEN, status: 'left' })), ['mei', 'left ben']],
    [
      'the manager where the backup is away too',
      but(person('ben', { ...BEN, status: 'away' }), person('ana', { status: 'away' })),
      ['mei', 'away ben', 'away ana'],
    ],
    ['nobody where the chain ends', but(person('ben', { status: 'away' })), ['', 'away ben', 'no-manager ben']],
  ])('is %s', (_, people, words) => {
    expect(ask('owner', factsOf(people))).toEqual(words)
  })

  it('passes over who could not be reached', () => {
    expect(ask('owner', factsOf(ALL, { unreachable: new Set(['ben', 'ana']) }))).toEqual([
      'mei',
      'unreachable ben',
      'unreachable ana',
    ])
  })

  it('respects working hours only where the step does', () => {
    const facts = factsOf(but(person('ben', { ...BEN, status: 'off-hours' })))

    expect(inWords(audienceOf({ tell: { to: 'owner' } }, facts))).toEqual(['ben'])
    expect(inWords(audienceOf({ tell: { to: 'owner' }, respectWorkingHours: true }, facts))).toEqual([
      'ana',
      'off-hours ben',
    ])
  })

  it('ends a circle of managers at the administrators', () => {
    const circle = [
      ADA,
      person('ben', { managerId: 'mei', status: 'away' }),
      person('mei', { managerId: 'ben', status: 'away' }),
    ]

    expect(ask('owner', factsOf(circle))).toEqual(['ada', 'away ben', 'away mei', 'loop ben'])
    expect(ask('managers-manager', factsOf(circle))).toEqual(['ada', 'loop ben'])
  })

  it('tells administrators who are away when none is here', () => {
    expect(ask('admins', factsOf([person('ada', { status: 'away' })]))).toEqual(['ada'])
    expect(
      ask('admins', factsOf([person('ada', { status: 'away' }), person('eve')], { admins: ['ada', 'eve'] })),
    ).toEqual(['eve', 'away ada'])
    expect(ask('admins', factsOf([], { admins: [] }))).toEqual(['', 'no-admins'])
  })

  it.each([
    ['owner', ['mei', 'conflict ben']],
    ['backup', ['mei', 'conflict ben']],
    ['manager', ['mei']],
    ['managers-manager', ['ada']],
  ] as const)('is nobody whom the owner has chosen to stand in when it is about the owner: %s', (to, told) => {
    expect(ask(to, factsOf(ALL, { excluded: new Set(['ben']) }))).toEqual(told)
  })

  it('is not the backup whom it is about, nor theirs, nor such an administrator', () => {
    const away = but(person('ben', { ...BEN, status: 'away' }), person('ana', { backupId: 'ada' }))
    const excluded = new Set(['ana', 'ada'])

    expect(ask('owner', factsOf(away, { excluded }))).toEqual(['mei', 'away ben', 'conflict ana'])
    expect(ask('admins', factsOf(ALL, { excluded }))).toEqual(['', 'conflict ada', 'no-admins'])
    expect(inWords(lastAudience(null, factsOf(ALL, { excluded })))).toEqual(['', 'conflict ada', 'no-admins'])
    expect(inWords(audienceOf({ tell: { to: 'member', memberId: 'ana' } }, factsOf(ALL, { excluded })))).toEqual([
      '',
      'conflict ana',
      'no-manager ana',
    ])
  })

  it('falls back to the administrators when there is no channel that is open', () => {
    expect(inWords(lastAudience('alarm', factsOf(ALL, { openChannels: new Set(['alarm']) })))).toEqual(['#alarm'])
    expect(inWords(lastAudience('alarm', factsOf(ALL)))).toEqual(['ada', 'closed alarm'])
    expect(inWords(lastAudience(null, factsOf(ALL)))).toEqual(['ada'])
  })
})

const IDS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']
const link = fc.option(fc.constantFrom(...IDS))
const company = fc
  .tuple(
    ...IDS.map((id) =>
      fc.record({
        id: fc.constant(id),
        managerId: link,
        backupId: link,
        status: fc.constantFrom('here', 'away', 'left', 'off-hours') satisfies fc.Arbitrary<Person['status']>,
      }),
    ),
  )
  .map((people): Person[] => people as Person[])
const ROLES = ['owner', 'backup', 'manager', 'managers-manager', 'admins'] as const

describe('in any company, with whatever circles', () => {
  const cases = fc.record({
    people: company,
    to: fc.constantFrom(...ROLES),
    admins: fc.uniqueArray(fc.constantFrom(...IDS)),
    unreachable: fc.uniqueArray(fc.constantFrom(...IDS)),
    excluded: fc.uniqueArray(fc.constantFrom(...IDS)),
    isRespectful: fc.boolean(),
  })
  const audience = ({
    people,
    to,
    admins,
    unreachable,
    excluded,
    isRespectful,
  }: typeof cases extends fc.Arbitrary<infer T> ? T : never) =>
    audienceOf(
      { tell: { to }, ...(isRespectful && { respectWorkingHours: true as const }) },
      factsOf(people, {
        ...{ ownerId: 'p0', admins },
        ...{ unreachable: new Set(unreachable), excluded: new Set(excluded) },
      }),
    )

  it('the chain ends, names nobody twice, and says why when nobody is told', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { told, passed } = audience(one)
        const judged = [...told, ...passed.filter(({ reason }) => !/^(loop|no-)/.test(reason))].map((of) =>
          'memberId' in of ? of.memberId : '',
        )

        expect(new Set(judged).size).toBe(judged.length)
        expect(told.length + passed.length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('nobody is told who has left, could not be reached or is excluded', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const target of audience(one).told) {
          const told = one.people.find((someone) => 'memberId' in target && someone.id === target.memberId)
          expect(told?.status).not.toBe('left')
          expect(one.unreachable).not.toContain(told?.id)
          expect(one.excluded).not.toContain(told?.id)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
