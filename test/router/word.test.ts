import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flows } from '../../src/flows.ts'
import { read } from '../escalation/office.ts'
import { cardOf, formOf, type House, openHouse } from '../support/house.ts'

describe('a flow whose commands follow another one’s word', () => {
  let house: House
  const send = (flow: string, text: string) => house.as('ada').send({ kind: 'command', flow, text })

  beforeEach(async () => {
    house = await openHouse({
      flows,
      now: '2026-03-02T08:00:00Z',
      people: [
        { handle: 'ada', administrator: true },
        { handle: 'mei', locale: 'zh-CN' },
      ],
    })
  })
  afterEach(() => house.close())

  it('is run by that word, its first word says what, and without one all are listed', async () => {
    expect(read(await house.as('ada').command('/ops policy'))).toContain('Standard – 4 steps')
    expect(read(await house.as('ada').command('/ops policy list'))).toContain('Standard – 4 steps')
    expect(formOf(await house.as('ada').command('/ops POLICY new')).id).toBe('escalation.new')
    expect(read(await house.as('ada').command('/ops policy try <@mei>'))).toContain('if it were Mei’s now')
    expect(read(await house.as('mei').command('/ops 策略 试算'))).toContain('如果现在由 Mei 负责')
  })

  it('is found in every help, in its own words and under no other one', async () => {
    const mine = read(await house.as('ada').command('/ops policy help'))
    const helps = [
      await house.as('ada').command('/ops help'),
      await house.as('ada').command('/ops'),
      await send('help', ''),
    ]

    for (const help of helps) {
      expect(read(help)).toContain('/ops policy [list|show|new|edit|try]')
      expect(read(help)).not.toContain('/escalation')
    }
    expect(mine).toContain('/ops policy try [policy] [@owner]')
    expect(mine).toContain('[/ops policy list] [/ops policy show] [/ops policy new]')
  })

  it('is no word of its own', async () => {
    expect(cardOf(await send('escalation', 'list')).summary).toBe('I don’t know /escalation.')
  })

  it('says what is possible when the word after it is unknown, and the nearest one runs by a press', async () => {
    const wrong = await house.as('ada').command('/ops policy lst')
    const chinese = await house.as('mei').command('/ops 策略 查')

    expect(read(wrong)).toContain('I don’t know /ops policy lst.')
    expect(read(wrong)).toContain('/ops policy edit [policy]')
    expect(read(await house.as('ada').press(cardOf(wrong), 'Did you mean /ops policy list?'))).toContain('Standard')
    expect(read(chinese)).toContain('没有 /ops policy 查 这个命令。')
    expect(read(await house.as('mei').press(cardOf(chinese), '是要 /ops policy 查看 吗？'))).toContain('立即：负责人')
  })

  it('is near to what is typed wrongly after the word', async () => {
    const wrong = cardOf(await house.as('ada').command('/ops polcy list'))

    expect(read(await house.as('ada').press(wrong, 'Did you mean /ops policy?'))).toContain('Standard')
  })

  it('is heard as a message', async () => {
    await house.as('ada').dm('ops policy try')

    expect(read({ kind: 'card', card: house.as('ada').lastDirect().card })).toContain('if it were Ada’s now')
  })

  it('is offered once, under that word', () => {
    const offered = house.door.commands.filter(({ command }) => command === 'policy')

    expect(offered).toMatchObject([{ flow: 'ops', command: 'policy' }])
    expect(house.door.commands.map(({ flow }) => flow)).not.toContain('escalation')
  })
})
