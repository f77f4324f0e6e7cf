import { useEffect, useId, useState } from 'preact/hooks'
import { SendIcon } from './icons.tsx'
import { usePlay } from './play.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useCompletion } from './use-completion.ts'
import type { Draft } from './use-draft.ts'

const TALLEST_PX = 200

export function Composer({ draft, placeholder }: { draft: Draft; placeholder: string }) {
  const { words } = usePlay()
  const { text, box } = draft
  const completion = useCompletion(draft)
  const { isSending, send } = useSending(draft)
  const listId = useId()
  useEffect(() => stretch(box.current), [text])
  const onSubmit = (event: Event) => {
    event.preventDefault()
    void send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || completion.onKey(event)) return
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void send()
  }

  return (
    <form class="composer" onSubmit={onSubmit}>
      {completion.open && <SuggestionList id={listId} completion={completion} />}
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-autocomplete="list"
          aria-controls={completion.open ? listId : undefined}
          aria-activedescendant={completion.open ? `${listId}-${completion.at}` : undefined}
          onInput={(event) => draft.write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onSelect={completion.look}
          onBlur={completion.close}
        />
        <button type="submit" class="send" aria-label={words.send} disabled={isSending || text.trim() === ''}>
          <SendIcon />
        </button>
      </div>
      <p class="composer-hint">{words.composeHint}</p>
    </form>
  )
}

function useSending({ text, sent }: Draft) {
  const { ask, place } = usePlay()
  const [isSending, setSending] = useState(false)
  const send = async () => {
    const typed = text.trim()
    if (typed === '' || isSending) return
    setSending(true)
    const to = typed.startsWith('/') ? 'command' : 'message'
    if (await ask({ to, channel: place.channel, text: typed })) sent(typed)
    setSending(false)
  }
  return { isSending, send }
}

function stretch(box: HTMLTextAreaElement | null): void {
  if (!box) return
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, TALLEST_PX)}px`
}
