import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card, Tone } from '../../../src/chat/card.ts'
import { mention } from '../../../src/chat/text.ts'
import { card as hostileCard } from '../slack/hostile.ts'
import { modestCard } from './modest-card.ts'
import { missingFrom, soon, squeezed, toldOf, wordsIn } from './reading.ts'
import { card, everyBlock, form, LITERAL, named, withButton } from './samples.ts'
import type { CardSeen, Stage } from './stage.ts'

// The same cards on every run.
const SEED = 20_260_504
const TONES: readonly Tone[] = ['plain', 'good', 'warning', 'bad']

const posted = async (stage: Stage, shown: Card): Promise<CardSeen | undefined> => {
  await stage.post(shown)
  return (await stage.mei.room()).at(-1)
}

/** All the ways in which somebody gets to see a card. */
const WAYS: Record<string, (stage: Stage, shown: Card) => Promise<CardSeen | undefined>> = {
  'in a channel': posted,
  'in answer to a command': async ({ door, mira }, shown) => {
    door.answers = () => ({ kind: 'card', card: shown })
    await mira.command('/standup list', 'room')
    return soon('the card', async () => (await mira.privately()).at(-1))
  },
  'in answer to a press': async ({ door, mira, post }, shown) => {
    await post(withButton('Show me', 'standup.show'), { to: { person: mira.id } })
    door.answers = () => ({ kind: 'card', card: shown })
    await mira.press('Show me')
    return soon('the card', async () => (await mira.privately()).at(-1))
  },
  'in answer to a form': async ({ door, mira }, shown) => {
    door.answers = ({ what }) =>
      what.kind === 'command' ? { kind: 'form', form: form() } : { kind: 'card', card: shown }
    await mira.command('/standup new', 'room')
    await soon('the form', mira.form)
    await mira.submit({ name: 'Daily' })
    return soon('the card', async () => (await mira.privately()).at(-1))
  },
}

export function cardSentences(stage: () => Stage): void {
  describe.each(Object.entries(WAYS))('a card %s', (_way, show) => {
    it('is shown with every kind of block and all their words', async () => {
      const shown = card('', { title: 'Daily sync', blocks: Object.values(everyBlock(stage())) })

      const seen = await show(stage(), shown)

      expect(missingFrom(seen?.words ?? '', [...wordsIn(shown), 'Who', 'Streak'])).toEqual([])
      expect(seen?.images).toEqual([{ url: 'https://example.com/drum.png', alt: 'A drum' }])
      expect(seen?.buttons).toEqual([{ label: 'Answer', style: 'primary' }])
    })

    it.each(TONES)('is shown in its tone: %s', async (tone) => {
      const seen = await show(stage(), card('How it is', { title: 'The state of things', tone }))

      expect(seen?.tone).toBe(tone)
      expect(missingFrom(seen?.words ?? '', ['The state of things', 'How it is'])).toEqual([])
    })

    it('mentions people and channels as the product does, and those that it does not know by name', async () => {
      const { mei, room, nature } = stage()
      const where = { channel: room.ours, name: room.name }
      const strangers = [mention({ id: 'm-gone', name: 'Gone' }), ' ', { channel: 'c-gone', name: 'gone' }]
      const shown = card([mention(named(mei)), ' in ', where, ' ', ...strangers], { title: 'Who' })

      const seen = await show(stage(), shown)

      expect(seen?.mentions).toEqual(nature.mentionsChannels ? [mei.id, room.id] : [mei.id])
      expect(squeezed(seen?.words ?? '')).toBe(`Who @${mei.name} in #${room.name} @Gone #gone`)
    })

    it('links to the web, and to another post once that has an address', async () => {
      const { platform, post, addresses } = stage()
      const ref = await post(card('The prompt'))
      const address = await soon('an address', () => platform.linkTo(ref))
      addresses.set('contract/prompt', address)
      const links = [
        { link: 'the order', href: 'https://example.com/a?b=1&c=2' },
        ' ',
        { link: 'the prompt', post: 'contract/prompt' },
        ' ',
        { link: 'the digest', post: 'contract/later' },
      ]

      const seen = await show(stage(), card(links, { title: 'See' }))

      expect(seen?.links).toEqual([
        { words: 'the order', href: 'https://example.com/a?b=1&c=2' },
        { words: 'the prompt', href: address },
      ])
      expect(squeezed(seen?.words ?? '')).toBe('See the order the prompt the digest')
    })

    it('keeps what people wrote as they wrote it, wherever in the card it stands', async () => {
      const words = Object.values(LITERAL)
      const blocks = words.flatMap((text): Card['blocks'] => [
        { kind: 'text', text, style: 'heading' },
        { kind: 'text', text: [{ bold: text }, { link: text, href: 'https://example.com' }], style: 'quote' },
        { kind: 'facts', facts: [{ label: text, value: text }] },
        { kind: 'list', items: [text] },
        { kind: 'context', text },
      ])

      for (const [from, text] of words.entries()) {
        const seen = await show(stage(), card('', { title: text, blocks: blocks.slice(5 * from, 5 * from + 5) }))

        expect(squeezed(seen?.words ?? '').split(squeezed(text))).toHaveLength(9)
        expect(seen?.mentions).toEqual([])
      }
    })
  })

  describe('any card', () => {
    it('that is not too long is shown with all its words', async () => {
      const property = fc.asyncProperty(modestCard(stage()), async (shown) => {
        const seen = await posted(stage(), shown)

        expect(missingFrom(seen?.words ?? '', wordsIn(shown))).toEqual([])
      })

      await fc.assert(property, { numRuns: 60, seed: SEED })
    })

    it('can be posted, whatever is in it', async () => {
      const property = fc.asyncProperty(hostileCard, async (shown) => {
        await stage().reset()
        await stage().post(shown)

        expect(await stage().mei.room()).toHaveLength(1)
        expect(stage().problems()).toEqual([])
      })

      await fc.assert(property, { numRuns: 20, seed: SEED })
    })

    it('that holds nothing to read says its summary', async () => {
      const seen = await posted(stage(), { locale: 'en', summary: 'Nobody has answered', blocks: [] })

      expect(seen?.words).toBe('Nobody has answered')
    })
  })

  it('shows a card in answer to nobody else', async () => {
    const { door, mira, mei } = stage()
    door.answers = () => ({ kind: 'card', card: card('For Mira alone') })

    await mira.command('/standup list', 'room')

    await toldOf(mira, 'For Mira alone')
    expect([await mei.privately(), await mei.room(), await mira.room()]).toEqual([[], [], []])
  })
}
