import { useLayoutEffect, useState } from 'preact/hooks'
import { type Completion, complete, type Suggestion } from './completion.ts'
import { usePlay } from './play.ts'
import type { Draft } from './use-draft.ts'

const BOT = { id: 'drumbeat', name: 'Drumbeat' }

export type Completing = {
  open: Completion | null
  at: number
  /** True when the key was meant for the list. */
  onKey: (event: KeyboardEvent) => boolean
  take: (suggestion: Suggestion) => void
  /** The caret has moved. */
  look: () => void
  close: () => void
}

/** The suggestions for what is being written, and the keys that choose among them. */
export function useCompletion({ text, write, box }: Draft): Completing {
  const { state, locale } = usePlay()
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closedFor, setClosedFor] = useState<string | null>(text)
  const look = () => setCaret(box.current?.selectionStart ?? 0)
  useLayoutEffect(() => {
    look()
    setAt(0)
  }, [text])

  const channels = state.places.flatMap(({ channel, name }) => (channel ? { id: channel, name } : []))
  const known = { commands: state.commands, people: [...state.personas, BOT], channels, locale }
  const found = closedFor === text ? null : complete(text, Math.min(caret, text.length), known)
  const close = () => setClosedFor(text)
  const take = ({ insert }: Suggestion) => {
    if (!found) return
    const next = text.slice(0, found.from) + insert + text.slice(found.to)
    const end = found.from + insert.length
    write(next)
    setClosedFor(next)
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(end, end)
    })
  }

  const onKey = (event: KeyboardEvent): boolean => {
    const suggestion = found?.suggestions[at]
    if (!found || !suggestion) return false
    const act = actionOf(event, { count: found.suggestions.length, at, isWhole: isWhole(suggestion, text) })
    if (act === null) return false
    event.preventDefault()
    if (act === 'close') close()
    else if (act === 'take') take(suggestion)
    else setAt(act)
    return true
  }
  return { open: found, at, onKey, take, look, close }
}

const isWhole = (suggestion: Suggestion, text: string): boolean => suggestion.insert.trim() === text.trim()

type Choice = { count: number; at: number; isWhole: boolean }

/** Closes, takes, or moves to that suggestion; null when the key is not for the list. */
function actionOf(event: KeyboardEvent, { count, at, isWhole }: Choice): 'close' | 'take' | number | null {
  if (event.shiftKey) return null
  switch (event.key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'Escape':
      return 'close'
    case 'Tab':
      return 'take'
    case 'Enter':
      return isWhole ? null : 'take'
  }
  return null
}
