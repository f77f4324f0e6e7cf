import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../../src/chat/locale.ts'
import type { Context, Flow } from '../../src/flow.ts'
import { linkTo } from '../../src/pages/link.ts'
import type { Page } from '../../src/pages/page.ts'
import { startWeb } from '../../src/web.ts'
import { act } from '../../src/world.ts'
import { openHouse } from '../support/house.ts'

export const NOON = '2026-03-02T12:00:00Z'

/** A page that asks for a wish; what came in is in `wishes`. */
function wishFlow() {
  const desk = {
    wishes: [] as { subject: string; values: Readonly<Record<string, string>> }[],
    locale: 'en' as Locale,
    onShow: async (_ctx: Context): Promise<void> => {},
  }
  const wish: Page = {
    show: async (ctx, subject) => {
      await desk.onShow(ctx)
      return {
        locale: desk.locale,
        title: `A wish for ${subject}`,
        paragraphs: ['Wish something.'],
        form: { submit: 'Send', fields: [{ kind: 'text', name: 'wish', label: 'Your wish', maxLength: 2_000 }] },
      }
    },
    submit: async (_ctx, subject, values) => {
      desk.wishes.push({ subject, values })
      return { locale: desk.locale, title: 'Thank you', paragraphs: [`You wished for: ${values.wish}`] }
    },
    localeOf: async (_ctx, subject) => (subject === 'stranger' ? null : desk.locale),
  }
  const does = { title: { en: 'Desk', 'zh-CN': '服务台' }, commands: {}, buttons: {}, forms: {}, timers: {} }
  const flow: Flow = { name: 'desk', ...does, pages: { wish } }
  return Object.assign(desk, { flow })
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** A house with a wishing page, on a real port. */
export async function openDesk() {
  const desk = wishFlow()
  const house = await openHouse({ flows: [desk.flow], now: NOON, people: [] })
  house.world.site = 'http://localhost:0'
  const web = await startWeb(house.world, { host: '127.0.0.1', port: 0, devClock: false })
  const site = `http://127.0.0.1:${web.port}`

  async function open(link: string, init: RequestInit = {}) {
    const response = await fetch(link.replace('localhost', '127.0.0.1'), init)
    return { status: response.status, html: await response.text(), headers: response.headers }
  }
  return {
    desk,
    house,
    site,
    port: web.port,
    open,
    link: (subject = 'mei', until = '2026-03-16T12:00:00Z') =>
      act(house.world, house.workspace, (ctx) =>
        linkTo(ctx, 'desk.wish', { subject, until: Temporal.Instant.from(until) }),
      ),
    send: (link: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
      open(link, { method: 'POST', body: new URLSearchParams(values), headers }),
    close: async () => {
      await web.stop()
      await house.close()
    },
  }
}
