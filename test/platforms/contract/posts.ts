import { describe, expect, it } from 'vitest'
import { ChannelClosed, PersonUnreachable } from '../../../src/errors.ts'
import { card, DOT } from './samples.ts'
import type { Stage } from './stage.ts'

export function postSentences(stage: () => Stage): void {
  describe('a post', () => {
    it('to a channel is seen by everybody there', async () => {
      const { mira, mei, post } = stage()

      await post(card('Time for the stand-up'))

      for (const { room } of [mira, mei])
        expect((await room()).map(({ words }) => words)).toEqual(['Time for the stand-up'])
    })

    it('is announced by its summary, as that was written', async () => {
      const { mira, post } = stage()
      const summary = '陈梅: <!channel> <script> R&D &amp; 1 < 2'

      await post(card('Time for the stand-up', { summary }))

      expect((await mira.room())[0]?.notification).toBe(summary)
    })

    it('to a person is seen by them alone, in their conversation with the bot', async () => {
      const { mira, mei, post } = stage()

      await post(card('What did you finish?'), { to: { person: mei.id } })

      expect((await mei.direct()).map(({ words }) => words)).toEqual(['What did you finish?'])
      expect([await mira.direct(), await mira.room(), await mei.room()]).toEqual([[], [], []])
    })

    it('under another stands in its thread', async () => {
      const { mira, post } = stage()
      const thread = await post(card('Time for the stand-up'))

      await post(card('The digest'), { thread })

      const [first, second] = await mira.room()
      expect(first?.thread).toBeNull()
      expect(second?.thread).toBe(first?.id)
    })

    it('under another stands in the channel as well, unless it is an aside', async () => {
      const { mira, post, update, nature } = stage()
      const thread = await post(card('Complaint C-000012'))
      const aside = await post(card('Jonas took it'), { thread, aside: true })

      await post(card('It is late'), { thread })
      await update(aside, card('Jonas has taken it'))

      const messages = await mira.room()
      expect(messages.map(({ words, isAside }) => [words, isAside])).toEqual([
        ['Complaint C-000012', false],
        ['Jonas has taken it', nature.repliesStandInChannel],
        ['It is late', false],
      ])
      expect(messages.slice(1).map((message) => message.thread)).toEqual([messages[0]?.id, messages[0]?.id])
    })

    it('is changed where it stands', async () => {
      const { mira, post, update } = stage()
      const ref = await post(card('Two have answered'))
      await post(card('Something else'))

      await update(ref, card('Three have answered', { title: 'Daily' }))
      await update(ref, card('All have answered'))

      const messages = await mira.room()
      expect(messages.map(({ words }) => words)).toEqual(['All have answered', 'Something else'])
      expect(messages.map(({ isEdited }) => isEdited)).toEqual([true, false])
    })

    it('that is sent again under its key stands there as often as the product’s nature allows', async () => {
      const { mira, post, nature } = stage()

      await post(card('Time for the stand-up'), { key: 'contract/again' })
      await post(card('Time for the stand-up'), { key: 'contract/again' })

      expect(await mira.room()).toHaveLength(nature.messagesOfOneKey)
    })

    it('brings a picture for everybody there to see, with words for who cannot', async () => {
      const { mira, mei, post } = stage()

      await post(card('The week in complaints'), { file: DOT })

      for (const { room } of [mira, mei]) {
        const messages = await room()
        expect(messages.flatMap(({ words }) => words || [])).toEqual(['The week in complaints'])
        expect(messages.flatMap(({ pictures }) => pictures)).toEqual([DOT])
      }
    })

    it('under another brings its picture there', async () => {
      const { mira, post } = stage()
      const thread = await post(card('Complaint C-000012'))

      await post(card('What it looks like'), { thread, aside: true, file: DOT })

      const [first, ...more] = await mira.room()
      expect(more.filter(({ pictures }) => pictures.length > 0).map((message) => message.thread)).toEqual([first?.id])
    })

    it('to a person brings its picture to them alone', async () => {
      const { mira, mei, post } = stage()

      await post(card('Your report'), { to: { person: mei.id }, file: DOT })

      expect(await mei.files()).toEqual([DOT])
      expect(await mira.files()).toEqual([])
    })

    it('brings a file with its exact text to its person alone', async () => {
      const { mira, mei, post } = stage()
      const file = { name: '历史 & more.csv', text: '谁,when\r\n"a ""b""",<&>\n\u2028=1+1,👍🏽\n' }

      await post(card('Your export'), { to: { person: mei.id }, file })

      expect(await mei.files()).toEqual([file])
      expect(await mira.files()).toEqual([])
    })
  })

  describe('a post that can reach nobody', () => {
    it.each(['unknown', 'closed'] as const)('because its person is %s says so', async (gone) => {
      const { post, [gone]: nowhere } = stage()

      await expect(post(card('Hello'), { to: { person: nowhere.person } })).rejects.toThrow(PersonUnreachable)
    })

    it.each(['unknown', 'closed'] as const)('because its channel is %s says so', async (gone) => {
      const { post, [gone]: nowhere } = stage()

      await expect(post(card('Hello'), { to: { channel: nowhere.channel } })).rejects.toThrow(ChannelClosed)
    })
  })
}
