import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { CloseIcon } from './icons.tsx'
import { usePlay } from './play.ts'

/** What gets the focus: not the cross, which comes first, and of several pills the one that is chosen, else the first. */
const FIRST = [
  ...['.dialog-foot [data-first]', 'input:not([type="radio"])', 'input:checked', 'select', 'textarea'],
  '.field:not(:has(:checked)) [type="radio"]',
].join()

type Props = {
  title: string
  /** Escape, or the cross, was pressed. */
  onClose: () => void
  /** Closed by the browser itself, which a page can hold up only once. */
  onGone?: () => void
  children: ComponentChildren
}

/** The browser's own modal dialog: it keeps the focus and gives it back. */
export function Dialog({ title, onClose, onGone = onClose, children }: Props) {
  const { words } = usePlay()
  const box = useRef<HTMLDialogElement>(null)
  const isLeaving = useRef(false)
  const titleId = useId()
  useLayoutEffect(() => {
    box.current?.showModal()
    box.current?.querySelector<HTMLElement>(FIRST)?.focus()
    return () => {
      isLeaving.current = true
      box.current?.close()
    }
  }, [])
  const onCancel = (event: Event) => {
    event.preventDefault()
    onClose()
  }

  return (
    <dialog
      ref={box}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={() => isLeaving.current || onGone()}
    >
      <header class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {children}
    </dialog>
  )
}
