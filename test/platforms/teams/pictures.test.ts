import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readSigned, signed } from '../../../src/pages/signed.ts'
import { type Ticket, writeTicket } from '../../../src/pages/ticket.ts'
import { forgetShown } from '../../../src/people/forget-shown.ts'
import { card, DOT, SMALL_DOT } from '../contract/samples.ts'
import { openTeamsStage, type TeamsStage } from '../contract/teams-stage.ts'

let stage: TeamsStage
beforeAll(async () => {
  stage = await openTeamsStage()
})
beforeEach(() => stage.reset())
afterAll(() => stage.close())

const pictureIn = () => stage.teams.messages.at(-1)?.card?.body.find(({ type }) => type === 'Image')

it('a small picture stands in the card itself', async () => {
  await stage.post(card('The week'), { file: SMALL_DOT })

  expect(pictureIn()).toMatchObject({ url: `data:image/png;base64,${SMALL_DOT.png}`, altText: SMALL_DOT.alt })
})

it('a larger one, or one beside many words, is at a signed address of ours', async () => {
  const seen: string[] = []
  for (const [words, file] of [
    ['The week', DOT],
    ['The week '.repeat(1_000), SMALL_DOT],
  ] as const) {
    await stage.post(card(words), { file })
    seen.push((pictureIn() as { url: string } | undefined)?.url ?? '')
  }
  const there = await Promise.all(seen.map((url) => fetch(url)))

  expect(seen).toEqual(Array(2).fill(expect.stringMatching(/^http.*\/teams\/files\/[\w-]{90,120}$/)))
  expect(there.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
    Array(2).fill([200, 'image/png']),
  )
})

describe('an address of a picture', () => {
  const posted = async () => {
    await stage.post(card('The week'), { file: DOT })
    const [site = '', token = ''] = (pictureIn() as { url: string }).url.split(/(?<=\/teams\/files\/)/)
    return { site, token, ticket: (await readSigned(stage.db, token)) as Ticket }
  }
  const statusOf = async (url: string) => (await fetch(url)).status

  it('opens nothing once a character is another one, it was cut off, or somebody else signed it', async () => {
    const { site, token, ticket } = await posted()
    const forged = [
      `${token.slice(0, 8)}${token[8] === 'A' ? 'B' : 'A'}${token.slice(9)}`,
      token.slice(0, -1),
      writeTicket(ticket, 'a secret of somebody else'),
      ticket.subject,
    ]

    expect(await statusOf(site + token)).toBe(200)
    expect(await Promise.all(forged.map((other) => statusOf(site + other)))).toEqual(Array(4).fill(404))
  })

  it('opens nothing after thirty days, also where the picture still lies there', async () => {
    const { site, ticket } = await posted()
    const [now, day] = [Date.now(), 86_400_000]
    const until = Temporal.Instant.fromEpochMilliseconds(now - 1_000)

    expect(ticket.until.epochMilliseconds).toBeGreaterThan(now + 29 * day)
    expect(ticket.until.epochMilliseconds).toBeLessThan(now + 31 * day)
    expect(await statusOf(site + (await signed(stage.db, { ...ticket, until })))).toBe(404)
  })

  it('opens nothing else that we sign, and is opened by nothing else', async () => {
    const { site, token, ticket } = await posted()

    expect(await statusOf(site + (await signed(stage.db, { ...ticket, page: 'complaint.csat' })))).toBe(404)
    expect(await statusOf(site.replace('/teams/files/', '/p/') + token)).toBe(404)
  })

  it('ends when the picture is taken away', async () => {
    const { site, token } = await posted()
    await forgetShown(stage.db, stage.workspaceId, 'whoever')

    expect(await statusOf(site + token)).toBe(404)
  })
})
