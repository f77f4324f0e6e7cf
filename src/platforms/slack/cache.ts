export type Memory<V> = {
  /** What was kept, unless it is older than this; undefined otherwise. */
  get(key: string, youngerThanMs?: number): V | undefined
  keep(key: string, value: V): void
  forget(key: string): void
}

const MOST_REMEMBERED = 20_000

/** Remembers the latest values, the oldest making room for new ones. */
export function remembering<V>(): Memory<V> {
  const kept = new Map<string, { value: V; at: number }>()
  return {
    get: (key, youngerThanMs = Number.POSITIVE_INFINITY) => {
      const found = kept.get(key)
      return found && Date.now() - found.at < youngerThanMs ? found.value : undefined
    },
    keep: (key, value) => {
      kept.delete(key)
      kept.set(key, { value, at: Date.now() })
      const [oldest] = kept.keys()
      if (kept.size > MOST_REMEMBERED && oldest !== undefined) kept.delete(oldest)
    },
    forget: (key) => void kept.delete(key),
  }
}
