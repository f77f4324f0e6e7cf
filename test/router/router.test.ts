import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { show } from '../../src/flow.ts'
import { cardOf, type House, openHouse } from '../support/house.ts'
import { cardSaying, toyFlow } from '../support/toy-flow.ts'

describe('the router', () => {
  let house: House
  let toy: ReturnType<typeof toyFlow>
  const command = (text: string) => ({ kind: 'command' as const, flow: 'toy', text })

  beforeEach(async () => {
    toy = toyFlow()
    house = await openHouse({
      flows: [toy.flow],
      now: '2026-11-23T08:00:00Z',
      people: [
        { handle: 'mei', locale: 'zh-CN' },
        { handle: 'ben' },
        { handle: 'gast', kind: 'guest' },
        { handle: 'robot', kind: 'bot' },
        { handle: 'left', active: false },
      ],
    })
  })
  afterEach(() => house.close())

  it('does the same inbound once, however often and however simultaneously it comes', async () => {
    const ben = house.as('ben')
    await ben.command('/toy help')

    const replies = await Promise.all(
      Array.from({ length: 4 }, () => ben.send(command('count'), { receipt: 'event:1' })),
    )
    const later = await ben.send(command('count'), { receipt: 'event:1' })

    expect(replies.filter(({ kind }) => kind === 'card')).toHaveLength(1)
    expect(later.kind).toBe('nothing')
    expect(house.directTo('ben')).toHaveLength(1)
  })

  it('does an inbound whose first try died before its commit', async () => {
    const { run } = toy.flow.commands.count!
    const dying = { ...toy.flow.commands.count!, run: async () => Promise.reject(new Error('killed')) }
    Object.assign(toy.flow.commands, { count: dying })
    await expect(house.as('ben').send(command('count'), { receipt: 'event:1' })).rejects.toThrow('killed')
    Object.assign(toy.flow.commands, { count: { ...dying, run } })

    const reply = await house.as('ben').send(command('count'), { receipt: 'event:1' })

    expect(cardOf(reply).summary).toBe('counted 1')
  })

  it('changes nothing when a handler refuses, and says why', async () => {
    const reply = await house.as('ben').command('/toy refuse')

    expect(cardOf(reply)).toMatchObject({ tone: 'warning', summary: 'This is refused.' })
    expect(await house.db.post.findMany()).toEqual([])
  })

  it('refuses guests in words and answers other bots with silence', async () => {
    const [guest, robot] = [await house.as('gast').command('/toy count'), await house.as('robot').command('/toy count')]

    expect(cardOf(guest).summary).toContain('guests cannot use it')
    expect(robot).toEqual({ kind: 'nothing' })
    expect(toy.runs).toBe(0)
  })

  it('meets a person who writes for the first time twice at once as one member', async () => {
    await Promise.all([house.as('ben').command('/toy count'), house.as('ben').command('/toy count')])

    expect(await house.db.member.findMany({ where: { name: 'Ben' } })).toHaveLength(1)
  })

  it('reads a command in a direct message and answers in writing', async () => {
    await house.as('ben').dm('toy count')

    expect(house.directTo('ben').map(({ card }) => card.summary)).toEqual(['counted', 'counted 1'])
  })

  it('takes nothing that every object has for a button', async () => {
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(cardOf(await house.as('ben').send({ kind: 'press', action: `toy.${name}`, value: '' })).tone).toBe(
        'warning',
      )
  })

  it('does not hear who has left', async () => {
    expect(await house.as('left').command('/toy count')).toEqual({ kind: 'nothing' })
    expect(toy.runs).toBe(0)
  })

  it('says a refusal in writing as well', async () => {
    await house.as('ben').dm('/toy refuse')

    expect(house.directTo('ben').map(({ card }) => card.summary)).toEqual(['This is refused.'])
  })

  it('gives a message with a form a button that opens it', async () => {
    const form = { locale: 'en' as const, id: 'toy.form', title: 'New toy', submit: 'Save', fields: [] }
    Object.assign(toy.flow.commands, { new: { does: toy.flow.title, run: async () => ({ kind: 'form', form }) } })
    await house.as('ben').dm('toy new')

    const opened = await house.as('ben').press(house.as('ben').lastDirect().card, 'Open the form')

    expect(opened).toEqual({ kind: 'form', form })
  })

  it('gives a flow what people wrote with the names of those whom they mention', async () => {
    let heard = ''
    toy.flow.message = async (_ctx, text) => {
      heard = text
      return show(cardSaying('thanks'))
    }
    await house.as('ben').dm('ask <@mei> about <#general> & <b>')

    expect(heard).toBe('ask @Mei about #general & <b>')
  })

  it('answers a button of yesterday’s version with a sentence in the person’s language', async () => {
    const reply = await house.as('mei').send({ kind: 'press', action: 'toy.gone', value: '' })

    expect(cardOf(reply).summary).toContain('已失效')
  })

  it('answers an unknown subcommand with the help', async () => {
    const reply = await house.as('ben').command('/toy cuont')

    expect(cardOf(reply).summary).toContain('cuont')
    expect(JSON.stringify(cardOf(reply))).toContain('/toy count')
  })

  it('answers a command that nobody knows with the nearest one', async () => {
    const card = cardOf(await house.as('ben').send({ kind: 'command', flow: 'toi', text: 'count' }))

    expect(card.summary).toBe('I don’t know /toi.')
    expect(JSON.stringify(card)).toContain('Did you mean /toy help?')
  })
})
