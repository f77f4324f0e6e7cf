import type { types } from '@slack/bolt'
import type { Atom, RichPart } from './atoms.ts'

type KnownBlock = types.KnownBlock

export type Room = { blocks: number; characters: number }

/** A message: Slack refuses about 13,000 characters in all, and counts in ways of its own. */
export const MESSAGE: Room = { blocks: 50, characters: 9_000 }
export const VIEW: Room = { blocks: 100, characters: 9_000 }

/**
 * The pieces as Slack's blocks. Where they are too many or too long, as many as fit, then `rest` with the number of
 * lines that are missing, then the buttons.
 */
export function fitted(drawn: readonly Atom[], room: Room, rest: (lines: number) => Atom): KnownBlock[] {
  const all = assembled(drawn, room)
  if (fits(all, room)) return all

  const kept = [...drawn.filter((atom) => atom.kept), rest(drawn.length)]
  const atoms = fits(assembled(kept, room), room) ? drawn : drawn.map((atom) => ({ ...atom, kept: false }))
  const optional = atoms.filter((atom) => !atom.kept).length
  let [low, high] = [0, optional]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(assembled(firstOf(atoms, middle, rest), room), room)) low = middle
    else high = middle - 1
  }
  return assembled(firstOf(atoms, low, rest), room)
}

function firstOf(atoms: readonly Atom[], count: number, rest: (lines: number) => Atom): Atom[] {
  const optional = atoms.filter((atom) => !atom.kept)
  const cut = optional[count]
  if (!cut) return [...atoms]

  const at = atoms.indexOf(cut)
  const missing = optional.slice(count).reduce((lines, atom) => lines + atom.lines, 0)
  return [...atoms.slice(0, at), rest(missing), ...atoms.slice(at).filter((atom) => atom.kept)]
}

const fits = (blocks: readonly KnownBlock[], room: Room): boolean =>
  blocks.length <= room.blocks && charactersIn(blocks) <= room.characters

/** Each block of the card stands by itself, unless that makes too many: then neighbours share one. */
function assembled(atoms: readonly Atom[], room: Room): KnownBlock[] {
  const apart = blocksOf(atoms, (left, right) => left.of === right.of)
  return apart.length <= room.blocks ? apart : blocksOf(atoms, () => true)
}

function blocksOf(atoms: readonly Atom[], belong: (left: Atom, right: Atom) => boolean): KnownBlock[] {
  const blocks: KnownBlock[] = []
  let open: { parts: RichPart[]; last: Atom } | null = null
  for (const atom of atoms) {
    const { part } = atom
    if (!isRich(part)) {
      blocks.push(part)
      open = null
    } else if (open && belong(open.last, atom)) {
      if (open.last.of === atom.of) add(open.parts, part)
      else open.parts.push(copyOf(part))
      open.last = atom
    } else {
      open = { parts: [copyOf(part)], last: atom }
      blocks.push({ type: 'rich_text', elements: open.parts })
    }
  }
  return blocks
}

const isRich = (part: Atom['part']): part is RichPart => part.type.startsWith('rich_text_')

/** Pieces of the same block of the card become one again: a paragraph, a list, a table. */
function add(parts: RichPart[], part: RichPart): void {
  const last = parts.at(-1)
  if (last?.type !== part.type) {
    parts.push(copyOf(part))
    return
  }
  const elements = last.elements as RichPart['elements'][number][]
  if (part.type === 'rich_text_preformatted') elements.push({ type: 'text', text: '\n' })
  elements.push(...part.elements)
}

const copyOf = (part: RichPart): RichPart => ({ ...part, elements: [...part.elements] }) as RichPart

/** What people read in these blocks, in UTF-16 units. */
export function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + charactersIn(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (isRead(key) && typeof inner === 'string' ? inner.length : charactersIn(inner)),
    0,
  )
}

const isRead = (key: string): boolean => key === 'text' || key === 'url' || key === 'alt_text' || key === 'image_url'
