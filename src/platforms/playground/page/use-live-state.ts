import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { State } from '../wire.ts'
import { loadState, NotServed } from './api.ts'
import { FIRST } from './use-route.ts'

const TRY_AGAIN_AFTER_MS = 1_500
/** What is coming changes with time alone, too. */
const REFRESH_EVERY_MS = 30_000

export type LiveState = { state: State | null; isReachable: boolean; refresh: () => Promise<void> }

/** What the persona sees, kept fresh by the server's events. */
export function useLiveState(as: string): LiveState {
  const [state, setState] = useState<State | null>(null)
  const [isReachable, setReachable] = useState(true)
  const newest = useRef(0)

  const refresh = useCallback(async () => {
    newest.current += 1
    const mine = newest.current
    try {
      const loaded = await loadState(as)
      if (mine !== newest.current) return
      setState(loaded)
      setReachable(true)
    } catch (error) {
      if (mine !== newest.current) return
      if (error instanceof NotServed && as !== FIRST.as) return location.replace('/playground')
      setReachable(false)
      setTimeout(() => mine === newest.current && refresh(), TRY_AGAIN_AFTER_MS)
    }
  }, [as])

  useEffect(() => whileVisible(() => listen(as, refresh)), [as, refresh])
  return { state, isReachable, refresh }
}

function listen(as: string, refresh: () => Promise<void>): () => void {
  const events = new EventSource(`/playground/api/events?as=${encodeURIComponent(as)}`)
  events.addEventListener('changed', refresh)
  const refreshing = setInterval(refresh, REFRESH_EVERY_MS)
  void refresh()
  return () => {
    events.close()
    clearInterval(refreshing)
  }
}

/** A browser keeps six connections to one host; tabs in the background would take them all. */
function whileVisible(start: () => () => void): () => void {
  let stop: (() => void) | null = null
  const look = () => {
    const isVisible = document.visibilityState === 'visible'
    if (isVisible && !stop) stop = start()
    if (!isVisible && stop) {
      stop()
      stop = null
    }
  }
  look()
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    stop?.()
  }
}
