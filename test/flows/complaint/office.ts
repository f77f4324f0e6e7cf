import type { Member } from '../../../src/database/types.ts'
import type { Asking, Context, Reply } from '../../../src/flow.ts'
import { type Filing, fileComplaint } from '../../../src/flows/complaint/intake/file.ts'
import { writeReference } from '../../../src/flows/complaint/rules/reference.ts'
import { type Complaint, complaintById } from '../../../src/flows/complaint/store/complaints.ts'
import { changeSettings } from '../../../src/flows/complaint/store/settings.ts'
import { flows } from '../../../src/flows.ts'
import { act } from '../../../src/world.ts'
import { cardOf, type House, type Person, preparedHouse } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'

/** A Monday, 09:00 in Berlin, where everybody works from nine to six. */
export const MONDAY_NINE = '2026-03-02T08:00:00Z'

const PEOPLE: Person[] = [
  { handle: 'mei', administrator: true },
  { handle: 'ben' },
  { handle: 'kai' },
  { handle: 'lin' },
  { handle: 'tom' },
  { handle: 'ana' },
  { handle: 'li', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
  { handle: 'guest', kind: 'guest' },
]

/**
 * Mei is the administrator. Ben is on duty for complaints; his manager is Kai, his backup Lin, and Kai's manager is Tom.
 * Ana and Li, who reads Chinese, are colleagues; the cards stand in #triage.
 */
export async function openOffice(more: { people?: Person[]; now?: string } = {}): Promise<House> {
  const people = [...PEOPLE, ...(more.people ?? [])]
  return preparedHouse(
    { flows, now: more.now ?? MONDAY_NINE, people, channels: ['triage', 'general'] },
    async (house) => {
      for (const { handle } of people) await house.as(handle).command('/ops me', 'triage')
      await house.as('mei').command('/ops me', 'general')
      await house.as('mei').command('/ops manager <@ben> <@kai> backup:<@lin>')
      await house.as('mei').command('/ops manager <@kai> <@tom>')
      const [triage, ben] = [await house.channel('triage'), await house.member('ben')]
      await changeSettings(house.db, house.workspace.id, { triageChannelId: triage.id, dutyOwnerId: ben.id })
    },
  )
}

type Told = Omit<Partial<Filing>, 'customer' | 'namedIds'> & {
  customer?: Filing['customer']
  /** By handle: who files it, and whom it is about. */
  by?: string
  named?: readonly string[]
}

/** Ana files a complaint of Zhang Wei's about a bill: S3, billing, Ben's; or as these words say. */
export async function fileOne(house: House, told: Told = {}): Promise<Complaint> {
  const { by = 'ana', named = [], ...given } = told
  const actor = await house.member(by)
  const people = await Promise.all(named.map((handle) => house.member(handle)))
  const filing: Filing = {
    customer: { name: 'Zhang Wei', contact: 'zhang@customer.example' },
    what: 'He was billed twice for the order of February.',
    via: 'phone',
    source: 'command',
    severity: 3,
    type: 'billing',
    namedIds: people.map(({ id }) => id),
    ...given,
  }
  const filed = await acting(house, actor, (ctx) => fileComplaint(ctx, filing))
  await house.settle()
  return filed
}

/** One deed of this member's, in a transaction of its own. */
export const acting = <Result>(house: House, actor: Member, deed: (ctx: Asking) => Promise<Result>): Promise<Result> =>
  act(house.world, house.workspace, (ctx: Context) =>
    deed(Object.assign(ctx, { actor, locale: actor.locale as Asking['locale'], platform: 'playground' as const })),
  )

/** The complaint as it is now. */
export async function nowOf(house: House, { id }: Pick<Complaint, 'id'>): Promise<Complaint> {
  const complaint = await complaintById(house.db, house.workspace.id, id)
  if (!complaint) throw new Error('It is not there')
  return complaint
}

/** How people type which one they mean. */
export const refOf = ({ number }: Pick<Complaint, 'number'>): string => writeReference(number)

/** What happened to it so far, without the texts. */
export const storyOf = async (house: House, { id }: Pick<Complaint, 'id'>): Promise<string[]> =>
  (await house.db.complaintEntry.findMany({ where: { complaintId: id }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  )

export const saidIn = (reply: Reply): string => wordsOf(cardOf(reply))

/** What stands in this person's direct messages now and contains these words. */
export const toldTo = (house: House, who: string, words = ''): string[] =>
  house
    .directTo(who)
    .map(({ card }) => wordsOf(card))
    .filter((said) => said.includes(words))
