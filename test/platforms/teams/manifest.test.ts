import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { flows } from '../../../src/flows.ts'
import { commandNamed, wordsOf } from '../../../src/help.ts'
import { packageTexts } from '../../../src/platforms/teams/app-package.ts'
import {
  APP_ID_TO_FILL_IN,
  HOST_TO_FILL_IN,
  messageActionsOf,
  teamsManifest,
  typedCommandsOf,
} from '../../../src/platforms/teams/manifest.ts'
import { withSlash } from '../../../src/platforms/teams/slash.ts'
import { mistakesIn } from './schema.ts'

const APP = {
  commands: typedCommandsOf(flows),
  shortcuts: messageActionsOf(flows),
  appId: '6f2c7a30-5d0b-4c3e-9a51-0c8f6b1d2e47',
  host: 'drumbeat.example.com',
}
const IN_GENERAL = { ...APP, appId: APP_ID_TO_FILL_IN, host: HOST_TO_FILL_IN }
const LOCALES = ['en', 'zh-CN'] as const
const VARIANTS = [
  { what: 'the manifest', folder: '', variant: (manifest: ReturnType<typeof teamsManifest>) => manifest },
  { what: 'the one with slash commands', folder: 'slash/', variant: withSlash },
]

const written = async (path: string) => JSON.parse(await readFile(`manifests/teams/${path}`, 'utf8'))

/** The flow and the command that somebody who sends this runs. */
function runBy(typed: string) {
  const [word, ...rest] = typed.split(' ')
  const listed = wordsOf(flows).find(({ name }) => name === word)
  const command = rest.length === 0 ? listed?.commands[''] : listed && commandNamed(listed, rest.join(' '))
  return { command, flow: flows.find(({ commands }) => command && Object.values(commands).includes(command))?.name }
}

describe.each(VARIANTS)('$what', ({ folder, variant }) => {
  it('stands in manifests/teams as the commands and shortcuts are, with its Chinese words beside it', async () => {
    for (const [name, text] of Object.entries(packageTexts(IN_GENERAL, variant))) {
      expect(await written(folder + name)).toEqual(text)
    }
  })

  it('is what Microsoft’s schemas ask for, in either language', async () => {
    expect(await mistakesIn(await written(`${folder}manifest.json`))).toEqual([])
    expect(await mistakesIn(await written(`${folder}zh-cn.json`))).toEqual([])
    expect(await mistakesIn(variant(teamsManifest(APP, 'zh-CN')))).toEqual([])
  })

  it.each(LOCALES)('suggests at most 12 commands at once, each of which is one, of every flow (%s)', (locale) => {
    for (const { commands } of variant(teamsManifest(APP, locale)).bots[0]!.commandLists) {
      const run = commands.map(({ title }) => runBy(title))

      expect(commands.length).toBeLessThanOrEqual(12)
      expect(run.filter(({ command }) => !command)).toEqual([])
      expect(new Set(run.map(({ command }) => command)).size).toBe(commands.length)
      expect(run.map(({ flow }) => flow)).toEqual(expect.arrayContaining(flows.map(({ name }) => name)))
    }
  })

  it('says the same in its Chinese words as the manifest in Chinese', async () => {
    const words: Record<string, string> = await written(`${folder}zh-cn.json`)
    const { bots, composeExtensions, description } = variant(teamsManifest(APP, 'zh-CN'))
    const titles = bots[0]!.commandLists.flatMap(({ commands }) => commands.map(({ title }) => title))

    expect(Object.keys(words).filter((place) => /^bots.*title$/.test(place))).toHaveLength(titles.length)
    expect(Object.values(words)).toEqual(expect.arrayContaining([...titles, description.full]))
    expect(words['composeExtensions[0].commands[0].title']).toBe(composeExtensions[0]?.commands[0]?.title)
    expect(words['bots[0].commandLists[0].commands[0].title']).toBe('standup 回答')
  })
})

describe('the manifest', () => {
  it('is that of one app at one host', () => {
    const manifest = teamsManifest(APP, 'en')

    expect([manifest.id, manifest.bots[0]?.botId, manifest.composeExtensions[0]?.botId]).toEqual(
      Array(3).fill(APP.appId),
    )
    expect(manifest.validDomains).toEqual(['drumbeat.example.com'])
    expect(manifest.developer.websiteUrl).toBe('https://drumbeat.example.com')
  })

  it('lets people file a complaint from a message’s menu', () => {
    expect(teamsManifest(APP, 'en').composeExtensions[0]?.commands).toEqual([
      {
        id: 'complaint.file',
        type: 'action',
        context: ['message'],
        title: 'File a complaint',
        description: 'Complaints: File a complaint',
        fetchTask: true,
      },
    ])
  })

  it('is not made when a command that it suggests is none any more', () => {
    const commands = APP.commands.filter(({ key }) => key !== 'okr update')

    expect(() => teamsManifest({ ...APP, commands }, 'en')).toThrow('No command is called okr update')
  })

  it('has slash commands only in its variant, in channels and group chats, with what is suggested to one alone', () => {
    const base = teamsManifest(APP, 'en')
    const [alone, together, slash] = withSlash(base).bots[0]!.commandLists

    expect(JSON.stringify(base)).not.toMatch(/slash|Targeted/)
    expect([alone, together]).toEqual(base.bots[0]?.commandLists)
    expect(slash).toEqual({ scopes: ['team', 'groupChat'], triggers: ['slash'], commands: alone?.commands })
  })

  it('is refused by the check against the schema where something is too long or unknown', async () => {
    const manifest = teamsManifest(APP, 'en')
    const long = { ...manifest, description: { ...manifest.description, short: 'x'.repeat(81) } }

    expect(await mistakesIn(long)).toEqual(['/description/short must NOT have more than 80 characters'])
    expect(await mistakesIn({ ...withSlash(manifest), ...{ $schema: manifest.$schema } })).not.toEqual([])
  })
})

describe('the icons', () => {
  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is as large as Teams asks for', async (name, size) => {
    const png = await readFile(`manifests/teams/${name}`)

    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  })
})
