/** A timer or a post that was given up: `timer:12`, `post:7`. */
export type Letter = { kind: 'timer' | 'post'; id: bigint }

export const writeLetter = ({ kind, id }: Letter): string => `${kind}:${id}`

/** Null when it is no such thing. */
export function readLetter(value: string): Letter | null {
  const [, kind, id] = /^(timer|post):(\d{1,18})$/.exec(value) ?? []
  return kind && id ? { kind: kind as Letter['kind'], id: BigInt(id) } : null
}
