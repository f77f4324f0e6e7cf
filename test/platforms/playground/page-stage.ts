import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { OutgoingPost } from '../../../src/platform.ts'
import { chromiumPath } from '../../support/chromium.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { buildPage } from './build-page.ts'
import { fakeDirectory } from './fake-door.ts'
import { type Served, servePlayground } from './served.ts'
import { everyBlock } from './showcase.ts'

export const executablePath = chromiumPath()

type Said = Pick<OutgoingPost, 'to'> & Partial<OutgoingPost>

/** A browser on the page of a fresh playground for each test of this file; the page may complain of nothing. */
export function pageStage() {
  const complaints: string[] = []
  let browser: Browser
  let database: TestDatabase
  const stage = {
    page: undefined as unknown as Page,
    served: undefined as unknown as Served,
    open: async (query = '') => {
      await stage.page.goto(`${stage.served.url}/playground${query}`)
      await stage.page.locator('.conversation').waitFor()
    },
    say: (post: Said) =>
      stage.served.playground.post({
        ...{ key: `say/${JSON.stringify(post.to)}`, installation: 'playground' },
        ...{ card: everyBlock, directory: fakeDirectory, ...post },
      }),
  }

  beforeAll(async () => {
    await buildPage()
    browser = await chromium.launch({
      ...{
        executablePath: executablePath ?? '',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      },
    })
  })
  beforeEach(async () => {
    database = await testDatabase()
    stage.served = await servePlayground(database.db)
    stage.page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    stage.page.setDefaultTimeout(10_000)
    stage.page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
    stage.page.on('pageerror', (error) => complaints.push(String(error)))
  })
  afterEach(async () => {
    await stage.page.close()
    await stage.served.close()
    await database.close()
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(async () => browser?.close())
  return stage
}

/** The boxes that are narrower than what is in them, apart from tables, which scroll in their own frame. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`
    [document.documentElement, ...document.querySelectorAll('.log, .dialog, .form-fields, .composer, .pane')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).visibility !== 'hidden')
      .map((box) => box.className || box.tagName)
  `)
