const BAR_LENGTH = 10

/** A bar of characters, then the two numbers. */
export function progressBar({ done, of }: { done: number; of: number }): string {
  const share = of > 0 ? Math.min(1, Math.max(0, done / of)) : 0
  const full = Math.round(share * BAR_LENGTH)
  return `${'█'.repeat(full)}${'░'.repeat(BAR_LENGTH - full)} ${done}/${of}`
}
