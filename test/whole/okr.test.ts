import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { updateWords } from '../../src/flows/okr/check-in/messages/update.ts'
import { reviewWords } from '../../src/flows/okr/review/messages/review.ts'
import { doneWords } from '../../src/flows/okr/setup/messages/done.ts'
import { lookWords } from '../../src/flows/okr/views/messages/looking.ts'
import { chromiumPath } from '../support/chromium.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Product, startProduct } from '../support/product.ts'
import { expectDrawnWell, openBrowser, type StoryBrowser, soon, type View, write } from './story-browser.ts'

const executablePath = chromiumPath()
const [done, check, look, review] = [doneWords.en, updateWords.en, lookWords.en, reviewWords.en]

type Values = Readonly<Record<string, string>>

const fillIn = async (control: Locator, value: string) => {
  const kind = await control.first().evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`)
  if (kind.startsWith('SELECT')) await control.selectOption(value)
  else if (/radio|checkbox/.test(kind)) await control.and(control.page().locator(`[value="${value}"]`)).check()
  else await control.fill(value)
}

/** A quarter in a browser: each chapter goes on where the one before it ended. Mira leads, Jonas works for her. */
describe.skipIf(executablePath === null)('OKRs in a browser', { timeout: 60_000 }, () => {
  let database: TestDatabase
  let product: Product
  let browser: StoryBrowser
  let mira: Page
  let jonas: Page

  beforeAll(async () => {
    database = await testDatabase()
    product = await startProduct({ DATABASE_URL: database.url, PLAYGROUND: 'on' })
    browser = await openBrowser(executablePath ?? '', () => product.url)
    ;[mira, jonas] = (await Promise.all(
      ['mira', 'jonas'].map((as) => browser.page({ as, place: 'drumbeat', width: 1280 })),
    )) as [Page, Page]
  })
  afterEach(() => expect(browser.complaints()).toEqual([]))
  afterAll(async () => {
    await browser?.close()
    await product?.end('SIGTERM')
    await database?.close()
  })

  const dialog = (page: Page) => page.getByRole('dialog')
  const field = (page: Page, name: string) => dialog(page).locator(`[name="${name}"]`)
  const newest = (page: Page) => page.locator('article').last()
  const press = (page: Page, name: string | RegExp) =>
    page.locator('article').getByRole('button', { name }).last().click()
  const send = (page: Page) => dialog(page).locator('button[type=submit]').click()
  const says = (page: Page, words: string) => newest(page).getByText(words).first().waitFor()

  /** Fills in what is named, by the fields' names, and sends the form. */
  const fill = async (page: Page, values: Values) => {
    for (const [name, value] of Object.entries(values)) await fillIn(field(page, name), value)
    await send(page)
  }
  const inForm = async (page: Page, command: string, values: Values) => {
    await write(page, command)
    await fill(page, values)
    await dialog(page).waitFor({ state: 'detached' })
  }
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

  it('begin with a cycle, an objective and three key results, each measured in its own way', async () => {
    await write(mira, '/ops manager @jonas @mira')
    await inForm(mira, '/okr cycle new', { name: 'This one', from: day(-40), to: day(40) })
    await inForm(mira, '/okr new Delight our customers', { why: 'They pay us.', team: 'Support' })
    await says(mira, done.objectiveCreated('O-1'))

    await inForm(mira, '/okr kr O-1 Customers who come back', {
      ...{ owner: 'jonas', start: '200', target: '1,200', unit: 'customers' },
    })
    await inForm(mira, '/okr kr O-1 Answered within a day', { kind: 'percent', start: '40%', target: '90%' })
    await press(mira, done.addKeyResult)
    await field(mira, 'steps').waitFor()
    await expectDrawnWell(mira, { beneath: 'dialog', name: 'okr-key-result-1280' })
    await fill(mira, { title: 'New help pages', kind: 'milestone', steps: 'Outline\nWriting\nLaunch' })

    await says(mira, done.keyResultCreated('KR-3', 'O-1'))
    await says(jonas, done.yours('Mira Falkenrath', 'KR-1'))
  })

  it('take a check-in from a form, which asks back what can be read in two ways', async () => {
    await write(jonas, '/okr update')
    await press(jonas, check.checkIn)
    await fill(jonas, { value: '1,5', confidence: '8', note: 'Trial mail helped' })
    await dialog(jonas).getByText('Do you mean 1.5 or 15?').waitFor()
    await fill(jonas, { value: '420' })
    await says(jonas, check.done('KR-1 Customers who come back', '200 customers', '420 customers'))

    await write(mira, '/okr update KR-3')
    await fill(mira, { steps: '1' })
    await says(mira, '1 of 3 steps')
  })

  it('take a check-in in words, and ask back with a button for each reading', async () => {
    await write(mira, `/okr update "answered within" 55% conf:8 for:${day(-20)}`)
    await says(mira, check.done('KR-2 Answered within a day', '40%', '55%'))
    await write(mira, '/okr update "answered within" 62% conf:7 "Nora is back"')
    await says(mira, check.done('KR-2 Answered within a day', '55%', '62%'))

    await write(jonas, '/okr update "customers who" 4,5 conf:6 "By hand"')
    await press(jonas, check.record('45 customers'))
    expect(await field(jonas, 'note').inputValue()).toBe('By hand')
    await fill(jonas, { value: '450' })
    await says(jonas, check.done('KR-1 Customers who come back', '420 customers', '450 customers'))
  })

  it('never overwrite anybody: of two windows the second one is shown both values and chooses', async () => {
    for (const page of [mira, jonas]) await write(page, '/okr update KR-1')
    await fill(mira, { value: '500', note: 'From the shop’s own list' })
    await says(mira, check.done('KR-1 Customers who come back', '450 customers', '500 customers'))
    await fill(jonas, { value: '480', note: 'I counted' })

    await dialog(jonas).getByText(check.conflict('KR-1 Customers who come back')).waitFor()
    await dialog(jonas)
      .getByText(/Mira Falkenrath, .+: 500 customers\n“From the shop’s own list”/)
      .waitFor()
    await expectDrawnWell(jonas, { beneath: 'dialog', name: 'okr-conflict-1280' })
    expect(await field(jonas, 'value').inputValue()).toBe('480 customers')
    expect(await database.db.okrCheckIn.count({ where: { keyResult: { number: 1 } } })).toBe(3)
    await send(jonas)
    await dialog(jonas).getByText('This is needed.').waitFor()
    await dialog(jonas)
      .getByRole('radio', { name: check.keepMine('480 customers') })
      .check()
    await send(jonas)
    await says(jonas, check.done('KR-1 Customers who come back', '500 customers', '480 customers'))

    await write(mira, '/okr history KR-1')
    await says(mira, look.historyTitle('KR-1 Customers who come back'))
    expect(await newest(mira).locator('li').allTextContents()).toEqual([
      expect.stringMatching(/480 customers – Jonas .*counts now.*“I counted”/),
      expect.stringMatching(/500 customers – Mira .*“From the shop’s own list”/),
      expect.stringMatching(/450 customers – Jonas .*“By hand”/),
      expect.stringMatching(/420 customers – Jonas .*“Trial mail helped”/),
    ])
  })

  it('are listed, as a tree and one by one, with a picture of the way so far', async () => {
    await inForm(mira, '/okr new Build the best scale', { owner: 'mei', parent: 'O-1' })
    await write(mira, '/okr list')
    await says(mira, 'KR-1 Customers who come back · 480 of 1,200 customers')
    await write(mira, '/okr tree')
    await says(mira, 'O-2 Build the best scale')
    await write(mira, '/okr show O-1')
    await says(mira, 'Nora is back')
    await press(mira, look.chart)
    const picture = newest(mira).getByRole('img', { name: /^Progress of O-1/ })
    await soon(() =>
      picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    ).toBeGreaterThan(700)
    expect(await newest(mira).locator('tbody tr').count()).toBeGreaterThanOrEqual(2)
    await expectDrawnWell(mira, { name: 'okr-chart-1280' })
  })

  it('end with a review, whose grades need a reason, and go on in the next cycle', async () => {
    await write(mira, '/okr review O-1')
    const grade = dialog(mira).getByLabel(review.grade('KR-2 Answered within a day'))
    expect(await grade.inputValue()).toBe('0.44')
    await grade.fill('0.6')
    await send(mira)
    await dialog(mira).getByText(review.reasonEmpty).waitFor()
    await fill(mira, { reason: 'We were four fewer', whys: 'Two were ill', lessons: 'Ask earlier' })
    await says(mira, review.saved('O-1 Delight our customers'))
    await says(mira, 'KR-2 Answered within a day: 0.60 (score 0.44)')
    await press(mira, review.carryAll)
    await says(mira, review.noNextCycle('This one'))

    await write(mira, `/okr cycle new ${day(41)} ${day(120)}`)
    await press(mira, review.carryAll)
    await says(mira, 'KR-6 New help pages')
    await press(mira, review.show)
    await says(mira, 'goes on with O-1')
    await press(mira, review.carryAll)
    await says(mira, review.carriedAlready('KR-6 New help pages', `${day(41)} – ${day(120)}`))
  })

  it.each<View>([
    { as: 'mira', place: 'drumbeat', width: 390 },
    { as: 'mei', place: 'drumbeat', width: 390, dark: true },
  ])('are drawn with nothing over anything else for $as, $width px', async (view) => {
    const { as, width } = view
    const page = await browser.page(view)
    const commands = as === 'mei' ? ['对齐树', '图表 O-1', '查看 O-1'] : ['list', 'chart O-1', 'show O-1']
    for (const [at, command] of commands.entries()) {
      const before = await newest(page).getAttribute('id')
      await write(page, `/okr ${command}`)
      await soon(() => newest(page).getAttribute('id')).not.toBe(before)
      await expectDrawnWell(page, { name: `okr-${as}-${width}-${at}` })
    }
    await write(page, `/okr ${as === 'mei' ? '复盘 O-2' : 'update KR-1'}`)
    await dialog(page).waitFor()
    await expectDrawnWell(page, { beneath: 'dialog', name: `okr-${as}-${width}-form` })
    await page.close()
  })
})
