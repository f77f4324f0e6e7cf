import { sayDateTime } from '../calendar/say.ts'
import { noteCard } from '../chat/note-card.ts'
import { type Asking, type Reply, show } from '../flow.ts'
import { linkTo } from '../pages/link.ts'
import { importWords } from './import-words.ts'

const GOOD_FOR_HOURS = 2

/** A link to a page where a file is chosen; forms of a chat hold no files. */
export async function importLink(
  ctx: Asking,
  page: string,
  { id, title, how }: { id: string; title: string; how: string },
): Promise<Reply> {
  const words = importWords[ctx.locale]
  const until = ctx.now.add({ hours: GOOD_FOR_HOURS })
  const href = await linkTo(ctx, page, { subject: id, until })
  const at = sayDateTime(until, ctx.actor.timeZone, ctx.locale)
  return show(
    noteCard(ctx.locale, words.link, {
      title,
      blocks: [{ kind: 'text', text: [{ link: words.openPage, href }] }],
      hints: [words.expires(at), how],
    }),
  )
}
