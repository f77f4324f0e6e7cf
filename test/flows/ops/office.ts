import { Temporal } from 'temporal-polyfill'
import type { Block, Card } from '../../../src/chat/card.ts'
import { plain } from '../../../src/chat/text.ts'
import type { Flow, Reply } from '../../../src/flow.ts'
import { ops } from '../../../src/flows/ops/flow.ts'
import { cardOf, type House, openHouse } from '../../support/house.ts'

/** A flow that asks everybody something every day at 9:00 in Berlin, so that there is an agenda. */
const daily: Flow = {
  name: 'daily',
  title: { en: 'Daily', 'zh-CN': '每日' },
  commands: { start: { run: async () => ({ kind: 'nothing' }), does: { en: 'Starts it', 'zh-CN': '开始' } } },
  buttons: {},
  forms: {},
  timers: {},
  upcoming: async (ctx, _member, until) => {
    const first = ctx.now.toZonedDateTimeISO('Europe/Berlin').with({ hour: 9, minute: 0, second: 0 })
    const days = Array.from({ length: 400 }, (_, number) => first.add({ days: number }).toInstant())
    return days.filter((at) => Temporal.Instant.compare(at, until) < 0).map((at) => ({ at, what: 'Daily question' }))
  },
}

/** Wednesday noon in Berlin. Ada is the administrator; Mei reads Chinese. */
export const openOffice = async (flows: readonly Flow[] = [ops, daily]): Promise<House> => {
  const house = await openHouse({
    flows,
    now: '2026-03-04T11:00:00Z',
    people: [
      { handle: 'ada', administrator: true },
      { handle: 'ben' },
      { handle: 'mei', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
      { handle: 'robo', kind: 'bot' },
      { handle: 'guest', kind: 'guest' },
      { handle: 'gone', active: false },
    ],
  })
  for (const handle of ['ada', 'ben', 'mei']) await house.as(handle).command('/ops')
  return house
}

/** All words of a reply, a line for each part. */
export const read = (reply: Reply): string => readCard(cardOf(reply))
export const readCard = (card: Card): string => [card.title ?? '', ...card.blocks.map(readBlock)].join('\n')

function readBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'context':
      return plain(block.text)
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${plain(value)}`).join('\n')
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ')
    case 'list':
      return block.items.map(plain).join('\n')
    case 'table':
    case 'image':
    case 'divider':
    case 'progress':
      return ''
  }
}

/** What is on the audit trail about this person, the oldest first. */
export async function trail(house: House, handle: string) {
  const { id } = await house.member(handle)
  const entries = await house.db.auditEntry.findMany({ where: { subject: `member:${id}` }, orderBy: { id: 'asc' } })
  return entries.map(({ action, actorId, detail }) => ({ action, actorId, detail }))
}
