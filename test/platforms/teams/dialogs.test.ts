import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Card } from '../../../src/chat/card.ts'
import { openForm, soon, toldOf } from '../contract/reading.ts'
import { card, form, withButton } from '../contract/samples.ts'
import { answersIn } from '../contract/teams-sight.ts'
import { openTeamsStage, type TeamsStage } from '../contract/teams-stage.ts'

let stage: TeamsStage
beforeAll(async () => {
  stage = await openTeamsStage()
})
beforeEach(() => stage.reset())
afterEach(() => expect(stage.problems()).toEqual([]))
afterAll(() => stage.close())

const asking: Card = card('', {
  blocks: [
    { kind: 'buttons', buttons: [{ label: 'Answer', action: 'standup.answer', value: 'run-1', opens: 'form' }] },
  ],
})
const PRESSED = { msteams: { type: 'task/fetch' }, drumbeat: 'press', action: 'standup.answer', value: 'run-1' }
const dialog = () => stage.teams.dialogs.get(stage.mei.id)
const shown = () => stage.teams.messages.filter(({ conversation }) => conversation === `a:${stage.mei.id}`)
const fetchTask = (more = {}) =>
  stage.teams.deliver(stage.mei.id, { type: 'invoke', name: 'task/fetch', value: { data: PRESSED }, ...more })

it('opens in a dialog what the button foretells, and nothing in the conversation', async () => {
  stage.door.answers = () => ({ kind: 'form', form: form() })
  await stage.post(asking)

  await stage.mei.press('Answer')

  expect([dialog()?.title, shown()]).toEqual(['New stand-up', []])
})

it('opens again at once what somebody has closed, under receipts of their own', async () => {
  stage.door.answers = () => ({ kind: 'form', form: form() })
  const [first, second] = [await fetchTask(), await fetchTask()]

  expect([first, second].map(({ body }) => body.task.type)).toEqual(['continue', 'continue'])
  expect(new Set(stage.door.received.map(({ receipt }) => receipt)).size).toBe(2)
})

it('stands in the conversation where a client knows no dialogs and sends the press as a message', async () => {
  stage.door.answers = () => ({ kind: 'form', form: form() })

  await stage.teams.deliver(stage.mei.id, { type: 'message', value: PRESSED, replyToId: '1' })

  expect((await openForm(stage.mei)).title).toBe('New stand-up')
  expect([dialog(), shown().length]).toEqual([undefined, 1])
})

it('is followed in the same dialog by what its own buttons lead to', async () => {
  stage.door.answers = ({ what }) =>
    what.kind === 'press' && what.value === 'run-1' ? { kind: 'card', card: asking } : { kind: 'nothing' }
  await stage.post(asking)
  await stage.mei.press('Answer')

  const [set] = dialog()?.card?.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : [])) ?? []

  expect(JSON.stringify(set)).not.toContain('task/fetch')
  stage.door.answers = () => ({ kind: 'form', form: form() })
  await stage.mei.press('Answer')
  expect(dialog()?.title).toBe('New stand-up')
})

it('says that it takes longer, and then in the conversation what became of it', async () => {
  stage.door.answers = async () => {
    await sleep(4_500)
    return { kind: 'card', card: card('It is done') }
  }

  const { body } = await fetchTask()

  expect(body.task).toMatchObject({ type: 'message', value: expect.stringContaining('结果会发到') })
  expect(shown()).toEqual([])
  await toldOf(stage.mei, 'It is done')
})

it('is none where nobody asked for one of ours', async () => {
  const answers = await Promise.all(
    [{ data: { type: 'task/fetch' } }, { data: null }].map((value) => fetchTask({ value })),
  )

  expect(answers.map(({ status }) => status)).toEqual([501, 501])
  expect(stage.door.received).toEqual([])
})

it('submitted twice under two ids is answered once, and the answer stays', async () => {
  const answered = new Set<string>()
  stage.door.answers = ({ what, receipt }) => {
    if (what.kind === 'command') return { kind: 'form', form: form() }
    if (answered.has(receipt)) return { kind: 'nothing' }
    answered.add(receipt)
    return { kind: 'card', card: card('It is there') }
  }
  await stage.mei.command('/standup new')
  await openForm(stage.mei)
  const message = await soon('the form', () => shown().find((one) => one.card?.actions?.length))
  const value = {
    action: { type: 'Action.Execute', verb: 'submit', data: answersIn(message.card!, { name: 'Daily' }) },
  }
  const submit = () =>
    stage.teams.deliver(stage.mei.id, { type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, value })

  const [first, second] = [await submit(), await submit()]

  expect(first.body.type).toBe('application/vnd.microsoft.card.adaptive')
  expect(second.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: '' })
})

it('does what was submitted when it comes again after it had failed', async () => {
  let fails = true
  stage.door.answers = ({ what }) => {
    if (what.kind === 'press' && fails) throw new Error('no luck')
    return { kind: 'card', card: card('It is done') }
  }
  await stage.post(withButton('Take', 'alert.take', 'a'), { to: { person: stage.mei.id } })

  await stage.mei.press('Take')
  fails = false
  await stage.mei.press('Take')

  await toldOf(stage.mei, 'It is done')
})
