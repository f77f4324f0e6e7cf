import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
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

it('a larger one, or one beside many words, is at an address of ours that nobody can guess', async () => {
  const seen: string[] = []
  for (const [words, file] of [
    ['The week', DOT],
    ['The week '.repeat(1_000), SMALL_DOT],
  ] as const) {
    await stage.post(card(words), { file })
    seen.push((pictureIn() as { url: string } | undefined)?.url ?? '')
  }
  const there = await Promise.all(seen.map((url) => fetch(url)))

  expect(seen).toEqual(Array(2).fill(expect.stringMatching(/^http.*\/teams\/files\/[\w-]{32}$/)))
  expect(there.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
    Array(2).fill([200, 'image/png']),
  )
})
