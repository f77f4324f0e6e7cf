import { usePlay } from './play.ts'
import { clockTime, isSameDay, relative, shortDay } from './time.ts'

export function Agenda({ now }: { now: number }) {
  const { words, state } = usePlay()
  return (
    <section class="agenda">
      <h2 class="label">{words.comingUp}</h2>
      {state.agenda.length === 0 && (
        <p class="agenda-empty">
          <strong>{words.nothingComing}</strong>
          {words.nothingComingHint}
        </p>
      )}
      <ol class="agenda-list">
        {state.agenda.map(({ at, what }, index) => (
          <Coming key={`${at} ${what} ${index}`} at={Date.parse(at)} what={what} now={now} />
        ))}
      </ol>
    </section>
  )
}

function Coming({ at, what, now }: { at: number; what: string; now: number }) {
  const { locale, zone, words } = usePlay()
  const reader = { locale, zone }
  const day = isSameDay(at, now, reader) ? words.today : shortDay(at, reader)
  return (
    <li class="coming">
      <time class="coming-time" dateTime={new Date(at).toISOString()}>
        {clockTime(at, reader)}
      </time>
      <span class="coming-what">{what}</span>
      <span class="coming-when">
        {day} · {relative(at, now, words)}
      </span>
    </li>
  )
}
