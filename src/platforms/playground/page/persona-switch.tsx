import type { PersonaSeen } from '../wire.ts'
import { Avatar } from './avatar.tsx'
import { usePlay } from './play.ts'
import { clockTime } from './time.ts'
import { useNow } from './use-now.ts'

export function PersonaSwitch() {
  const { words, state, aheadMs } = usePlay()
  const now = useNow(aheadMs)
  return (
    <section>
      <h2 class="label">{words.youAre}</h2>
      <ul class="personas">
        {state.personas.map((persona) => (
          <PersonaItem key={persona.id} persona={persona} now={now} />
        ))}
      </ul>
    </section>
  )
}

function PersonaItem({ persona, now }: { persona: PersonaSeen; now: number }) {
  const { me, locale, go } = usePlay()
  const { id, name, job, city, timeZone } = persona
  return (
    <li>
      <button type="button" class="persona" aria-pressed={id === me.id} onClick={() => go({ as: id })}>
        <Avatar of={id} />
        <span class="persona-name" lang={persona.locale}>
          {name}
        </span>
        <time class="persona-time">{clockTime(now, { locale, zone: timeZone })}</time>
        <span class="persona-job">{job}</span>
        <span class="persona-city">{city}</span>
      </button>
    </li>
  )
}
