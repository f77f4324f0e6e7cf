/**
 * What a person wrote, as the router reads it: mentions as `<@ID>` and `<#ID>`, links as their address, everything
 * else as it was typed.
 */
export function incomingText(text: string): string {
  return withoutEntities(text.replace(MARKUP, (_, inside: string) => markup(inside)))
}

/** The three signs that Slack escapes, as they were. */
export const withoutEntities = (text: string): string => text.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity)

/** The text without the mention of the bot with which it begins. */
export function withoutLeadingMention(text: string, botUserId: string | undefined): string {
  const [mention, id] = /^\s*<@([A-Z0-9]+)>[\s:,，：]*/.exec(text) ?? []
  return mention !== undefined && (botUserId === undefined || id === botUserId) ? text.slice(mention.length) : text
}

const MARKUP = /<([^<>]+)>/g
const ENTITY = /&(?:amp|lt|gt);/g
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

function markup(inside: string): string {
  const [target = '', label] = inside.split('|', 2)
  if (/^[@#][A-Z0-9]+$/.test(target)) return `<${target}>`
  // Groups, @channel and the like are words here: nothing of ours means a whole channel.
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`
  return target.startsWith('mailto:') ? (label ?? target.slice('mailto:'.length)) : target
}
