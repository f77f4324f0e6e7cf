/** Markup that is meant as such; everything else is text and is escaped. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = string | number | Html | readonly Html[] | undefined | false

/** html`<p>${words}</p>`: what is put in is escaped unless it is markup; what is absent leaves nothing. */
export const html = (frame: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(frame.map((piece, at) => piece + markupOf(parts[at])).join(''))

function markupOf(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('\n')
  return escaped(String(part))
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
