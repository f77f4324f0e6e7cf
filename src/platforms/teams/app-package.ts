import { type App, LANGUAGE_TAGS, schemaAddress, type TeamsManifest, teamsManifest } from './manifest.ts'

type Titled = { title: string; description: string }

/** The texts of the app package by the names that they have in it; the icons go beside them. */
export function packageTexts(app: App, variant: (manifest: TeamsManifest) => TeamsManifest = (manifest) => manifest) {
  const chinese = variant(teamsManifest(app, 'zh-CN'))
  return {
    'manifest.json': variant(teamsManifest(app, 'en')),
    [`${LANGUAGE_TAGS['zh-CN']}.json`]: localizationOf(chinese),
  }
}

/** The words of a manifest by where they stand in it, for readers of its language. */
export function localizationOf({ manifestVersion, name, description, bots, composeExtensions }: TeamsManifest) {
  const suggested = bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap(({ commands }, list) => entries(`bots[${bot}].commandLists[${list}]`, commands)),
  )
  const actions = composeExtensions.flatMap(({ commands }, at) => entries(`composeExtensions[${at}]`, commands))
  return {
    $schema: schemaAddress(manifestVersion, 'MicrosoftTeams.Localization'),
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries([...suggested, ...actions]),
  }
}

const entries = (place: string, commands: readonly Titled[]): [string, string][] =>
  commands.flatMap(({ title, description }, at): [string, string][] => [
    [`${place}.commands[${at}].title`, title],
    [`${place}.commands[${at}].description`, description],
  ])
