import type { RefObject } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { MessageSeen } from '../wire.ts'

const NEAR_PX = 120

/** Stays at the newest message for as long as the reader is there. */
export function useEnd(log: RefObject<HTMLDivElement | null>, messages: readonly MessageSeen[]) {
  const [isAtEnd, setAtEnd] = useState(true)
  const toEnd = useCallback(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
    setAtEnd(true)
  }, [log])

  useEffect(() => {
    const box = log.current
    if (!box) return
    const look = () => setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX)
    box.addEventListener('scroll', look)
    return () => box.removeEventListener('scroll', look)
  }, [log])

  useLayoutEffect(() => {
    if (isAtEnd) toEnd()
  }, [messages.at(-1)?.id, messages.length])

  return { isAtEnd, toEnd }
}
