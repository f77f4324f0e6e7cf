import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { scrollIntoSight } from './into-sight.ts'

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
    const follow = followerOf(current, toEnd)
    const grown = new ResizeObserver(() => (isStaying.current ? follow() : look()))
    for (const watched of [current, ...current.children]) grown.observe(watched)
    current.addEventListener('scroll', look)
    return () => {
      grown.disconnect()
      current.removeEventListener('scroll', look)
    }
  }, [box, toEnd])

  return { isAtEnd, toEnd }
}

/** A message that has just come and is taller than the box is read from its beginning. */
function followerOf(box: HTMLDivElement, toEnd: () => void): () => void {
  let seen = newestIn(box)
  return () => {
    const newest = newestIn(box)
    const isNew = newest !== seen
    seen = newest
    if (!newest || !isNew || newest.offsetHeight < box.clientHeight) return toEnd()
    scrollIntoSight(box, newest)
  }
}

const newestIn = (box: HTMLDivElement): HTMLElement | null =>
  [...box.querySelectorAll<HTMLElement>('article')].at(-1) ?? null
