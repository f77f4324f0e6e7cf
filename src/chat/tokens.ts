export type Mention = { kind: 'person' | 'channel'; id: string }
type Word = { kind: 'word'; text: string }
type Option = { kind: 'option'; key: string; value: string; mention: Mention | undefined }
export type Token = Word | Option | Mention

type Found<Kind extends Token> = { token: Kind; end: number }

/** The parts of a command line, in their order; every text has some, and each is looked at once. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = afterSpace(text, 0); at < text.length; ) {
    const { token, end } = mentionAt(text, at) ?? quotedAt(text, at) ?? optionAt(text, at) ?? wordAt(text, at)
    if (token.kind !== 'word' || !isEmpty(token.text)) tokens.push(token)
    at = afterSpace(text, end)
  }
  return tokens
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['＂', '＂'],
  ['「', '」'],
  ['『', '』'],
])

function quotedAt(text: string, start: number): Found<Word> | null {
  const closing = QUOTES.get(text.charAt(start))
  if (!closing) return null

  const found = text.indexOf(closing, start + 1)
  const close = found < 0 ? text.length : found
  return { token: { kind: 'word', text: text.slice(start + 1, close).trim() }, end: close + 1 }
}

function mentionAt(text: string, start: number): Found<Mention> | null {
  const parts = matchAt(/<([@#])([^<>|\s]{1,100})(?:\|[^<>]{0,200})?>/y, text, start)
  if (!parts) return null

  const [whole, sign, id = ''] = parts
  return { token: { kind: sign === '@' ? 'person' : 'channel', id }, end: start + whole.length }
}

// A time (上午9:30) and an address (https://…) have a colon too.
function optionAt(text: string, start: number): Found<Option> | null {
  const head = matchAt(/(\p{L}[\p{L}\p{M}\p{N}_-]{0,50})[:：](?!\/\/)(?=\S)/uy, text, start)
  if (!head) return null
  const valueAt = start + head[0].length
  const key = (head[1] ?? '').normalize('NFKC').toLowerCase()
  if (/\p{Script=Han}\d{1,2}$/u.test(key) && /^\d\d/.test(text.slice(valueAt, valueAt + 2).normalize('NFKC')))
    return null

  const { token, end } = mentionAt(text, valueAt) ?? quotedAt(text, valueAt) ?? wordAt(text, valueAt)
  const isWord = token.kind === 'word'
  const value = isWord ? token.text : text.slice(valueAt, end)
  return { token: { kind: 'option', key, value, mention: isWord ? undefined : token }, end }
}

// Ends at a mention as well: people forget the space before it.
function wordAt(text: string, start: number): Found<Word> {
  const whole = matchAt(/\S[^\s<]*(?:<(?![@#])[^\s<]*)*/y, text, start)?.[0] ?? ''
  return { token: { kind: 'word', text: whole }, end: start + whole.length }
}

function afterSpace(text: string, start: number): number {
  return start + (matchAt(/\s*/y, text, start)?.[0].length ?? 0)
}

function matchAt(sticky: RegExp, text: string, start: number): RegExpExecArray | null {
  sticky.lastIndex = start
  return sticky.exec(text)
}

// What stands between mentions: `<@a>, <@b>`.
const isEmpty = (word: string): boolean => /^[,，、;；]*$/.test(word)
