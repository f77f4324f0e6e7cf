import type { FileSeen, MessageSeen, State } from '../wire.ts'
import { Avatar } from './avatar.tsx'
import { CardView } from './card.tsx'
import { EyeIcon, FileIcon } from './icons.tsx'
import { MessageMenu } from './message-menu.tsx'
import { usePlay } from './play.ts'
import { clockTime, fullTime } from './time.ts'

export function Message({ message, follows }: { message: MessageSeen; follows: boolean }) {
  const { words, place, state } = usePlay()
  const hasMenu = place.kind === 'channel' && !message.private && state.shortcuts.length > 0
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
        {message.file && <FileView file={message.file} />}
      </div>
      {hasMenu && <MessageMenu message={message.id} from={authorOf(message, state)?.name ?? words.product} />}
    </article>
  )
}

function FileView({ file }: { file: FileSeen }) {
  const { words } = usePlay()
  return (
    <>
      {file.picture && (
        <a class="picture-frame" href={file.href} target="_blank" rel="noopener" title={words.enlarge}>
          <img
            class="picture"
            src={file.href}
            alt={file.picture.alt}
            width={file.picture.width}
            height={file.picture.height}
          />
        </a>
      )}
      <a class="file" href={file.href} download={file.name}>
        <FileIcon /> {words.download(file.name)}
      </a>
    </>
  )
}

const authorOf = ({ from }: MessageSeen, { personas }: State) => personas.find(({ id }) => id === from)

function Byline({ message }: { message: MessageSeen }) {
  const { state, words, locale, zone } = usePlay()
  const reader = { locale, zone }
  const author = authorOf(message, state)
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
