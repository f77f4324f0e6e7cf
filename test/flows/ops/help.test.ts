import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardOf, type House } from '../../support/house.ts'
import { openOffice, read } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

it.each(['/ops', '/ops help', '/ops 帮助', '/ops ?'])('%s lists the commands of every flow', async (typed) => {
  const help = read(await house.as('ada').command(typed))

  expect(help).toContain('/ops away [first day] [last day] [@backup] – say when you are away and who stands in')
  expect(help).toContain('Daily\n/daily start – Starts it')
})

it('is written in the language of whoever asks, with the Chinese names of the commands', async () => {
  const help = read(await house.as('mei').command('/ops help'))

  expect(help).toContain('/ops 请假 [第一天] [最后一天] [@备岗]：登记你何时不在岗、由谁备岗')
})

it('runs a command from its button', async () => {
  const help = cardOf(await house.as('ada').command('/ops help'))

  expect(read(await house.as('ada').press(help, '/ops upcoming'))).toContain('Your next 14 days')
})

it('answers an unknown word with the nearest that there is', async () => {
  const reply = await house.as('ada').command('/ops upcomming')

  expect(read(reply)).toContain('I don’t know /ops upcomming.')
  expect(read(await house.as('ada').press(cardOf(reply), 'Did you mean /ops upcoming?'))).toContain('Your next 14 days')
})

it('answers an unknown word in Chinese', async () => {
  const reply = read(await house.as('mei').command('/ops 日成'))

  expect(reply).toContain('没有 /ops 日成 这个命令')
  expect(reply).toContain('[是要 /ops 日程 吗？]')
})
