import type { TargetedInputEvent } from 'preact'
import { usePlay } from './play.ts'
import { dayName } from './time.ts'
import { timeOfDay } from './time-of-day.ts'

type Props = {
  id: string
  name: string
  value: string
  onInput: (event: TargetedInputEvent<HTMLInputElement>) => void
}

/** The browser's own calendar, and the day in the reader's words: the order of its figures differs by country. */
export function DateInput(given: Props) {
  const { locale } = usePlay()
  const at = Date.parse(given.value)
  return (
    <span class="date-control">
      <input type="date" class="input-date" {...given} />
      {!Number.isNaN(at) && <span class="date-said">{dayName(at, { locale, zone: 'UTC' })}</span>}
    </span>
  )
}

/** Twenty-four hours like every time on the page, whatever the browser's language would make of it. */
export function TimeInput(given: Props) {
  const tidy = (event: TargetedInputEvent<HTMLInputElement>) => {
    event.currentTarget.value = timeOfDay(event.currentTarget.value)
    given.onInput(event)
  }
  return <input type="text" class="input-time" inputMode="numeric" placeholder="09:30" {...given} onChange={tidy} />
}
