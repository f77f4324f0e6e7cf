import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { answeringWords } from '../../src/flows/standup/messages/answering.ts'
import { runWords } from '../../src/flows/standup/messages/run.ts'
import { settingsWords } from '../../src/flows/standup/messages/settings.ts'
import { chromiumPath } from '../support/chromium.ts'
import { endLeftServer, type Product, startProduct } from '../support/product.ts'
import { testFolder } from '../support/test-folder.ts'
import { expectDrawnWell, openBrowser, type StoryBrowser, soon, tabTo, type View, write } from './story-browser.ts'

const executablePath = chromiumPath()
const [set, run, answering] = [settingsWords.en, runWords.en, answeringWords.en]
const zh = { run: runWords['zh-CN'], answering: answeringWords['zh-CN'] }

/** Each chapter goes on where the one before it ended. */
describe.skipIf(executablePath === null)('the whole story in a browser', { timeout: 60_000 }, () => {
  let dataDir: string
  let product: Product
  let browser: StoryBrowser
  let mira: Page

  beforeAll(async () => {
    dataDir = await testFolder('story')
    product = await startProduct({ DATA_DIR: dataDir })
    browser = await openBrowser(executablePath ?? '', () => product.url)
    mira = await browser.page({ as: 'mira', place: 'engineering', width: 1440 })
  })

  afterEach(() => expect(browser.complaints()).toEqual([]))

  afterAll(async () => {
    await browser?.close()
    await product?.end('SIGTERM')
    await endLeftServer(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  })

  const dialog = (page: Page) => page.getByRole('dialog')
  const press = (page: Page, name: string) => page.locator('article').getByRole('button', { name, exact: true }).last()
  const send = (page: Page) => dialog(page).getByRole('button', { name: answering.send }).click()
  const next = async (page: Page) => {
    await page.getByRole('button', { name: 'Next event' }).click()
    await soon(() => page.locator('.clock-moves').getAttribute('aria-busy')).toBe('false')
  }
  const answer = async (page: Page, answers: readonly string[]) => {
    for (const [at, text] of answers.entries()) await dialog(page).getByRole('textbox').nth(at).fill(text)
    await send(page)
    await dialog(page).waitFor({ state: 'detached' })
  }
  const said = (page: Page, words: string) => page.locator('.log').getByText(words).first()
  const titled = (page: Page, title: RegExp) =>
    page.locator('article', { has: page.getByRole('heading', { name: title }) })
  const prompt = () => titled(mira, /^Daily sync · [^·]+$/)
  const digest = () => titled(mira, /^Daily sync · .+ · digest$/)

  it('is set up by keyboard alone', async () => {
    const form = dialog(mira)
    await tabTo(mira, mira.locator('.composer textarea'))
    await mira.keyboard.type('/standup new')
    await mira.keyboard.press('Escape')
    await mira.keyboard.press('Enter')
    await form.getByLabel(set.name, { exact: true }).waitFor()
    await expectDrawnWell(mira, { beneath: 'dialog', name: 'form-1440' })

    await mira.keyboard.type('Daily sync')
    for (const name of ['陈梅', 'Nora Whitcombe']) {
      await tabTo(mira, form.getByRole('checkbox', { name }))
      await mira.keyboard.press('Space')
    }
    await tabTo(mira, form.getByLabel(set.time, { exact: true }))
    await mira.keyboard.type('945')
    await mira.keyboard.press('Enter')

    await said(mira, set.created('Daily sync')).waitFor()
    await soon(() => mira.locator('.composer textarea:focus').count()).toBe(1)
    await soon(() => mira.locator('.coming-time').first().textContent()).toBe('09:45')
  })

  it('asks everybody at the time, in the channel and privately', async () => {
    await next(mira)

    await prompt().getByText('0 of 3').waitFor()
    await mira.getByRole('button', { name: 'Drumbeat 1 unread' }).waitFor()
    await soon(() => mira.locator('.clock-time').textContent()).toBe('09:45')
  })

  it('takes answers from a form', async () => {
    await press(mira, run.answer).click()
    await dialog(mira).getByRole('textbox').first().waitFor()
    await expectDrawnWell(mira, { beneath: 'dialog', name: 'answers-1440' })
    await answer(mira, ['Moved the schedule <!channel> <script>', 'The audit', 'The supplier’s certificate'])

    await said(mira, run.thanks('Daily sync')).waitFor()
    await prompt().getByText('1 of 3').waitFor()
  })

  it('takes answers in writing, question by question, in Chinese', async () => {
    const mei = await browser.page({ as: 'mei', place: 'drumbeat', width: 1440 })
    await press(mei, zh.run.answer).waitFor()

    await write(mei, '三号线首件检验已完成')
    await said(mei, zh.answering.question(2, 3)).waitFor()
    await write(mei, '复核供应商的整改报告')
    await said(mei, zh.answering.question(3, 3)).waitFor()
    await write(mei, '等待校准证书')

    await said(mei, zh.run.thanks('Daily sync')).waitFor()
    await prompt().getByText('2 of 3').waitFor()
    await mei.close()
  })

  it('reminds who has not answered and posts the digest in the channel, blockers first', async () => {
    const nora = await browser.page({ as: 'nora', place: 'drumbeat', width: 1440 })
    await next(mira)
    await said(nora, run.remindTitle).waitFor()
    await next(mira)

    await digest().waitFor()
    await said(nora, run.remindTitle).waitFor({ state: 'detached' })
    await nora.close()
    const posted = (await digest().textContent()) ?? ''
    const inOrder = [
      run.blockers,
      'The supplier’s certificate',
      '等待校准证书',
      'Moved the schedule',
      '三号线首件检验已完成',
    ]
    const places = inOrder.map((words) => posted.indexOf(words))
    expect(places).toEqual([...places].filter((at) => at >= 0).sort((one, other) => one - other))
    expect(posted).toContain('<!channel> <script>')
    expect(posted).toMatch(new RegExp(`${run.missed}\\s*Nora Whitcombe`))
  })

  it('changes the posted digest when somebody answers late or edits', async () => {
    const nora = await browser.page({ as: 'nora', place: 'drumbeat', width: 1440 })
    await press(nora, run.answerLate).click()
    await answer(nora, ['Closed fourteen tickets'])
    await nora.close()
    await digest().getByText('Closed fourteen tickets').waitFor()

    await press(mira, run.change).click()
    await dialog(mira).getByRole('textbox').first().fill('Moved the schedule to Thursday')
    await send(mira)

    await said(mira, answering.changed).waitFor()
    await digest().getByText('Moved the schedule to Thursday').waitFor()
    expect(await digest().count()).toBe(1)
    await prompt().getByText('3 of 3').waitFor()
  })

  it.each<View>([
    { as: 'mira', place: 'engineering', width: 1440 },
    { as: 'mei', place: 'drumbeat', width: 1440, dark: true },
    { as: 'mei', place: 'engineering', width: 390 },
    { as: 'nora', place: 'drumbeat', width: 390, dark: true },
  ])('draws nothing over anything else for $as in $place, $width px', async (view) => {
    const { as, place, width } = view
    const page = await browser.page(view)
    await page.locator('article').first().waitFor()
    await expectDrawnWell(page, { name: `${as}-${place}-${width}` })
    await page.locator('.log').evaluate((log) => log.scrollTo({ top: 0 }))
    await expectDrawnWell(page, { name: `${as}-${place}-${width}-top` })

    await write(page, '/standup new')
    await dialog(page).getByRole('textbox').first().waitFor()
    await expectDrawnWell(page, { beneath: 'dialog', name: `${as}-form-${width}` })
    await page.locator('.form-fields').evaluate((fields) => fields.scrollTo({ top: fields.scrollHeight }))
    await expectDrawnWell(page, { beneath: 'dialog', name: `${as}-form-${width}-end` })
    await page.close()
  })

  it('draws nothing over anything else in the drawers of a phone', async () => {
    const page = await browser.page({ as: 'mei', place: 'engineering', width: 390 })
    for (const drawer of ['places', 'clock']) {
      await page.locator(`.open-${drawer}`).click()
      await page.locator(`#${drawer}.is-open`).waitFor()
      await expectDrawnWell(page, { beneath: `#${drawer}`, name: `mei-${drawer}-390` })
      await page.keyboard.press('Escape')
    }
    await page.close()
  })
})
