import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import { pino } from 'pino'
import type { Card } from '../../../src/chat/card.ts'
import type { Form } from '../../../src/chat/form.ts'
import type { Locale } from '../../../src/chat/locale.ts'
import type { Reply } from '../../../src/flow.ts'
import type { ChatPlatform, Directory, Door, Inbound, Notice, OutgoingPost } from '../../../src/platform.ts'
import { createSlack } from '../../../src/platforms/slack/platform.ts'
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts'

export type Router = Door & {
  received: Inbound[]
  notices: Notice[]
  /** What it was told of whether Slack lets us hear channels. */
  hearing: Notice[]
  locale: Locale
  /** What the next things that come in are answered with; throw to fail. */
  answer: (inbound: Inbound) => Reply | Promise<Reply>
}

export type Served = {
  slack: FakeSlack
  router: Router
  platform: ChatPlatform
  url: string
  /** Each line that was logged. */
  log: string[]
  close(): Promise<void>
}

/** Our members are `m-mei` for Slack's `UMEI`, our channels `c-general` for `CGENERAL`. */
export const directory: Directory = {
  person: (id) => (id.startsWith('m-') ? `U${id.slice(2).toUpperCase()}` : undefined),
  channel: (id) => (id.startsWith('c-') ? `C${id.slice(2).toUpperCase()}` : undefined),
  post: (key) => (key === 'standup/known' ? 'https://t0fake.slack.com/archives/CGENERAL/p1' : undefined),
}

const entry = (flow: string, command: string) => ({ flow, command, does: { en: command, 'zh-CN': command } })

export function fakeRouter(): Router {
  const router: Router = {
    received: [],
    notices: [],
    hearing: [],
    locale: 'en',
    answer: () => ({ kind: 'nothing' }),
    receive: async (inbound) => {
      router.received.push(inbound)
      return { reply: await router.answer(inbound), directory, locale: router.locale }
    },
    notice: async (notice) => void (notice.kind === 'hearing' ? router.hearing : router.notices).push(notice),
    shortcuts: [{ shortcut: 'complaint.file', title: { en: 'File a complaint', 'zh-CN': '登记客诉' } }],
    commands: [entry('standup', 'new'), entry('ops', 'help')],
    log: pino({ level: 'silent' }),
  }
  return router
}

type How = { over?: 'http' | 'socket'; slack?: FakeSlack }

/** The Slack platform on a port, between a made-up workspace with Mei and Ben in it and a router that does as it is told. */
export async function serveSlack({ over = 'http', slack: given }: How = {}): Promise<Served> {
  const slack = given ?? (await startFakeSlack())
  slack.addUser('mei', { locale: 'zh-CN', tz: 'Asia/Shanghai' })
  slack.addUser('ben')
  slack.addChannel('general')
  const log: string[] = []
  const router = fakeRouter()
  const platform = createSlack({
    botToken: slack.botToken,
    ...(over === 'http' ? { signingSecret: slack.signingSecret } : { appToken: slack.appToken }),
    apiUrl: slack.apiUrl,
    log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
  })
  const web = express()
  await platform.listen(web, router)
  const server = createServer(web)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  slack.deliverTo(url)
  return {
    slack,
    router,
    platform,
    url,
    log,
    close: async () => {
      await platform.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await slack.close()
    },
  }
}

export const card = (text: string, more: Partial<Card> = {}): Card => ({
  locale: 'en',
  summary: text,
  blocks: [{ kind: 'text', text }],
  ...more,
})

export const form = (more: Partial<Form> = {}): Form => ({
  locale: 'en',
  id: 'standup.new',
  title: 'New stand-up',
  submit: 'Save',
  context: 'run:7',
  fields: [
    { name: 'name', label: 'Name', kind: 'text' },
    { name: 'lead', label: 'Lead', kind: 'person', optional: true },
  ],
  ...more,
})

/** Answers with this after so long. */
export const slowly =
  (ms: number, reply: Reply): Router['answer'] =>
  async () => {
    await pause(ms)
    return reply
  }

/** Waits until something is so, for at most five seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5_000
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it never came to be so')
    await pause(10)
  }
}

/** A post to #general, as the outbox hands it over. */
export const post = (more: Partial<OutgoingPost> = {}): OutgoingPost => ({
  key: 'standup/1',
  installation: 'T0FAKE',
  to: { channel: 'CGENERAL' },
  card: card('Time for the stand-up'),
  directory,
  ...more,
})
