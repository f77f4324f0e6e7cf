import { Temporal } from 'temporal-polyfill'
import { toDate } from '../../../../src/calendar/instant.ts'
import { plain } from '../../../../src/chat/text.ts'
import { awaitVerdict } from '../../../../src/flows/complaint/after/satisfaction.ts'
import { type Complaint, changeComplaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { startWeb } from '../../../../src/web.ts'
import { act } from '../../../../src/world.ts'
import type { House } from '../../../support/house.ts'
import { acting, fileOne, nowOf, openOffice } from '../office.ts'

export type Counter = Awaited<ReturnType<typeof openCounter>>

/** The office with its pages on a real port. */
export async function openCounter() {
  const house = await openOffice()
  house.world.site = 'http://127.0.0.1:0'
  const web = await startWeb(house.world, { host: '127.0.0.1', port: 0, devClock: false })

  async function open(link: string, init: RequestInit = {}) {
    const response = await fetch(link, init)
    return { status: response.status, html: await response.text() }
  }
  return {
    house,
    open,
    answer: (link: string, values: Record<string, string>) =>
      open(link, { method: 'POST', body: new URLSearchParams(values) }),
    close: async () => {
      await web.stop()
      await house.close()
    },
  }
}

/** A complaint of Ben's to which the customer has been replied. */
export async function repliedOne(house: House, told: Parameters<typeof fileOne>[1] = {}): Promise<Complaint> {
  return reply(house, await fileOne(house, told))
}

export async function reply(house: House, { id }: Complaint): Promise<Complaint> {
  const complaint = await nowOf(house, { id })
  const ben = await house.member('ben')
  await acting(house, ben, async (ctx) => {
    const change = { state: 'replied', repliedAt: toDate(ctx.now), reply: 'We gave the money back.' } as const
    await awaitVerdict(ctx, await changeComplaint(ctx.db, complaint, change))
  })
  await house.settle()
  return nowOf(house, { id })
}

/** The link that the owner was given for the customer, out of the sentence around it. */
export function linkFor(house: House, { id, reopenings }: Complaint): string {
  const found = /https?:\/\/\S+\/p\/[\w-]+/.exec(letterFor(house, { id, reopenings }))
  if (!found) throw new Error('No link was given')
  return found[0]
}

export function letterFor(house: House, { id, reopenings }: Pick<Complaint, 'id' | 'reopenings'>): string {
  const card = house.chat.messages.find(({ key }) => key === `complaint/${id}/survey/${reopenings + 1}`)?.card
  const quote = card?.blocks.find((block) => block.kind === 'text' && block.style === 'quote')
  return quote?.kind === 'text' ? plain(quote.text) : ''
}

export const surveyOf = (house: House, { id }: Pick<Complaint, 'id'>, round = 1) =>
  house.db.complaintSurvey.findFirstOrThrow({ where: { complaintId: id, round } })

/** What the audit trail has of this deed about the complaint. */
export const recorded = (house: House, { id }: Pick<Complaint, 'id'>, action: string) =>
  house.db.auditEntry.findMany({ where: { subject: `complaint:${id}`, action } })

export const inDays = (house: House, days: number): string =>
  house
    .now()
    .add(Temporal.Duration.from({ hours: days * 24 }))
    .toString()

export const inOffice = <Result>(house: House, deed: Parameters<typeof act<Result>>[2]): Promise<Result> =>
  act(house.world, house.workspace, deed)
