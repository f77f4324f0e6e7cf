import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { drawnWrongly } from './story-layout.js'

const SETTINGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
const MOST_STEPS = 80
const PATIENCE_MS = 15_000

export type View = { as: string; place: string; width: number; dark?: boolean }

/** One browser, in which everybody of the company can have a page of their own. */
export async function openBrowser(executablePath: string, url: () => string) {
  const browser: Browser = await chromium.launch({ executablePath, args: SETTINGS })
  const complaints: string[] = []
  return {
    close: () => browser.close(),
    /** What pages have complained of since the last time. */
    complaints: () => complaints.splice(0),
    async page({ as, place, width, dark = false }: View): Promise<Page> {
      const viewport = { width, height: width < 760 ? 844 : 900 }
      const page = await browser.newPage({ viewport, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
      page.setDefaultTimeout(PATIENCE_MS)
      page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(`${url()}/playground?as=${as}&in=${place}`)
      await page.locator('.conversation').waitFor()
      return page
    },
  }
}

export type StoryBrowser = Awaited<ReturnType<typeof openBrowser>>

/** Asks again until the answer is the expected one, also on a machine that has much else to do. */
export const soon = <Answer>(ask: () => Promise<Answer>) => expect.poll(ask, { timeout: PATIENCE_MS })

/** By the Tab key alone, as somebody goes who has no mouse. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${MOST_STEPS} presses of Tab did not lead to ${wanted}`)
}

/** What is written is sent as soon as the one before has arrived. */
export async function write(page: Page, text: string): Promise<void> {
  const box = page.locator('.composer textarea')
  await box.fill(text)
  await box.press('Escape')
  await box.press('Enter')
  await soon(() => box.inputValue()).toBe('')
}

/** Nothing covers anything, beneath this selector; a picture is kept where SCREENSHOTS names a folder. */
export async function expectDrawnWell(page: Page, { beneath = 'body', name }: { beneath?: string; name: string }) {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
  expect(await page.evaluate(drawnWrongly, beneath), name).toEqual([])
}
