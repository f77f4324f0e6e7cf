/** The outbox keys of what stands in a complaint's name. */
export const cardKey = (id: string): string => `complaint/${id}/card`
export const storyKey = (id: string, entryId: bigint): string => `complaint/${id}/story/${entryId}`
export const ownerKey = (id: string, memberId: string): string => `complaint/${id}/owner/${memberId}`

/** The number of the entry that a post under the card speaks of; null for every other post. */
export function entryIdIn(key: string): bigint | null {
  const digits = /^complaint\/[^/]+\/story\/(\d+)$/.exec(key)?.[1]
  return digits ? BigInt(digits) : null
}
export const ownerIdIn = (key: string): string => key.split('/').at(-1) ?? ''
