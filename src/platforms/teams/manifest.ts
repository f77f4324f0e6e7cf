import type { Locale, Phrase } from '../../chat/locale.ts'
import type { Command, Flow } from '../../flow.ts'
import { wordsOf } from '../../help.ts'

/** `key` is how it is typed in English, such as `okr update`. */
export type ManifestCommand = { key: string; title: Phrase; description: Phrase }
export type ManifestShortcut = { id: string; title: Phrase; description: Phrase }

export type App = {
  commands: readonly ManifestCommand[]
  shortcuts: readonly ManifestShortcut[]
  /** That of the bot's registration with Microsoft, a GUID. */
  appId: string
  /** At which Teams reaches Drumbeat, without `https://`. */
  host: string
}

export const APP_ID_TO_FILL_IN = '00000000-0000-0000-0000-000000000000'
export const HOST_TO_FILL_IN = 'YOUR-HOST'
export const LANGUAGE_TAGS: Record<Locale, string> = { en: 'en', 'zh-CN': 'zh-cn' }

/** Teams takes a package in the place of an older one only when this is higher. */
const VERSION = '1.0.0'

/** What Teams suggests to somebody alone with the bot: of each flow what is used most, 12 at the most. */
const PERSONAL = [
  ...['standup answer', 'complaint', 'complaint list', 'okr update', 'okr list', 'risk list', 'risk alerts'],
  ...['kpi set', 'ops escalations', 'ops report', 'ops upcoming', 'ops help'],
]

/** What it suggests where others read along. */
const TOGETHER = [
  ...['standup new', 'standup status', 'complaint', 'complaint list', 'okr update', 'okr list', 'risk list'],
  ...['risk alerts', 'kpi list', 'ops escalations', 'ops report', 'ops help'],
]

/** All that can be typed, each command by its name in the reader's language. */
export const typedCommandsOf = (flows: readonly Flow[]): ManifestCommand[] =>
  wordsOf(flows).flatMap(({ name: word, commands }) =>
    Object.entries(commands).map(([name, command]) => ({
      key: `${word} ${name}`.trimEnd(),
      title: { en: `${word} ${name}`.trimEnd(), 'zh-CN': `${word} ${chineseName(command) ?? name}`.trimEnd() },
      description: described(command),
    })),
  )

/** What can be done with a message, from its menu. */
export const messageActionsOf = (flows: readonly Flow[]): ManifestShortcut[] =>
  flows.flatMap(({ name: flow, title: of, shortcuts = {} }) =>
    Object.entries(shortcuts).map(([name, { title }]) => ({
      id: `${flow}.${name}`,
      title,
      description: { en: `${of.en}: ${title.en}`, 'zh-CN': `${of['zh-CN']}：${title['zh-CN']}` },
    })),
  )

/** So that it hears what is said in channels where a flow watches; whoever adds it to a team grants it there. */
const HEARS_CHANNELS = 'ChannelMessage.Read.Group'

export type TeamsManifest = ReturnType<typeof teamsManifest>

/** What tells Teams about the bot, in one language; the others' words are in files beside it. */
export function teamsManifest({ commands, shortcuts, appId, host }: App, locale: Locale) {
  const site = `https://${host}`
  const list = (scopes: readonly string[], keys: readonly string[]) => ({
    scopes,
    commands: keys.map((key) => suggestion(commands, key, locale)),
  })
  return {
    $schema: schemaAddress('1.25'),
    manifestVersion: '1.25',
    version: VERSION,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: LANGUAGE_TAGS[locale],
      additionalLanguages: othersThan(locale).map((tag) => ({ languageTag: tag, file: `${tag}.json` })),
    },
    developer: { name: 'Drumbeat', websiteUrl: site, privacyUrl: site, termsOfUseUrl: site },
    ...words[locale],
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1f3a5f',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        commandLists: [list(['personal'], PERSONAL), list(['team', 'groupChat'], TOGETHER)],
      },
    ],
    composeExtensions: [{ botId: appId, commands: shortcuts.map((shortcut) => messageAction(shortcut, locale)) }],
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    validDomains: [host],
    webApplicationInfo: { id: appId, resource: site },
    authorization: { permissions: { resourceSpecific: [{ name: HEARS_CHANNELS, type: 'Application' }] } },
  }
}

export const schemaAddress = (version: string, file = 'MicrosoftTeams') =>
  `https://developer.microsoft.com/json-schemas/teams/v${version}/${file}.schema.json`

const othersThan = (locale: Locale): string[] =>
  Object.values(LANGUAGE_TAGS).filter((tag) => tag !== LANGUAGE_TAGS[locale])

function suggestion(commands: readonly ManifestCommand[], key: string, locale: Locale) {
  const found = commands.find((command) => command.key === key)
  if (!found) throw new RangeError(`No command is called ${key}`)
  return { title: found.title[locale], description: found.description[locale] }
}

const messageAction = ({ id, title, description }: ManifestShortcut, locale: Locale) => ({
  id,
  type: 'action',
  context: ['message'],
  title: title[locale],
  description: description[locale],
  fetchTask: true,
})

const chineseName = ({ aliases = [] }: Command): string | undefined =>
  aliases.find((alias) => /\p{Script=Han}/u.test(alias))

const described = ({ does, usage }: Command): Phrase => ({
  en: [does.en, usage?.en].filter(Boolean).join(': '),
  'zh-CN': [does['zh-CN'], usage?.['zh-CN']].filter(Boolean).join('：'),
})

const en = {
  name: { short: 'Drumbeat', full: 'Drumbeat: your company’s operating rhythm' },
  description: {
    short: 'Runs your company’s operating rhythm: stand-ups, complaints, OKRs, risks.',
    full: 'Drumbeat asks for stand-ups, check-ins and values when they are due, follows complaints, risks and alerts until somebody has dealt with them, goes up the chain when nobody acts, and tells the week in one report. Type “ops help” to see every command.',
  },
}

const zhCN: typeof en = {
  name: { short: 'Drumbeat', full: 'Drumbeat：公司的运营节奏' },
  description: {
    short: '管好公司的运营节奏：站会、客诉、OKR 与风险。',
    full: 'Drumbeat 到点提醒站会、OKR 进展和指标录入，跟进客诉、风险和预警直到有人处理，无人处理时逐级上报，并把一周汇总成一份报告。输入“ops 帮助”查看所有命令。',
  },
}

const words: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
