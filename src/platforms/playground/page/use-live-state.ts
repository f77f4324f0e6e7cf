import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { State } from '../wire.ts'
import { loadState } from './api.ts'

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
    } catch {
      if (mine !== newest.current) return
      setReachable(false)
      setTimeout(() => mine === newest.current && refresh(), TRY_AGAIN_AFTER_MS)
    }
  }, [as])

  useEffect(() => {
    const events = new EventSource(`/playground/api/events?as=${encodeURIComponent(as)}`)
    events.addEventListener('changed', refresh)
    const refreshing = setInterval(refresh, REFRESH_EVERY_MS)
    void refresh()
    return () => {
      events.close()
      clearInterval(refreshing)
    }
  }, [as, refresh])

  return { state, isReachable, refresh }
}
