import { describe, expect, it } from 'vitest'
import type { Stage } from './stage.ts'

export function peopleSentences(stage: () => Stage): void {
  describe('what a chat product knows', () => {
    it('is of a person their name, language, zone and that they are there', async () => {
      const { platform, installation, mira, mei } = stage()

      for (const { id, name, locale } of [mira, mei]) {
        const profile = await platform.profileOf(installation, id)
        expect(profile).toMatchObject({ externalId: id, name, locale, kind: 'person', active: true })
        expect(() => new Intl.DateTimeFormat('en', { timeZone: profile?.timeZone })).not.toThrow()
      }
    })

    it('is of a channel its name and that the bot may post there', async () => {
      const { platform, installation, room } = stage()

      expect(await platform.channelOf(installation, room.id)).toEqual({
        ...{ externalId: room.id, name: room.name, open: true },
      })
    })

    it('is nothing of people and channels that it does not have', async () => {
      const { platform, installation, unknown } = stage()

      expect(await platform.profileOf(installation, unknown.person)).toBeNull()
      expect(await platform.channelOf(installation, unknown.channel)).toBeNull()
    })

    it('is neither a person who is there nor an open channel where these are closed', async () => {
      const { platform, installation, closed } = stage()

      expect((await platform.profileOf(installation, closed.person))?.active ?? false).toBe(false)
      expect((await platform.channelOf(installation, closed.channel))?.open ?? false).toBe(false)
    })

    it('is that all is well', async () => {
      expect(await stage().platform.trouble()).toBeNull()
    })
  })
}
