import { useEffect, useState } from 'preact/hooks'

/** The playground's time in milliseconds, looked at every second. */
export function useNow(aheadMs: number): number {
  const [now, setNow] = useState(() => Date.now() + aheadMs)
  useEffect(() => {
    const tick = () => setNow(Date.now() + aheadMs)
    tick()
    const ticking = setInterval(tick, 1_000)
    return () => clearInterval(ticking)
  }, [aheadMs])
  return now
}
