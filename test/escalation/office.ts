import type { Block, Card } from '../../src/chat/card.ts'
import type { CommandLine } from '../../src/chat/command-line.ts'
import { plain } from '../../src/chat/text.ts'
import { acknowledge, progress } from '../../src/escalation/acknowledge.ts'
import { exclude } from '../../src/escalation/exclude.ts'
import type { News } from '../../src/escalation/news.ts'
import { open, reopen } from '../../src/escalation/open.ts'
import { setOwner } from '../../src/escalation/owner.ts'
import { resolve } from '../../src/escalation/resolve.ts'
import type { Step } from '../../src/escalation/rules/policy.ts'
import { createPolicy } from '../../src/escalation/store/policies.ts'
import type { Asking, Flow, Reply } from '../../src/flow.ts'
import { nothing } from '../../src/flow.ts'
import { escalation } from '../../src/flows/escalation/flow.ts'
import { ops } from '../../src/flows/ops/flow.ts'
import { act } from '../../src/world.ts'
import { cardOf, type House, type Person, preparedHouse } from '../support/house.ts'

export const MONDAY_NINE = '2026-03-02T08:00:00Z'
const WHICH = { flow: 'trouble', subject: 'printer' }

/**
 * A flow that opens escalations about its printer: `/trouble open [manager] [@whom it is about]`. What it heard of them is
 * in `news`.
 */
function troubleFlow() {
  const news: News[] = []
  const does = { en: 'does it', 'zh-CN': '操作' }
  const command = (run: (ctx: Asking, line: CommandLine) => Promise<unknown>) => ({
    does,
    run: async (ctx: Asking, line: CommandLine): Promise<Reply> => {
      await run(ctx, line)
      return nothing
    },
  })
  const flow: Flow = {
    name: 'trouble',
    title: { en: 'Trouble', 'zh-CN': '故障' },
    commands: {
      open: command(async (ctx, { words, people }) => {
        const policy = await ctx.db.escalationPolicy.findFirst({ where: { name: 'Test' } })
        await open(ctx, {
          ...WHICH,
          about: 'The printer',
          ownerId: ctx.actor.id,
          excludes: people,
          ...(policy && { policyId: policy.id }),
          ...(words[0] === 'manager' && { begins: 'manager' as const }),
          card: (locale) => printerCard(locale),
        })
      }),
      take: command((ctx) => acknowledge(ctx, WHICH, ctx.actor)),
      progress: command((ctx) => progress(ctx, WHICH)),
      resolve: command((ctx) => resolve(ctx, WHICH, ctx.actor)),
      reopen: command((ctx) => reopen(ctx, WHICH)),
      exclude: command((ctx, { people }) => exclude(ctx, WHICH, people)),
      owner: command((ctx, { people }) => setOwner(ctx, WHICH, people[0] ?? '')),
    },
    buttons: {},
    forms: {},
    timers: {},
    escalation: async (_ctx, heard) => {
      news.push(heard)
    },
  }
  return { news, flow: flow as Flow }
}

const printerCard = (locale: Card['locale']): Card => {
  const words = locale === 'en' ? 'The printer is on fire.' : '打印机着火了。'
  return {
    locale,
    title: locale === 'en' ? 'Printer' : '打印机',
    summary: words,
    blocks: [{ kind: 'text', text: words }],
  }
}

export type Office = House & { news: News[] }

/**
 * Ben's backup is Ana, his manager Mei, her manager Ada the administrator; Zoe is nobody's. Mei reads Chinese. Everybody
 * works from nine to six in Berlin; it is Monday, nine o'clock.
 */
export async function openOffice(): Promise<Office> {
  const { news, flow } = troubleFlow()
  const people: Person[] = [
    { handle: 'ada', administrator: true },
    { handle: 'ana' },
    { handle: 'ben' },
    { handle: 'mei', locale: 'zh-CN' },
    { handle: 'zoe' },
  ]
  const plan = { flows: [escalation, flow, ops], now: MONDAY_NINE, people, channels: ['general', 'alarm'] }
  const house = await preparedHouse(plan, async (fresh) => {
    for (const { handle } of people) await fresh.as(handle).command('/ops me', 'general')
    await fresh.as('ada').command('/ops me', 'alarm')
    await fresh.as('ada').command('/ops manager <@ben> <@mei> backup:<@ana>')
    await fresh.as('ada').command('/ops manager <@mei> <@ada>')
  })
  return Object.assign(house, { news })
}

/** The policy that Ben's trouble follows. */
export const withPolicy = (house: House, steps: readonly Step[], progressMinutes = 24 * 60): Promise<unknown> =>
  act(house.world, house.workspace, (ctx) =>
    createPolicy(ctx, 'Test', { steps, progress: { minutes: progressMinutes, clock: 'calendar' } }),
  )

export const step = (after: number, to: 'owner' | 'backup' | 'manager' | 'managers-manager' | 'admins'): Step => ({
  after,
  clock: 'calendar',
  tell: { to },
})

/** Owner at once, manager after 30 minutes, the manager's manager after 30 more. */
export const LADDER: readonly Step[] = [step(0, 'owner'), step(30, 'manager'), step(30, 'managers-manager')]

/** Ben has trouble; what is due at once has been said. */
export async function trouble(house: House, who = 'ben', how = ''): Promise<void> {
  await house.as(who).command(`/trouble open ${how}`)
  await house.wake()
}

/** The words of each escalation message to this person as they stand now, the oldest first. */
export const toldTo = (house: House, who: string): string[] =>
  house
    .directTo(who)
    .filter(({ key }) => key.startsWith('escalation/'))
    .map(({ card }) => wordsOf(card))

export const cardTo = (house: House, who: string): Card =>
  house.directTo(who).findLast(({ key }) => key.startsWith('escalation/'))!.card

export const wordsOf = (card: Card): string => [card.title ?? '', ...card.blocks.map(wordsIn)].join('\n')
export const read = (reply: Reply): string => wordsOf(cardOf(reply))

function wordsIn(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'context':
      return plain(block.text)
    case 'list':
      return block.items.map(plain).join('\n')
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ')
    case 'facts':
    case 'table':
    case 'image':
    case 'divider':
    case 'progress':
      return ''
  }
}

/** What the audit trail says happened to escalations, the oldest first. */
export async function trail(house: House): Promise<string[]> {
  const entries = await house.db.auditEntry.findMany({
    where: { subject: { startsWith: 'escalation:' } },
    orderBy: { id: 'asc' },
  })
  return entries.map(({ action }) => action.replace('escalation.', ''))
}

/** Who was passed over, as the step and the reason. */
export async function reasons(house: House): Promise<string[]> {
  const passed = { outcome: { not: 'told' } }
  const notices = await house.db.escalationNotice.findMany({ where: passed, orderBy: { id: 'asc' } })
  return notices.map(({ step, outcome }) => `${step} ${outcome}`)
}

export const stateOf = async (house: House) => house.db.escalation.findFirstOrThrow()
