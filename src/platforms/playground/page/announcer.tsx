import { useEffect, useRef, useState } from 'preact/hooks'
import type { MessageSeen } from '../wire.ts'
import { usePlay } from './play.ts'

/** Reads new messages out to whoever listens instead of looking. */
export function Announcer({ messages }: { messages: readonly MessageSeen[] }) {
  const { me, words, state } = usePlay()
  const [said, setSaid] = useState('')
  const known = useRef(messages.at(-1)?.id ?? '0')
  useEffect(() => {
    const fresh = messages.filter(({ id, from }) => BigInt(id) > BigInt(known.current) && from !== me.id)
    known.current = messages.at(-1)?.id ?? known.current
    const nameOf = (from: string | null) => state.personas.find(({ id }) => id === from)?.name ?? words.product
    if (fresh.length > 0)
      setSaid(fresh.map(({ from, card }) => words.newMessage(nameOf(from), card.summary)).join('. '))
  }, [messages.at(-1)?.id])

  return (
    <p class="unseen" aria-live="polite">
      {said}
    </p>
  )
}
