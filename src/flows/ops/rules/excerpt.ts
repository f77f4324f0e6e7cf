const LONGEST_QUOTE = 60

/** What somebody typed, short enough to be quoted in a sentence about it; whole characters only. */
export function excerpt(typed: string): string {
  const characters = Array.from(typed)
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : typed
}
