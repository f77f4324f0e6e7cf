import { useRef, useState } from 'preact/hooks'

export type Draft = {
  text: string
  write: (text: string) => void
  /** Empties the message box, unless something else stands there by now. */
  sent: (text: string) => void
  /** Puts a suggestion into the message box and the caret behind it. */
  fill: (text: string) => void
  box: { current: HTMLTextAreaElement | null }
}

const drafts = new Map<string, string>()

/** What is being written in one place by one persona; it is still there when they come back. */
export function useDraft(key: string): Draft {
  const [text, setText] = useState(() => drafts.get(key) ?? '')
  const box = useRef<HTMLTextAreaElement>(null)
  const write = (next: string) => {
    drafts.set(key, next)
    setText(next)
  }
  const sent = (what: string) => {
    if (drafts.get(key)?.trim() === what) write('')
  }
  const fill = (next: string) => {
    write(next)
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(next.length, next.length)
    })
  }
  return { text, write, sent, fill, box }
}
