import { schemaAddress, type TeamsManifest } from './manifest.ts'

/**
 * The same app for tenants that have slash commands: in channels and group chats `/` offers what is one's own, written
 * to the bot alone. Only for a bot that answers such messages to whoever wrote them alone.
 */
export function withSlash(manifest: TeamsManifest) {
  return {
    ...manifest,
    $schema: schemaAddress('1.29'),
    manifestVersion: '1.29',
    bots: manifest.bots.map((bot) => ({
      ...bot,
      supportsTargetedMessages: true,
      commandLists: [
        ...bot.commandLists,
        ...bot.commandLists
          .filter(({ scopes }) => scopes.includes('personal'))
          .map(({ commands }) => ({ scopes: ['team', 'groupChat'], triggers: ['slash'], commands })),
      ],
    })),
  }
}
