import { DrumIcon } from './icons.tsx'
import { usePlay } from './play.ts'

/** A persona's initials on their colour; null is Drumbeat. */
export function Avatar({ of }: { of: string | null }) {
  const { personas } = usePlay().state
  if (of === null) {
    return (
      <span class="avatar avatar-bot" aria-hidden="true">
        <DrumIcon />
      </span>
    )
  }

  const place = personas.findIndex(({ id }) => id === of)
  return (
    <span class={`avatar hue-${place % 6}`} aria-hidden="true">
      {initialsOf(personas[place]?.name ?? of)}
    </span>
  )
}

/** `Mira Falkenrath` is MF, `陈梅` stays as it is. */
function initialsOf(name: string): string {
  const parts = name.split(/\s+/)
  if (parts.length === 1) return name.slice(-2)
  return `${parts[0]?.[0] ?? ''}${parts.at(-1)?.[0] ?? ''}`
}
