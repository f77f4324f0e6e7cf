import { useRef, useState } from 'preact/hooks'
import { Agenda } from './agenda.tsx'
import type { ClockMove } from './api.ts'
import { CloseIcon } from './icons.tsx'
import type { PaneProps } from './places-pane.tsx'
import { usePlay } from './play.ts'
import { clockTime, shortDay, spanOf } from './time.ts'
import { useNow } from './use-now.ts'
import { usePaneFocus } from './use-pane-focus.ts'

export function ClockPane({ isOpen, onClose }: PaneProps) {
  const { me, words, locale, zone, aheadMs } = usePlay()
  const now = useNow(aheadMs)
  const pane = useRef<HTMLElement>(null)
  usePaneFocus(pane, isOpen)
  const reader = { locale, zone }
  const ahead = spanOf(aheadMs, words)

  return (
    <aside ref={pane} class={`pane clock-pane${isOpen ? ' is-open' : ''}`} id="clock" aria-label={words.clockAndAgenda}>
      <section class="clock">
        <h2 class="label">
          {words.clock}
          <button type="button" class="icon-button pane-close" aria-label={words.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </h2>
        <p class="clock-face">
          <time class="clock-time">{clockTime(now, reader)}</time>
          <span class="clock-day">{shortDay(now, reader)}</span>
          <span class="clock-zone">{me.city}</span>
        </p>
        <ClockMoves />
        <p class="clock-ahead">{ahead ? words.ahead(ahead) : words.real}</p>
      </section>
      <Agenda now={now} />
    </aside>
  )
}

function ClockMoves() {
  const { words, state, moveClock } = usePlay()
  const [isMoving, setMoving] = useState(false)
  const move = async (how: ClockMove) => {
    if (isMoving) return
    setMoving(true)
    await moveClock(how)
    setMoving(false)
  }

  return (
    <div class="clock-moves" aria-busy={isMoving}>
      <button
        type="button"
        class="button primary"
        disabled={state.agenda.length === 0}
        onClick={() => move({ next: true })}
      >
        {words.nextEvent}
      </button>
      <button type="button" class="button" aria-label={words.oneHourSpoken} onClick={() => move({ advance: '1h' })}>
        {words.oneHour}
      </button>
      <button type="button" class="button" onClick={() => move({ to: state.clock.tomorrow })}>
        {words.tomorrow}
      </button>
    </div>
  )
}
