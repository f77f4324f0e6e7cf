import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { freePort } from '../support/free-port.ts'
import { playgroundClient } from '../support/playground-client.ts'
import { type Product, startProduct } from '../support/product.ts'
import { testFolder } from '../support/test-folder.ts'

/** `npm run test:teams-playground`: the product, talked to by Microsoft's own Agents Playground. */
const PLAYGROUND = '@microsoft/m365agentsplayground@0.2.28'

let folder: string
let product: Product
let playground: ChildProcess
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = await testFolder('talk')
  const dataDir = join(folder, 'data')
  product = await startProduct({ DATA_DIR: dataDir, TEAMS_AUTH: 'none', PLAYGROUND: 'off', DEV_CLOCK: '1' })
  const at = `http://localhost:${await freePort()}`
  const about = ['-e', `${product.url}/api/messages`, '-c', 'msteams', '-p', new URL(at).port]
  about.push('--su', `${at}/_connector`, '--dt')
  playground = spawn('npx', ['--yes', PLAYGROUND, ...about], { stdio: 'ignore', detached: true })
  await reached(at)
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: ['--no-sandbox'] })
  page = await browser.newPage({ viewport: { width: 1_300, height: 1_300 } })
  await page.goto(at)
})
afterAll(async () => {
  await browser?.close()
  // npx and what it runs are one group.
  if (playground?.pid) process.kill(-playground.pid, 'SIGTERM')
  await product?.end('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

async function reached(url: string): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 500) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await sleep(500)
  }
  throw new Error('The Agents Playground did not start')
}

async function say(words: string): Promise<void> {
  await page.getByRole('textbox').last().click()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}
const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click()
const sees = (words: string) => page.getByText(words, { exact: false }).last().waitFor({ timeout: 20_000 })
const goTo = (place: string) => page.getByText(place, { exact: true }).first().click()
const look = (name: string) => page.screenshot({ path: join(process.env.SCREENSHOTS ?? folder, `${name}.png`) })

it('is added, and says hello', async () => {
  await sees('Drumbeat keeps the beat')
  await look('1-added')
  await say('help')
  await sees('/standup')
  await look('2-help')
})

it('takes a stand-up from a channel, and its answers by a form in the conversation', async () => {
  await goTo('General')
  await page.getByRole('textbox').last().click()
  await page.keyboard.type('@')
  await page.getByText('Test Bot').last().click()
  await page.keyboard.type(' standup new')
  await press('Post')
  await goTo('Personal Chat')
  await sees('New stand-up')
  await look('3-standup-form')
  await page.getByPlaceholder('Daily sync').last().click()
  await page.keyboard.type('Daily')
  await press('Create')
  await sees('Daily is set up')
  await playgroundClient(() => product.url).clock({ next: true })
  await press('Answer')
  await sees('Stand-up answers')
  await page.getByLabel('What did you finish?').last().click()
  await page.keyboard.type('The probe')
  await look('4-standup-answers')
  await press('Send')
  await sees('Your answers for Daily are in')
  await goTo('General')
  await sees('The probe')
  await look('5-standup-answered')
  await goTo('Personal Chat')
})

it('takes a complaint by its form, and acknowledges it by a button where it stands', async () => {
  await say('complaint')
  await sees('File a complaint')
  await page.getByLabel('Customer').first().fill('Zhang Wei')
  await page.getByLabel('What happened').fill('He was billed twice')
  await press('File')
  await sees('State: received')
  await press('Acknowledge')
  await sees('State: acknowledged')
  await look('6-complaint')
  expect(product.output()).not.toContain('"level":50')
})
