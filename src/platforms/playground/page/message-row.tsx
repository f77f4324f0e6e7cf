import type { MessageSeen } from '../wire.ts'
import type { Row } from './arrange.ts'
import { ReplyIcon } from './icons.tsx'
import { Message } from './message.tsx'
import { usePlay } from './play.ts'
import { Thread } from './thread.tsx'
import { dayName } from './time.ts'

export function MessageRow({ row, linked }: { row: Row; linked: string | null }) {
  const { locale, zone, words, go } = usePlay()
  switch (row.kind) {
    case 'day':
      return <h2 class="day">{dayName(row.at, { locale, zone })}</h2>
    case 'echo':
      return (
        <button type="button" class="echo" onClick={() => go({ message: row.reply.id })}>
          <ReplyIcon />
          {words.seeAbove(titleOf(row.reply))}
        </button>
      )
    case 'message':
      return (
        <div class="exchange">
          <Message message={row.message} follows={row.follows} />
          {row.replies.length > 0 && <Thread replies={row.replies} linked={linked} />}
        </div>
      )
  }
}

const titleOf = ({ card }: MessageSeen): string => card.title ?? card.summary
