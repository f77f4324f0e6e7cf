import { useState } from 'preact/hooks'
import type { PersonaSeen } from '../wire.ts'
import { Avatar } from './avatar.tsx'
import { listIn, toggled } from './chosen.ts'
import type { Labelled } from './field.tsx'
import { usePlay } from './play.ts'
import type { Filling } from './use-filling.ts'

/** A list of colleagues to tick, which can be searched. */
export function PeoplePicker({ name, filling, labelled }: { name: string; filling: Filling; labelled: Labelled }) {
  const { words, state } = usePlay()
  const [wanted, setWanted] = useState('')
  const chosen = listIn(filling, name)
  const found = state.personas.filter((persona) => isWanted(persona, wanted))
  // Enter would send the form, which nobody means while searching.
  const keepForm = (event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()

  return (
    <div class="people-picker">
      <div class="people-search">
        <input
          {...labelled}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={keepForm}
        />
        <span class="people-count" aria-live="polite">
          {words.chosen(chosen.length)}
        </span>
      </div>
      <div class="people-list">
        {found.map(({ id, name: who, city }) => (
          <label key={id} class="person">
            <input
              type="checkbox"
              name={name}
              value={id}
              checked={chosen.includes(id)}
              onChange={() => filling.fill(name, toggled(chosen, id))}
            />
            <Avatar of={id} />
            <span class="person-name">{who}</span>
            <span class="person-city">{city}</span>
          </label>
        ))}
        {found.length === 0 && <p class="people-none">{words.nobodyFound}</p>}
      </div>
    </div>
  )
}

const isWanted = ({ id, name }: PersonaSeen, wanted: string): boolean =>
  `${id} ${name}`.toLowerCase().includes(wanted.trim().toLowerCase())
