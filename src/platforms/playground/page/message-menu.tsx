import type { RefObject } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { DotsIcon } from './icons.tsx'
import { usePlay } from './play.ts'

type About = { message: string; from: string }

/** The button beside a message that opens what can be done with it. */
export function MessageMenu({ message, from }: About) {
  const { words } = usePlay()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const menuId = useId()
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }

  return (
    <div class={`message-menu${isOpen ? ' is-open' : ''}`} ref={box}>
      <button
        type="button"
        class="icon-button"
        ref={opener}
        aria-label={words.moreAbout(from)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <DotsIcon />
      </button>
      {isOpen && <Menu {...{ id: menuId, message, from, box, close, leave: () => setOpen(false) }} />}
    </div>
  )
}

type Props = About & {
  id: string
  /** A press outside of it closes the menu. */
  box: RefObject<HTMLDivElement | null>
  /** Closes it and gives the focus back. */
  close: () => void
  leave: () => void
}

function Menu({ id, message, from, box, close, leave }: Props) {
  const { state, place, locale, words, ask } = usePlay()
  useLayoutEffect(() => attended(box.current, leave), [])
  const use = (shortcut: string) => {
    close()
    void ask({ to: 'shortcut', channel: place.channel, message, shortcut })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return leave()
    if (event.key !== 'Escape' && !STEPS[event.key]) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') close()
    else step(box.current, event.key)
  }

  return (
    <div class="menu" id={id} role="menu" tabIndex={-1} aria-label={words.moreAbout(from)} onKeyDown={onKeyDown}>
      {state.shortcuts.map(({ shortcut, title }) => (
        <button key={shortcut} type="button" role="menuitem" tabIndex={-1} onClick={() => use(shortcut)}>
          {title[locale]}
        </button>
      ))}
    </div>
  )
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

function step(box: HTMLElement | null, key: string): void {
  const items = itemsIn(box)
  const at = items.findIndex((item) => item.matches(':focus'))
  items[STEPS[key]?.(at, items.length) ?? 0]?.focus()
}

const itemsIn = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]

/** Brings an open menu into sight and the focus into it, and leaves it when somebody presses elsewhere. */
function attended(box: HTMLElement | null, leave: () => void): () => void {
  const onDown = (event: PointerEvent) => event.target instanceof Node && !box?.contains(event.target) && leave()
  const [first] = itemsIn(box)
  first?.parentElement?.scrollIntoView({ block: 'nearest' })
  first?.focus({ preventScroll: true })
  document.addEventListener('pointerdown', onDown)
  return () => document.removeEventListener('pointerdown', onDown)
}
