import type { Filling } from './use-filling.ts'

/** What has been chosen in a field that takes several. */
export function listIn(filling: Filling, name: string): readonly string[] {
  const value = filling.values[name]
  return Array.isArray(value) ? value : []
}

export const toggled = (chosen: readonly string[], value: string): readonly string[] =>
  chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
