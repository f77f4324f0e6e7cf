import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { executablePath, pageStage, sideways } from './page-stage.ts'
import type { Served } from './served.ts'
import { chineseCard, everyBlock, everyField, toned } from './showcase.ts'

/** How many lines of the form hold more than one field. */
const linesShared = `
  [...document.querySelectorAll('.form-line')]
    .filter(({ children: [one, other] }) => other?.getBoundingClientRect().top < one.getBoundingClientRect().bottom).length
`

describe.skipIf(executablePath === null)('the page', () => {
  const stage = pageStage()
  const { open } = stage
  let page: Page
  let served: Served
  beforeEach(() => {
    page = stage.page
    served = stage.served
  })

  const say = (to: { channel: string } | { person: string }, card = everyBlock) => stage.say({ to, card })
  const box = () => page.locator('.composer textarea')
  const dialog = () => page.getByRole('dialog')
  const openForm = async () => {
    served.door.answer = ({ what }) => {
      if (what.kind === 'command') return { kind: 'form', form: everyField }
      return { kind: 'invalid', errors: { name: 'There is one of that name.' } }
    }
    await box().fill('/standup new')
    await box().press('Enter')
    await dialog().waitFor()
  }

  it('leads a newcomer from the address to the first command by keyboard alone', async () => {
    await page.goto(served.url)
    await page.getByText('Nothing has been said in #general yet').waitFor()
    await page.getByRole('button', { name: 'Write /standup new into the message box' }).press('Enter')

    await expect.poll(() => box().inputValue()).toBe('/standup new')
    await box().press('Escape')
    await box().press('Enter')

    await expect.poll(() => served.door.received[0]?.what).toEqual({ kind: 'command', flow: 'standup', text: 'new' })
    await expect.poll(() => box().inputValue()).toBe('')
  })

  it('completes commands and people with arrows, Tab, Enter and Escape', async () => {
    await open()
    const options = page.getByRole('option')

    await box().pressSequentially('/sta')
    await expect.poll(() => options.count()).toBe(6)
    await box().press('ArrowDown')
    await box().press('Tab')
    expect(await box().inputValue()).toBe('/standup edit ')

    await box().fill('ask @m')
    await expect.poll(() => options.count()).toBe(3)
    await box().press('ArrowDown')
    await box().press('Enter')
    expect(await box().inputValue()).toBe('ask @mei ')

    await box().fill('/ops')
    await options.first().waitFor()
    await box().press('Escape')
    await expect.poll(() => options.count()).toBe(0)
  })

  it('keeps what was typed beside the errors of a form', async () => {
    await open()
    await openForm()

    await dialog().getByLabel('Name').fill('Daily sync')
    await dialog().getByRole('checkbox', { name: '陈梅' }).check()
    await dialog().getByRole('button', { name: 'Create' }).click()
    await dialog().getByText('There is one of that name.').waitFor()

    expect(await dialog().getByLabel('Name').inputValue()).toBe('Daily sync')
    expect(await dialog().getByLabel('Name').getAttribute('aria-invalid')).toBe('true')
    expect(served.door.received.at(-1)?.what).toMatchObject({
      ...{ form: 'standup.new', context: 'standup-7', people: ['participants', 'lead'], channels: ['channel'] },
      values: {
        name: 'Daily sync',
        channel: 'engineering',
        participants: ['mira', 'mei'],
        days: ['1', '2'],
        time: '09:00',
      },
    })
  })

  it('asks the server for nothing while a needed field is empty', async () => {
    await open()
    await openForm()

    await dialog().getByRole('button', { name: 'Create' }).click()

    await dialog().getByText('This is needed.').waitFor()
    expect(served.door.received).toHaveLength(1)
  })

  it('searches people without losing who is chosen', async () => {
    await open()
    await openForm()

    await dialog().getByRole('searchbox').fill('whit')
    await dialog().getByRole('checkbox', { name: 'Nora' }).check()
    await dialog().getByRole('searchbox').fill('')

    expect(await dialog().getByText('2 chosen').count()).toBe(1)
    expect(await dialog().getByRole('checkbox', { name: 'Mira' }).isChecked()).toBe(true)
  })

  it('closes a form on Escape and gives the focus back, but asks before written text is lost', async () => {
    await open()
    await openForm()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.composer textarea:focus').count()).toBe(1)

    await openForm()
    await dialog().getByLabel('Name').fill('Daily sync')
    await page.keyboard.press('Escape')
    await dialog().getByRole('button', { name: 'Keep writing' }).click()
    expect(await dialog().getByLabel('Name').inputValue()).toBe('Daily sync')
  })

  it('keeps the focus inside an open form', async () => {
    await open()
    await openForm()

    const outside = []
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab')
      outside.push(await page.locator('.room > :not(dialog) :focus').count())
    }

    expect(outside.filter((count) => count > 0)).toEqual([])
  })

  it('shows a new message by itself, and marks the places with news', async () => {
    await open('?as=mira&in=general')

    await say({ channel: 'general' }, toned('good'))
    await say({ person: 'mira' }, toned('bad'))

    await page.getByRole('heading', { name: 'A good card' }).waitFor()
    await page.getByRole('button', { name: 'Drumbeat 1 unread' }).click()
    await page.getByRole('heading', { name: 'A bad card' }).waitFor()
    await expect.poll(() => page.getByText('1 unread').count()).toBe(0)
  })

  it('speaks Chinese to whoever reads Chinese', async () => {
    await say({ person: 'mei' }, chineseCard)
    await open()

    await page.getByRole('button', { name: /陈梅/ }).click()

    await page.getByRole('heading', { name: '即将发生' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.getByRole('button', { name: 'Drumbeat 1 条未读' }).click()
    await page.getByRole('button', { name: '填写' }).waitFor()
  })

  it('asks before a press that cannot be undone', async () => {
    await say({ channel: 'general' })
    await open()

    await page.getByRole('button', { name: 'Delete' }).click()
    await dialog().getByRole('button', { name: 'Keep it' }).click()
    expect(served.door.received).toEqual([])
    await page.getByRole('button', { name: 'Delete' }).click()
    await dialog().getByRole('button', { name: 'Delete' }).click()

    await expect.poll(() => served.door.received[0]?.what).toMatchObject({ kind: 'press', action: 'standup.delete' })
  })

  it('moves the clock to the next event, by an hour and to tomorrow at nine', async () => {
    served.agenda.push({ at: served.now.add({ minutes: 20 }), what: 'Daily sync: prompt' })
    await open()
    await page.getByText('Daily sync: prompt').waitFor()

    for (const name of ['Next event', 'One hour forward', 'Tomorrow 9:00']) {
      await page.getByRole('button', { name }).click()
      await expect.poll(() => page.locator('.clock-moves').getAttribute('aria-busy')).toBe('false')
    }

    expect(served.moves).toEqual([{ next: true }, { advance: 'PT3600S' }, { to: '2026-05-05T07:00:00Z' }])
    await expect.poll(() => page.locator('.clock-time').textContent()).toBe('09:00')
  })

  it('says in words when a message could not be sent, and keeps it', async () => {
    await open()
    served.door.answer = () => ({ kind: 'invalid', errors: { '': 'Nobody here may do that.' } })

    await box().fill('@drumbeat stop')
    await box().press('Enter')

    await page.getByRole('alert').getByText('Nobody here may do that.').waitFor()
    expect(await box().inputValue()).toBe('@drumbeat stop')
  })

  it.each([390, 760, 1100, 1440])('shows everything without scrolling sideways at %d pixels', async (width) => {
    const abreast = width === 390 ? 0 : 1
    await say({ channel: 'general' })
    await page.setViewportSize({ width, height: 844 })
    for (const as of ['mira', 'mei']) {
      await open(`?as=${as}&in=general`)
      await page.getByRole('heading', { name: 'Daily sync' }).waitFor()
      expect(await sideways(page)).toEqual([])
      await openForm()
      expect(await sideways(page)).toEqual([])
      expect(await page.evaluate(linesShared)).toBe(abreast)
    }
  })

  it('keeps the outer panes in drawers on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open()
    const personas = page.getByRole('button', { name: /Jonas Ebersweil/ })
    expect(await personas.isVisible()).toBe(false)

    const opener = page.getByRole('button', { name: 'People and channels' })
    await opener.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.open-places:focus').count()).toBe(1)
    await opener.click()
    await personas.click()

    await expect.poll(() => personas.isVisible()).toBe(false)
    expect(page.url()).toContain('as=jonas')
  })
})
