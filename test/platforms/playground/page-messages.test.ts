import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../../src/chat/card.ts'
import { executablePath, pageStage, sideways } from './page-stage.ts'
import type { Served } from './served.ts'
import { everyField, toned } from './showcase.ts'

const WIDTH = 900
const CHART = { name: 'pareto.png', alt: 'Complaints by type: product 12, delivery 7', png: '' }

describe.skipIf(executablePath === null)('messages on the page', () => {
  const stage = pageStage()
  const { open, say } = stage
  let page: Page
  let served: Served
  beforeEach(() => {
    page = stage.page
    served = stage.served
  })

  const IN_SUPPORT = { to: { channel: 'support' } }
  const write = async (text: string) => {
    await page.locator('.composer textarea').fill(text)
    await page.locator('.composer textarea').press('Enter')
    await page.locator('.message', { hasText: text }).waitFor()
  }
  const opener = (from: string) => page.getByRole('button', { name: `More actions for the message of ${from}` })
  const shortcutsUsed = () =>
    served.door.received.flatMap(({ what }) => (what.kind === 'shortcut' ? [what.message.text] : []))

  describe('a message’s menu', () => {
    it('is opened, walked through, used and closed by keyboard', async () => {
      await open('?as=mira&in=support')
      await write('The sensors arrive broken')

      await opener('Mira Falkenrath').press('Enter')
      await page.locator('[role=menuitem]:focus', { hasText: 'File a complaint' }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Escape')
      await expect.poll(() => page.locator('.message-menu button:focus').count()).toBe(1)
      expect(await page.getByRole('menu').count()).toBe(0)
      expect(shortcutsUsed()).toEqual([])
      await page.keyboard.press('Enter')
      await page.locator('[role=menuitem]:focus').waitFor()
      await page.keyboard.press('Enter')

      await expect.poll(shortcutsUsed).toEqual(['The sensors arrive broken'])
    })

    it('opens the form that the shortcut asks for, and shows its card to its user alone', async () => {
      served.door.answer = ({ what }) =>
        what.kind === 'shortcut' ? { kind: 'form', form: everyField } : { kind: 'card', card: toned('good') }
      await say({ ...IN_SUPPORT, card: toned('bad') })
      await open('?as=nora&in=support')

      await opener('Drumbeat').click()
      await page.getByRole('menuitem', { name: 'File a complaint' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Name').fill('Broken sensors')
      await dialog.getByRole('button', { name: 'Create' }).click()

      await page.locator('.whispered', { hasText: 'A good card' }).waitFor()
      expect(served.door.received.at(-1)).toMatchObject({ from: 'nora', channel: 'support' })
    })

    it('speaks the language of whoever looks, and closes on a press elsewhere', async () => {
      await say({ ...IN_SUPPORT, card: toned('bad') })
      await open('?as=mei&in=support')

      await page.getByRole('button', { name: 'Drumbeat 的消息：更多操作' }).click()
      await page.getByRole('menuitem', { name: '登记客诉' }).waitFor()
      await page.locator('.place-header').click()

      await expect.poll(() => page.getByRole('menu').count()).toBe(0)
    })

    it('is not there for what only one person sees, nor in a direct conversation', async () => {
      served.door.answer = () => ({ kind: 'card', card: toned('good') })
      await say({ to: { person: 'mira' }, card: toned('plain') })
      await open('?as=mira&in=drumbeat')
      await page.getByRole('heading', { name: 'A plain card' }).waitFor()
      expect(await page.locator('.message-menu').count()).toBe(0)

      await open('?as=mira&in=general')
      await page.locator('.composer textarea').fill('/standup list')
      await page.locator('.composer textarea').press('Enter')
      await page.locator('.whispered').waitFor()
      expect(await page.locator('.message-menu').count()).toBe(0)
    })

    it.each([390, 1440])('stays in sight at the edges of a page of %d pixels', async (width) => {
      await page.setViewportSize({ width, height: 700 })
      for (let count = 0; count < 8; count++) await say({ ...IN_SUPPORT, key: `card/${count}`, card: toned('plain') })
      await open('?as=mira&in=support')
      await page.getByRole('heading', { name: 'A plain card' }).nth(7).waitFor()

      await opener('Drumbeat').last().click()
      const menu = await page.getByRole('menu').boundingBox()

      expect(menu?.x).toBeGreaterThan(0)
      expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(width)
      const composer = await page.locator('.composer').boundingBox()
      expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThanOrEqual((composer?.y ?? 0) + 1)
      expect(await sideways(page)).toEqual([])
    })
  })

  describe('beneath something taller than the page', () => {
    const TALL: Card = { ...toned('plain'), blocks: [{ kind: 'list', items: Array.from({ length: 60 }, String) }] }
    const isInSight = (shown: Locator) =>
      shown.evaluate((element) => {
        const frame = element.closest('.log')?.getBoundingClientRect()
        const { top, bottom } = element.getBoundingClientRect()
        return frame !== undefined && top >= frame.top && bottom <= frame.bottom
      })
    const scrolled = () => page.locator('.log').evaluate(({ scrollTop }) => scrollTop)

    it('what answers its reader comes into sight, a tall answer from its beginning, and nothing else moves them', async () => {
      const answers: Card[] = [TALL, toned('good'), TALL, toned('bad')]
      served.door.answer = ({ what }) =>
        what.kind === 'command' ? { kind: 'card', card: answers.shift() ?? TALL } : { kind: 'nothing' }
      const ask = async () => {
        await page.locator('.composer textarea').fill('/ops help')
        await page.locator('.composer textarea').press('Enter')
        await expect.poll(() => page.locator('.composer textarea').inputValue()).toBe('')
      }
      await open('?as=mira&in=support')
      await ask()
      await page.getByRole('heading', { name: 'A plain card' }).waitFor()
      await ask()
      await expect.poll(() => isInSight(page.getByRole('heading', { name: 'A good card' }))).toBe(true)

      await ask()
      await expect.poll(() => isInSight(page.getByRole('heading', { name: 'A plain card' }).last())).toBe(true)
      const before = await scrolled()
      await say({ ...IN_SUPPORT, card: toned('warning') })
      await page.getByRole('heading', { name: 'A warning card' }).waitFor()
      expect(await scrolled()).toBe(before)

      await write('I see')
      await expect.poll(() => isInSight(page.getByText('I see'))).toBe(true)
      await page.locator('.log').evaluate((log) => log.scrollTo({ top: 0 }))
      await ask()
      await expect.poll(() => isInSight(page.getByRole('heading', { name: 'A bad card' }))).toBe(true)
    })
  })

  describe('asides', () => {
    const story = async () => {
      const thread = await say({ ...IN_SUPPORT, key: 'complaint/1/card', card: toned('warning') })
      const refs: string[] = []
      for (const [count, tone] of (['plain', 'bad', 'good'] as const).entries())
        refs.push(
          await say({ ...IN_SUPPORT, key: `complaint/1/story/${count}`, card: toned(tone), thread, aside: true }),
        )
      return refs
    }
    const shown = () => page.locator('.thread h3').allTextContents()

    it('stand folded under their message, the newest in sight, and unfold by keyboard', async () => {
      await story()
      await open('?as=mira&in=support')
      const unfold = page.getByRole('button', { name: '3 replies' })
      await unfold.waitFor()
      expect(await shown()).toEqual(['A good card'])
      expect(await unfold.getAttribute('aria-expanded')).toBe('false')

      await unfold.press('Enter')
      await expect.poll(shown).toEqual(['A plain card', 'A bad card', 'A good card'])
      await page.getByRole('button', { name: 'Show only the newest' }).press('Enter')

      await expect.poll(shown).toEqual(['A good card'])
    })

    it('unfold when an address names one of them', async () => {
      const [first] = await story()

      await open(`?as=mira&in=general#message-${first}`)

      await page.locator('.is-linked', { hasText: 'A plain card' }).waitFor()
      expect(await shown()).toEqual(['A plain card', 'A bad card', 'A good card'])
    })
  })

  describe('a picture', () => {
    const draw = async () => {
      await open('?as=mira&in=support')
      const url = await page.evaluate<string>(`(() => {
        const canvas = Object.assign(document.createElement('canvas'), { width: ${2 * WIDTH}, height: 600 })
        canvas.getContext('2d').fillRect(10, 10, 600, 400)
        return canvas.toDataURL('image/png')
      })()`)
      return { ...CHART, png: url.slice(url.indexOf(',') + 1) }
    }

    it.each([390, 1440])('is shown within a page of %d pixels, in words for who cannot see it', async (width) => {
      await page.setViewportSize({ width, height: 844 })
      await say({ ...IN_SUPPORT, card: toned('plain'), file: await draw() })

      const image = page.getByRole('img', { name: CHART.alt })
      await expect.poll(() => page.evaluate("document.querySelector('.picture')?.naturalWidth")).toBe(2 * WIDTH)

      const box = await image.boundingBox()
      expect(box?.width).toBeLessThan(Math.min(width, 570))
      expect(await sideways(page)).toEqual([])
    })

    it('opens in full size and can be downloaded', async () => {
      await say({ ...IN_SUPPORT, card: toned('plain'), file: await draw() })
      const link = page.getByRole('link', { name: CHART.alt })
      await link.waitFor()

      const [big] = await Promise.all([page.waitForEvent('popup'), link.click()])
      await big.waitForLoadState()
      expect(await big.evaluate('document.images[0].naturalWidth')).toBe(2 * WIDTH)
      await big.close()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download pareto.png' }).click(),
      ])

      expect(download.suggestedFilename()).toBe('pareto.png')
    })
  })
})
