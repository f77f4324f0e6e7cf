import type { Json } from './element-limits.ts'
import type { FakeMessage } from './state.ts'

/** The words of blocks as somebody would read them, a line for each block. */
export function readBlocks(blocks: readonly Json[]): string {
  return blocks
    .map(readBlock)
    .filter((line) => line !== '')
    .join('\n')
}

/** A message as words. */
export const read = (message: FakeMessage | undefined): string =>
  message === undefined ? '' : message.blocks.length > 0 ? readBlocks(message.blocks) : message.text

function readBlock(block: Json): string {
  const elements = (block.elements ?? []) as Json[]
  switch (block.type) {
    case 'header':
    case 'section':
      return wordsOf(block.text)
    case 'context':
      return elements.map(wordsOf).join('')
    case 'actions':
      return elements.map((button) => `[${wordsOf(button.text)}]`).join(' ')
    case 'image':
      return `(${block.alt_text})`
    case 'input':
      return wordsOf(block.label)
    case 'divider':
      return ''
    default:
      return elements.map(readRich).join('\n')
  }
}

function readRich(element: Json): string {
  const inner = (element.elements ?? []) as Json[]
  switch (element.type) {
    case 'rich_text_list':
      return inner.map((item) => `• ${readRich(item)}`).join('\n')
    case 'text':
      return String(element.text)
    case 'user':
      return `<@${element.user_id}>`
    case 'channel':
      return `<#${element.channel_id}>`
    case 'link':
      return String(element.text ?? element.url)
    default:
      return inner.map(readRich).join('')
  }
}

const wordsOf = (text: unknown): string => String((text as Json | undefined)?.text ?? '')

export type FoundButton = { label: string; element: Json; blockId: string }

export function buttonsIn(blocks: readonly Json[]): FoundButton[] {
  return blocks
    .filter((block) => block.type === 'actions')
    .flatMap((block, index) =>
      ((block.elements ?? []) as Json[]).map((element) => ({
        label: wordsOf(element.text),
        element,
        blockId: String(block.block_id ?? `b${index}`),
      })),
    )
}
