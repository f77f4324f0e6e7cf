/** Which of the terms are others than before; texts only by name, so that the trail does not repeat what people wrote. */
export function changedIn<Terms extends object>(
  before: Terms,
  after: Terms,
  texts: readonly string[],
): Record<string, string> {
  const keys = Object.keys(after) as (keyof Terms & string)[]
  const different = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return Object.fromEntries(
    different.map((key) => [key, texts.includes(key) ? 'changed' : `${before[key] ?? '–'} → ${after[key] ?? '–'}`]),
  )
}
