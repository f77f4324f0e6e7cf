import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { scrollIntoSight } from './into-sight.ts'

/** What somebody has just said, or is answered, comes into sight as soon as it is there, whatever they looked at before. */
export function useInSight(box: RefObject<HTMLElement | null>, message: string | undefined): void {
  const known = useRef(message)
  useEffect(() => {
    if (message === known.current) return
    known.current = message
    const shown = message && document.getElementById(`message-${message}`)
    if (box.current && shown) scrollIntoSight(box.current, shown)
  }, [box, message])
}
