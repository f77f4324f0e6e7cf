import { useEffect, useRef } from 'preact/hooks'
import { Announcer } from './announcer.tsx'
import { arrange } from './arrange.ts'
import { Avatar } from './avatar.tsx'
import { Composer } from './composer.tsx'
import { EmptyPlace } from './empty-place.tsx'
import { ClockIcon, DownIcon, MenuIcon } from './icons.tsx'
import { MessageRow } from './message-row.tsx'
import { usePlay } from './play.ts'
import type { Drawer } from './room.tsx'
import { useDraft } from './use-draft.ts'
import { useEnd } from './use-end.ts'
import { useInSight } from './use-in-sight.ts'
import { useMarkRead } from './use-mark-read.ts'
import { DIRECT, type Route } from './use-route.ts'

type Props = { route: Route; open: (drawer: Drawer) => void; isBehind: boolean }

export function Conversation({ route, open, isBehind }: Props) {
  const { state, me, place, words, locale, zone, answered } = usePlay()
  const draft = useDraft(`${me.id} ${place.id}`)
  const log = useRef<HTMLDivElement>(null)
  const messages = state.messages.filter((each) => each.place === place.id)
  const { isAtEnd, toEnd } = useEnd(log)
  useInSight(log, messages.findLast(({ from }) => from === me.id)?.id)
  useInSight(log, messages.find(({ id }) => id === answered)?.id)
  useMarkRead(messages)
  useLinkedMessage(route)
  const name = place.kind === 'channel' ? `#${place.name}` : place.name

  return (
    <main class="conversation" inert={isBehind}>
      <PlaceHeader open={open} />
      <div class="log" ref={log} role="log" aria-live="off" aria-label={words.conversation(name)}>
        <div class="log-content">
          {messages.length === 0 && <EmptyPlace fill={draft.fill} />}
          {arrange(messages, { locale, zone }).map((row) => (
            <MessageRow key={row.key} row={row} linked={route.message} />
          ))}
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          <DownIcon /> {words.toNewest}
        </button>
      )}
      <Announcer messages={messages.filter(({ aside }) => !aside)} />
      <Composer draft={draft} placeholder={words.compose(name)} />
    </main>
  )
}

function PlaceHeader({ open }: { open: (drawer: Drawer) => void }) {
  const { state, place, words } = usePlay()
  const isNewsElsewhere = state.places.some(({ id, unread }) => unread > 0 && id !== place.id)
  return (
    <header class="place-header">
      <button type="button" class="icon-button open-places" aria-label={words.people} onClick={() => open('places')}>
        <MenuIcon />
        {isNewsElsewhere && <span class="news-dot" />}
      </button>
      <h1 class="place-title">
        {place.kind === 'channel' ? <span class="hash">#</span> : <Avatar of={null} />}
        {place.name}
      </h1>
      <p class="place-topic">{place.topic ?? words.botTopic}</p>
      <button
        type="button"
        class="icon-button open-clock"
        aria-label={words.clockAndAgenda}
        onClick={() => open('clock')}
      >
        <ClockIcon />
      </button>
    </header>
  )
}

/** Goes to the message that the address names, also when it stands in another place. */
function useLinkedMessage(route: Route): void {
  const { state, place, go } = usePlay()
  const id = route.message
  const target = state.messages.find((message) => message.id === id)
  const isHere = target?.place === place.id
  useEffect(() => {
    if (!target) return
    if (!isHere) {
      const other = state.places.find((each) => each.id === target.place)
      return go({ place: other?.channel ?? DIRECT, message: id })
    }
    const shown = document.getElementById(`message-${id}`)
    shown?.scrollIntoView({ block: 'center' })
    shown?.classList.add('is-linked')
    return () => shown?.classList.remove('is-linked')
  }, [route, isHere, target === undefined])
}
