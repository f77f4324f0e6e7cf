import { useRef } from 'preact/hooks'
import type { PlaceSeen } from '../wire.ts'
import { Avatar } from './avatar.tsx'
import { CloseIcon, DrumIcon } from './icons.tsx'
import { PersonaSwitch } from './persona-switch.tsx'
import { usePlay } from './play.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import { usePaneFocus } from './use-pane-focus.ts'
import { DIRECT } from './use-route.ts'

export type PaneProps = { isOpen: boolean; onClose: () => void }

export function PlacesPane({ isOpen, onClose }: PaneProps) {
  const { words, state } = usePlay()
  const pane = useRef<HTMLElement>(null)
  usePaneFocus(pane, isOpen)
  const channels = state.places.filter(({ kind }) => kind === 'channel')
  const direct = state.places.filter(({ kind }) => kind === 'direct')

  return (
    <nav ref={pane} class={`pane places${isOpen ? ' is-open' : ''}`} id="places" aria-label={words.people}>
      <header class="brand">
        <span class="brand-mark">
          <DrumIcon />
        </span>
        <span class="brand-name">{words.product}</span>
        <span class="brand-kind">{words.playground}</span>
        <button type="button" class="icon-button pane-close" aria-label={words.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <PersonaSwitch />
      <section>
        <h2 class="label">{words.channels}</h2>
        <ul class="place-list">
          {channels.map((place) => (
            <PlaceItem key={place.id} place={place} />
          ))}
        </ul>
      </section>
      <section>
        <h2 class="label">{words.direct}</h2>
        <ul class="place-list">
          {direct.map((place) => (
            <PlaceItem key={place.id} place={place} />
          ))}
        </ul>
      </section>
      <ThemeSwitch />
    </nav>
  )
}

function PlaceItem({ place }: { place: PlaceSeen }) {
  const { words, place: current, go } = usePlay()
  const isCurrent = place.id === current.id
  const isUnread = place.unread > 0 && !isCurrent

  return (
    <li>
      <button
        type="button"
        class={`place${isUnread ? ' is-unread' : ''}`}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => go({ place: place.channel ?? DIRECT })}
      >
        {place.kind === 'channel' ? (
          <span class="hash" aria-hidden="true">
            #
          </span>
        ) : (
          <Avatar of={null} />
        )}
        <span class="place-name">{place.name}</span>
        {isUnread && (
          <span class="unread">
            <span aria-hidden="true">{place.unread}</span>
            <span class="unseen">{words.unread(place.unread)}</span>
          </span>
        )}
      </button>
    </li>
  )
}
