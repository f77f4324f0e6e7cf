import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { linkTo } from '../../src/pages/link.ts'
import { act } from '../../src/world.ts'
import { logOf } from '../intake/log.ts'
import { type Desk, openDesk } from './desk.ts'

const IN_CHINESE = { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.1' }

describe('a page behind a signed link', () => {
  let at: Desk

  beforeAll(async () => {
    at = await openDesk()
  })
  beforeEach(() => {
    Object.assign(at.desk, { locale: 'en', onShow: async () => {} })
    at.desk.wishes.length = 0
  })
  afterAll(() => at.close())

  it('opens without an account, at the port that there really is', async () => {
    const link = await at.link()
    const { status, html } = await at.open(link)

    expect(link).toMatch(new RegExp(`^http://localhost:${at.port}/p/[\\w-]+$`))
    expect(status).toBe(200)
    expect(html).toContain('<h1>A wish for mei</h1>')
  })

  it('is kept by nobody, found by nobody, framed by nobody, and tells nobody its address', async () => {
    const { headers } = await at.open(await at.link())

    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action/)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-language')).toBe('en')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('takes what is sent, as it was written', async () => {
    const wish = '一匹小马\r\n& <peace> 100%'
    const { status, html } = await at.send(await at.link(), { wish })

    expect(at.desk.wishes).toEqual([{ subject: 'mei', values: { wish: '一匹小马\n& <peace> 100%' } }])
    expect(status).toBe(200)
    expect(html).toContain('You wished for: 一匹小马\n&amp; &lt;peace&gt; 100%')
  })

  it('keeps what is sent storable, and of a field that is sent twice the last', async () => {
    const body = 'wish=first&wish=a%00b'
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await at.open(await at.link(), { method: 'POST', body, headers })

    expect(at.desk.wishes[0]?.values).toEqual({ wish: 'ab' })
  })

  it('has room for two thousand characters in Chinese, and not for a book', async () => {
    const link = await at.link()

    expect((await at.send(link, { wish: '愿'.repeat(2_000) })).status).toBe(200)
    expect(await at.send(link, { wish: '愿'.repeat(4_000) }, IN_CHINESE)).toMatchObject({
      status: 413,
      html: expect.stringContaining('内容过长'),
    })
  })

  it('cannot change anything by being opened', async () => {
    at.desk.onShow = async ({ db, workspace }) => {
      await db.workspace.update({ where: { id: workspace.id }, data: { name: 'Changed by a mail scanner' } })
    }
    const { status } = await at.open(await at.link())

    expect(status).toBe(500)
    expect((await at.house.db.workspace.findUniqueOrThrow({ where: { id: at.house.workspace.id } })).name).not.toMatch(
      /scanner/,
    )
  })

  it('is not found by a forged, cut or foreign link, in the language of the browser', async () => {
    const link = await at.link()
    const letter = link.at(-1) === 'A' ? 'B' : 'A'
    const forged = [
      link.slice(0, -1) + letter,
      link.slice(0, -3),
      `${at.site}/p/x`,
      `${at.site}/p/%E0%A4%A`,
      `${at.site}/p/`,
    ]
    for (const address of forged) {
      const { status, html } = await at.open(address, { headers: IN_CHINESE })

      expect(status).toBe(404)
      expect(html).toContain('<html lang="zh-CN">')
      expect(html).toContain('此链接无法打开')
    }
    expect((await at.open(`${at.site}/p/x`)).html).toContain('This link does not work')
    expect((await at.send(forged[0] ?? '', { wish: 'in' })).status).toBe(404)
    expect(at.desk.wishes).toEqual([])
  })

  it('is not found when no flow has it any more', async () => {
    const link = await act(at.house.world, at.house.workspace, (ctx) =>
      linkTo(ctx, 'desk.constructor', { subject: 'mei', until: Temporal.Instant.from('2026-03-16T12:00:00Z') }),
    )

    expect((await at.open(link)).status).toBe(404)
  })

  it('is gone once it has expired, and says so in the language of its reader', async () => {
    const link = await at.link('mei', '2026-03-02T13:00:00Z')
    at.desk.locale = 'zh-CN'
    at.house.sleepUntil('2026-03-02T12:59:59Z')
    expect((await at.open(link)).status).toBe(200)

    at.house.sleepUntil('2026-03-02T13:00:00Z')
    expect(await at.open(link)).toMatchObject({ status: 410, html: expect.stringContaining('此链接已过期') })
    expect((await at.send(link, { wish: 'late' })).status).toBe(410)
    expect(at.desk.wishes).toEqual([])
  })

  it('says so in the language of the browser when the reader is not known', async () => {
    const link = await at.link('stranger', '2026-03-02T11:00:00Z')

    expect((await at.open(link, { headers: IN_CHINESE })).html).toContain('此链接已过期')
    expect((await at.open(link, { headers: { 'accept-language': 'fr' } })).html).toContain('This link has expired')
  })

  it('keeps its address out of the log when it fails', async () => {
    const log = logOf(at.house.world)
    at.desk.onShow = async () => {
      throw new Error('The pen is empty')
    }
    const link = await at.link()
    const { status, html } = await at.open(link)

    expect(status).toBe(500)
    expect(html).toContain('Something went wrong on our side')
    expect(log.lines()).toContain('The pen is empty')
    expect(log.lines()).not.toContain(link.split('/p/')[1])
  })

  it('opens sixty times a minute for one address', async () => {
    const link = await at.link()
    const from = { 'x-forwarded-for': '192.0.2.1' }
    for (let opened = 0; opened < 60; opened++) await at.open(link, { headers: from })
    const { status, html, headers } = await at.open(link, { headers: { ...IN_CHINESE, ...from } })

    expect(status).toBe(429)
    expect(html).toContain('请求过于频繁')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('is signed with one secret, however many links are made for the first time at once', async () => {
    await at.house.db.workspaceSecret.deleteMany()
    const links = await Promise.all(Array.from({ length: 6 }, () => at.link()))

    for (const link of links) expect((await at.open(link)).status).toBe(200)
    expect(new Set(links).size).toBe(1)
  })

  it('is not opened with the secret of another workspace', async () => {
    const link = await at.link()
    await at.house.db.workspaceSecret.updateMany({ data: { secret: 'another one' } })

    expect((await at.open(link)).status).toBe(404)
  })
})
