import { useId, useState } from 'preact/hooks'
import type { MessageSeen } from '../wire.ts'
import { foldedAway } from './arrange.ts'
import { TurnIcon } from './icons.tsx'
import { Message } from './message.tsx'
import { usePlay } from './play.ts'

type Props = { replies: readonly MessageSeen[]; linked: string | null }

/** The replies to a message; of the asides among them only the newest, until somebody wants to see them all. */
export function Thread({ replies, linked }: Props) {
  const { words } = usePlay()
  const folded = foldedAway(replies)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isOpen = chosen ?? folded.some(({ id }) => id === linked)
  const listId = useId()

  return (
    <div class="thread">
      {folded.length > 0 && (
        <button
          type="button"
          class="unfold"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setChosen(!isOpen)}
        >
          <TurnIcon />
          {isOpen ? words.fewerReplies : words.replies(replies.length)}
        </button>
      )}
      <div id={listId}>
        {replies
          .filter((reply) => isOpen || !folded.includes(reply))
          .map((reply) => (
            <Message key={reply.id} message={reply} follows={false} />
          ))}
      </div>
    </div>
  )
}
