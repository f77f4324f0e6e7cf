import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

const NEAR_PX = 120

/** Stays at the end of a scrolled box, whatever grows in it, for as long as the reader is there. */
export function useEnd(box: RefObject<HTMLDivElement | null>) {
  const [isAtEnd, setAtEnd] = useState(true)
  const isStaying = useRef(true)
  const toEnd = useCallback(() => {
    isStaying.current = true
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [box])

  useEffect(() => {
    const { current } = box
    if (!current) return
    const look = () => {
      isStaying.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_PX
      setAtEnd(isStaying.current)
    }
    const grown = new ResizeObserver(() => (isStaying.current ? toEnd() : look()))
    for (const watched of [current, ...current.children]) grown.observe(watched)
    current.addEventListener('scroll', look)
    return () => {
      grown.disconnect()
      current.removeEventListener('scroll', look)
    }
  }, [box, toEnd])

  return { isAtEnd, toEnd }
}
