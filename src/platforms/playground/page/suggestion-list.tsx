import { useEffect, useRef } from 'preact/hooks'
import { usePlay } from './play.ts'
import type { Completing } from './use-completion.ts'

export function SuggestionList({ id, completion }: { id: string; completion: Completing }) {
  const { words } = usePlay()
  const { open, at, take } = completion
  const current = useRef<HTMLDivElement>(null)
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [at])

  return (
    <div class="suggestions" id={id} role="listbox" aria-label={words.suggestions}>
      {open?.suggestions.map((suggestion, index) => (
        <div
          key={suggestion.label}
          id={`${id}-${index}`}
          ref={index === at ? current : null}
          class="suggestion"
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault()
            take(suggestion)
          }}
        >
          <span class="suggestion-label">{suggestion.label}</span>
          {suggestion.usage && <span class="suggestion-usage">{suggestion.usage}</span>}
          <span class="suggestion-detail">{suggestion.detail}</span>
        </div>
      ))}
    </div>
  )
}
