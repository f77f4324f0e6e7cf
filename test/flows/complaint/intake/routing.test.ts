import { describe, expect, it } from 'vitest'
import type { Facts, Person } from '../../../../src/escalation/rules/audience.ts'
import { type Rule, winner } from '../../../../src/flows/complaint/rules/routing.ts'
import { chooseOwner } from '../../../../src/flows/complaint/rules/routing-owner.ts'

const rule = (id: string, given: Partial<Rule>): Rule => ({
  id,
  type: null,
  severity: null,
  product: null,
  keyword: null,
  ownerId: 'ben',
  channelId: null,
  ...given,
})
const kettleOnFire = { type: 'product', severity: 1, product: 'Kettle 2', text: 'It caught fire' } as const

describe('which rule wins', () => {
  it('is the first that fits', () => {
    const rules = [rule('a', { type: 'billing' }), rule('b', { severity: 1 }), rule('c', { type: 'product' })]

    expect(winner(rules, kettleOnFire)).toMatchObject({ rule: { id: 'b' }, place: 2, why: [{ kind: 'severity' }] })
  })

  it('has to fit in everything that it asks for', () => {
    const rules = [
      rule('a', { type: 'product', severity: 2 }),
      rule('b', { product: 'kettle', keyword: 'smoke, FIRE' }),
    ]

    expect(winner(rules, kettleOnFire)).toMatchObject({
      place: 2,
      why: [
        { kind: 'product', product: 'kettle' },
        { kind: 'keyword', word: 'fire' },
      ],
    })
  })

  it('is one without conditions when nothing before it fits, and none when there is none', () => {
    expect(winner([rule('a', { type: 'billing' }), rule('b', {})], kettleOnFire)).toMatchObject({ place: 2, why: [] })
    expect(winner([rule('a', { keyword: '起火、漏电' })], kettleOnFire)).toBeNull()
    expect(winner([rule('a', { keyword: '起火、漏电' })], { ...kettleOnFire, text: '水壶漏电了' })?.why).toEqual([
      { kind: 'keyword', word: '漏电' },
    ])
  })

  it('finds a keyword at the beginning of words only, and any sign in it', () => {
    expect(winner([rule('a', { keyword: 'ire' })], kettleOnFire)).toBeNull()
    expect(
      winner([rule('a', { keyword: 'c++ (x' })], { ...kettleOnFire, text: 'In C++ (x) it crashes' }),
    ).not.toBeNull()
  })
})

const person = (id: string, given: Partial<Person> = {}): [string, Person] => [
  id,
  { id, managerId: null, backupId: null, status: 'here', ...given },
]
const facts = (people: [string, Person][], given: Partial<Facts> = {}): Facts => ({
  ownerId: '',
  people: new Map(people),
  admins: ['ada'],
  unreachable: new Set(),
  openChannels: new Set(),
  ...given,
})
const BEN = [{ origin: 'rule' as const, memberId: 'ben' }]

describe('who gets it', () => {
  it('is whom the rule says', () => {
    expect(chooseOwner(BEN, facts([person('ben'), person('ada')]))).toEqual({
      ownerId: 'ben',
      origin: 'rule',
      passed: [],
    })
  })

  it('is the backup of whoever is away, and that one’s backup', () => {
    const people = [
      person('ben', { status: 'away', backupId: 'lin' }),
      person('lin', { status: 'away', backupId: 'ana' }),
      person('ana'),
    ]

    expect(chooseOwner(BEN, facts(people))).toMatchObject({
      ownerId: 'ana',
      passed: [{ memberId: 'ben' }, { memberId: 'lin' }],
    })
  })

  it('is the manager when no backup is there, and of whoever has left at once', () => {
    const away = [
      person('ben', { status: 'away', backupId: 'lin', managerId: 'kai' }),
      person('lin', { status: 'away' }),
    ]
    const left = [person('ben', { status: 'left', backupId: 'lin', managerId: 'kai' }), person('lin')]

    expect(chooseOwner(BEN, facts([...away, person('kai')]))?.ownerId).toBe('kai')
    expect(chooseOwner(BEN, facts([...left, person('kai')]))?.ownerId).toBe('kai')
  })

  it('is never whom the complaint names, wherever they stand', () => {
    const people = [person('ben', { backupId: 'lin', managerId: 'kai' }), person('lin'), person('kai'), person('ada')]

    expect(chooseOwner(BEN, facts(people, { unreachable: new Set(['ben']) }))?.ownerId).toBe('lin')
    expect(chooseOwner(BEN, facts(people, { unreachable: new Set(['ben', 'lin']) }))?.ownerId).toBe('kai')
    expect(chooseOwner(BEN, facts(people, { unreachable: new Set(['ben', 'lin', 'kai']) }))).toMatchObject({
      ownerId: 'ada',
      origin: 'admin',
    })
    expect(chooseOwner(BEN, facts(people, { unreachable: new Set(['ben', 'lin', 'kai', 'ada']) }))).toBeNull()
  })

  it('is the duty owner when nobody of the rule is there, and an administrator when nobody is on duty', () => {
    const candidates = [...BEN, { origin: 'duty' as const, memberId: 'mei' }]
    const people = [person('ben', { status: 'left' }), person('mei'), person('ada')]

    expect(chooseOwner(candidates, facts(people))).toMatchObject({ ownerId: 'mei', origin: 'duty' })
    expect(chooseOwner([], facts(people))).toMatchObject({ ownerId: 'ada', origin: 'admin' })
  })
})
