import type { CommandLine } from '../../../chat/command-line.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { suggest } from '../rules/suggest.ts'
import { becauseLine, howLine, passedLine } from './cards/reasons.ts'
import { tryCard } from './cards/try-card.ts'
import { routingWords } from './messages/routing.ts'
import { ruleWords } from './messages/rules.ts'
import { readable } from './named.ts'
import { route } from './routing.ts'

/** What would be suggested, which rule would win, and who would get it right now. Nothing is filed. */
export async function tryRules(ctx: Asking, line: CommandLine): Promise<Reply> {
  const words = routingWords[ctx.locale]
  const typed = line.text.trim().replace(/^\S+\s*/u, '')
  if (typed === '') throw new UserError(ruleWords[ctx.locale].tryEmpty)
  const { text, mentionedIds } = await readable(ctx, typed)
  const product = line.options.product ?? line.options.产品 ?? ''
  const suggestion = suggest(`${product} ${text}`)
  const { type, severity } = suggestion
  const { won, chosen, channelId, members } = await route(ctx, { type, severity, product, text }, mentionedIds)
  const channel = channelId ? await ctx.db.channel.findUnique({ where: { id: channelId } }) : null
  const owner = members.get(chosen.ownerId)
  const names = new Map([...members.values()].map(({ id, name }) => [id, name]))
  return show(
    tryCard(ctx.locale, {
      text,
      suggestion,
      rule: won ? words.wins(won.place, becauseLine(ctx.locale, won.why)) : words.noWinner,
      owner: { id: chosen.ownerId, name: owner?.name ?? '?' },
      ownerHow: howLine(ctx.locale, chosen, { names, place: won?.place ?? 0 }),
      passed: passedLine(ctx.locale, chosen.passed, names),
      channel: channel && { id: channel.id, name: channel.name.replace(/^#/, '') },
    }),
  )
}
