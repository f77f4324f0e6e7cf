import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Before the browser takes the focus from what is behind: opening a drawer moves the focus into it, closing gives it back. */
export function usePaneFocus(pane: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    pane.current?.querySelector<HTMLElement>('.pane-close')?.focus()
    return () => before instanceof HTMLElement && before.focus()
  }, [pane, isOpen])
}
