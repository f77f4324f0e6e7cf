import { checkElement, checkPlain, checkString, type Json, type Problems } from './element-limits.ts'

const MESSAGE_BLOCKS = 50
const VIEW_BLOCKS = 100
const MESSAGE_CHARACTERS = 13_000
const TEXT_CHARACTERS = 40_000
const VIEW_BYTES = 250_000

export type Refusal = { error: string; why: string[] }

/** Why Slack would refuse this message, or null when it would not. */
export function refusedMessage(text: string | undefined, blocks: Json[] | undefined): Refusal | null {
  if (!text && !blocks?.length) return { error: 'no_text', why: ['neither text nor blocks'] }
  if ((text ?? '').length > TEXT_CHARACTERS) return { error: 'msg_too_long', why: ['text'] }
  const why: Problems = []
  checkMarkup(text ?? '', 'text', why)
  if ((blocks ?? []).length > MESSAGE_BLOCKS) why.push(`${blocks?.length} blocks`)
  checkBlocks(blocks ?? [], 'message', why)
  if (why.length > 0) return { error: 'invalid_blocks', why }
  if (lettersIn(blocks) > MESSAGE_CHARACTERS)
    return { error: 'msg_blocks_too_long', why: [`${lettersIn(blocks)} characters`] }
  return null
}

/** Why Slack would refuse this modal, or null when it would not. */
export function refusedView(view: Json): Refusal | null {
  const why: Problems = []
  const blocks = (view.blocks ?? []) as Json[]
  if (view.type !== 'modal') why.push('type')
  checkPlain(view.title, { at: 'title', max: 24 }, why)
  if (view.submit !== undefined) checkPlain(view.submit, { at: 'submit', max: 24 }, why)
  if (view.close !== undefined) checkPlain(view.close, { at: 'close', max: 24 }, why)
  if (String(view.private_metadata ?? '').length > 3_000) why.push('private_metadata')
  if (String(view.callback_id ?? '').length > 255) why.push('callback_id')
  if (blocks.length === 0 || blocks.length > VIEW_BLOCKS) why.push(`${blocks.length} blocks`)
  if (blocks.some((block) => block.type === 'input') && !view.submit)
    why.push('must define submit to use an input block')
  checkBlocks(blocks, 'view', why)
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES) why.push('view_too_large')
  return why.length > 0 ? { error: 'invalid_arguments', why } : null
}

function checkBlocks(blocks: readonly Json[], place: 'message' | 'view', why: Problems): void {
  const ids = blocks.flatMap((block) => (block.block_id === undefined ? [] : [String(block.block_id)]))
  if (new Set(ids).size !== ids.length) why.push('block_id twice')
  const actions = blocks.flatMap((block) =>
    ((block.elements ?? []) as Json[]).flatMap((element) => element.action_id ?? []),
  )
  if (new Set(actions).size !== actions.length) why.push('action_id twice')
  for (const [index, block] of blocks.entries()) checkBlock(block, { at: `blocks/${index}`, place }, why)
}

function checkBlock(block: Json, { at, place }: { at: string; place: 'message' | 'view' }, why: Problems): void {
  if (block.block_id !== undefined) checkString(block.block_id, { at: `${at}/block_id`, max: 255 }, why)
  const check = BLOCKS[String(block.type)]
  if (!check) why.push(`${at}: unknown type ${block.type}`)
  else if (block.type === 'input' && place === 'message') why.push(`${at}: input in a message`)
  else check(block, at, why)
}

type Check = (block: Json, at: string, why: Problems) => void

const BLOCKS: Record<string, Check> = {
  divider: () => {},
  header: (block, at, why) => checkPlain(block.text, { at: `${at}/text`, max: 150 }, why),
  section: (block, at, why) => checkText(block.text as Json, { at: `${at}/text`, max: 3_000 }, why),
  context: (block, at, why) => {
    for (const element of elementsOf(block, { at, most: 10 }, why)) checkText(element, { at, max: 2_000 }, why)
  },
  actions: (block, at, why) => {
    for (const element of elementsOf(block, { at, most: 25 }, why)) checkElement(element, at, why)
  },
  image: (block, at, why) => {
    checkString(block.image_url, { at: `${at}/image_url`, max: 3_000 }, why)
    checkAddress(block.image_url, `${at}/image_url`, why)
    checkString(block.alt_text, { at: `${at}/alt_text`, max: 2_000 }, why)
  },
  rich_text: (block, at, why) => {
    for (const element of elementsOf(block, { at, most: 1_000 }, why)) checkRich(element, at, why)
  },
  input: checkInput,
}

function elementsOf(block: Json, { at, most }: { at: string; most: number }, why: Problems): Json[] {
  const elements = (block.elements ?? []) as Json[]
  if (elements.length < 1 || elements.length > most) why.push(`${at}: ${elements.length} elements`)
  return elements
}

function checkAddress(url: unknown, at: string, why: Problems): void {
  if (!URL.canParse(String(url))) why.push(at)
}

function checkInput(block: Json, at: string, why: Problems): void {
  checkPlain(block.label, { at: `${at}/label`, max: 2_000 }, why)
  if (block.hint !== undefined) checkPlain(block.hint, { at: `${at}/hint`, max: 2_000 }, why)
  if (!block.element) why.push(`${at}: no element`)
  else checkElement(block.element as Json, at, why)
}

function checkText(text: Json | undefined, bounds: { at: string; max: number }, why: Problems): void {
  if (text?.type === 'mrkdwn') {
    checkString(text.text, bounds, why)
    checkMarkup(String(text.text), bounds.at, why)
  } else checkPlain(text, bounds, why)
}

/** Not Slack's rule but ours: nobody's words may reach a whole channel. */
function checkMarkup(text: string, at: string, why: Problems): void {
  if (/<!(channel|here|everyone|subteam)/.test(text)) why.push(`${at}: a mention of many`)
}

function checkRich(element: Json, at: string, why: Problems): void {
  const check = RICH[String(element.type)]
  if (check) check(element, at, why)
  else why.push(`${at}: unknown element ${element.type}`)
}

const inside: Check = (element, at, why) => {
  for (const part of elementsOf(element, { at, most: 10_000 }, why)) checkRich(part, at, why)
}

const RICH: Record<string, Check> = {
  rich_text_section: inside,
  rich_text_quote: inside,
  rich_text_preformatted: inside,
  rich_text_list: (list, at, why) => {
    if (!['bullet', 'ordered'].includes(String(list.style))) why.push(`${at}/style`)
    inside(list, at, why)
  },
  text: ({ text }, at, why) => checkString(text, { at: `${at}/text`, max: MESSAGE_CHARACTERS }, why),
  link: ({ url, text }, at, why) => {
    checkAddress(url, `${at}/url`, why)
    if (text !== undefined) checkString(text, { at: `${at}/text`, max: MESSAGE_CHARACTERS }, why)
  },
  user: ({ user_id }, at, why) => {
    if (!/^[UW][A-Z0-9]+$/.test(String(user_id))) why.push(`${at}/user_id`)
  },
  channel: ({ channel_id }, at, why) => {
    if (!/^[CGD][A-Z0-9]+$/.test(String(channel_id))) why.push(`${at}/channel_id`)
  },
}

/** All the words of blocks, as long as Slack counts them. */
function lettersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + lettersIn(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (['text', 'url', 'alt_text'].includes(key) && typeof inner === 'string' ? inner.length : lettersIn(inner)),
    0,
  )
}
