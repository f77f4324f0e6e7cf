import type { JSX } from 'preact'
import { type Span, spansOf, type Text } from '../../../chat/text.ts'
import { usePlay } from './play.ts'

const WEB = /^(https?:\/\/|mailto:)/i
/** Slanted Chinese characters are hard to read. */
const HAN = /\p{Script=Han}/u
const MESSAGE = /^\/playground#message-(\d+)$/

export function TextView({ text }: { text: Text }) {
  return (
    <>
      {spansOf(text).map((span, index) => (
        <SpanView key={index} span={span} />
      ))}
    </>
  )
}

function SpanView({ span }: { span: Span }): JSX.Element {
  if (typeof span === 'string') return <>{span}</>
  if ('bold' in span) return <strong>{span.bold}</strong>
  if ('italic' in span) return <em class={HAN.test(span.italic) ? 'upright' : undefined}>{span.italic}</em>
  if ('code' in span) return <code>{span.code}</code>
  if ('person' in span) return <PersonMention id={span.person} name={span.name} />
  if ('channel' in span) return <ChannelMention id={span.channel} name={span.name} />
  if ('href' in span) return <Link words={span.link} href={span.href} />
  return <>{span.link}</>
}

function PersonMention({ id, name }: { id: string; name: string }) {
  const { me } = usePlay()
  return <span class={`mention${id === me.id ? ' is-me' : ''}`}>@{name}</span>
}

function ChannelMention({ id, name }: { id: string; name: string }) {
  const { go } = usePlay()
  return (
    <button type="button" class="mention" onClick={() => go({ place: id })}>
      #{name}
    </button>
  )
}

/** A link to one of our messages goes there; one that is no web address stays words. */
function Link({ words, href }: { words: string; href: string }) {
  const { go } = usePlay()
  const message = MESSAGE.exec(href)?.[1]
  if (message) {
    const follow = (event: Event) => {
      event.preventDefault()
      go({ message })
    }
    return (
      <a href={href} onClick={follow}>
        {words}
      </a>
    )
  }
  if (!WEB.test(href)) return <>{words}</>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  )
}
