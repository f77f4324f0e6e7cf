import type { MessageSeen } from '../wire.ts'
import type { Row } from './arrange.ts'
import { Avatar } from './avatar.tsx'
import { CardView } from './card.tsx'
import { EyeIcon, FileIcon, ReplyIcon } from './icons.tsx'
import { usePlay } from './play.ts'
import { clockTime, dayName, fullTime } from './time.ts'

export function MessageRow({ row }: { row: Row }) {
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
          {row.replies.length > 0 && (
            <div class="thread">
              {row.replies.map((reply) => (
                <Message key={reply.id} message={reply} follows={false} />
              ))}
            </div>
          )}
        </div>
      )
  }
}

const titleOf = ({ card }: MessageSeen): string => card.title ?? card.summary

function Message({ message, follows }: { message: MessageSeen; follows: boolean }) {
  const { words, place } = usePlay()
  const isWhispered = message.private && place.kind === 'channel'
  return (
    <article
      id={`message-${message.id}`}
      class={`message${follows ? ' follows' : ''}${isWhispered ? ' whispered' : ''}`}
    >
      {!follows && <Avatar of={message.from} />}
      <div class="message-body">
        {isWhispered && (
          <p class="whisper">
            <EyeIcon /> {words.onlyYou}
          </p>
        )}
        {!follows && <Byline message={message} />}
        <CardView card={message.card} message={message} />
        {message.file && (
          <a class="file" href={message.file.href} download={message.file.name}>
            <FileIcon /> {words.download(message.file.name)}
          </a>
        )}
      </div>
    </article>
  )
}

function Byline({ message }: { message: MessageSeen }) {
  const { state, words, locale, zone } = usePlay()
  const reader = { locale, zone }
  const author = state.personas.find(({ id }) => id === message.from)
  const at = Date.parse(message.at)
  return (
    <p class="byline">
      <span class="author" lang={author?.locale}>
        {author?.name ?? words.product}
      </span>
      {!author && <span class="badge">{words.bot}</span>}
      <time dateTime={message.at} title={fullTime(at, reader)}>
        {clockTime(at, reader)}
      </time>
      {message.edited && <span title={fullTime(Date.parse(message.edited), reader)}>({words.edited})</span>}
    </p>
  )
}
