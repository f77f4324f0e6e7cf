import { record } from '../audit/record.ts'
import { noteCard } from '../chat/note-card.ts'
import { type Asking, nothing, type Reply, show } from '../flow.ts'
import { say } from '../outbox/say.ts'
import { importWords } from './import-words.ts'

type Sent = {
  flow: string
  said: string
  hint: string
  file: { name: string; text: string }
  /** For the audit. */
  detail: Readonly<Record<string, string | number>>
}

/** A file for whoever asks for it, in their direct conversation. */
export async function sendFile(ctx: Asking, { flow, said, hint, file, detail }: Sent): Promise<Reply> {
  await say(ctx, {
    key: `${flow}/export/${ctx.actor.id}/${ctx.now.epochMilliseconds}`,
    to: { person: ctx.actor.id },
    card: noteCard(ctx.locale, said, { hints: [hint] }),
    file,
  })
  await record(ctx, { action: `${flow}.exported`, subject: `workspace:${ctx.workspace.id}`, detail })
  return ctx.channel ? show(noteCard(ctx.locale, importWords[ctx.locale].onItsWay)) : nothing
}
