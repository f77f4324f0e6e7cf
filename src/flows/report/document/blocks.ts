import type { Block } from '../../../chat/card.ts'
import { plain, type Span, spansOf, type Text } from '../../../chat/text.ts'
import { type Html, html } from '../../../pages/html.ts'

/** A block as markup; what could only be pressed in a chat leaves nothing. */
export function drawBlock(block: Block): Html {
  switch (block.kind) {
    case 'text':
      return drawText(block)
    case 'facts':
      return html`<dl>${block.facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${words(value)}</dd></div>`)}</dl>`
    case 'list':
      return block.ordered ? html`<ol>${items(block.items)}</ol>` : html`<ul>${items(block.items)}</ul>`
    case 'table':
      return html`<div class="wide"><table><thead><tr>${block.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`
    case 'context':
      return html`<p class="context">${words(block.text)}</p>`
    case 'progress':
      return html`<p>${block.label} ${block.done}/${block.of}</p>`
    case 'divider':
      return html`<hr>`
    case 'image':
    case 'buttons':
      return html``
  }
}

function drawText({ text, style }: Extract<Block, { kind: 'text' }>): Html {
  if (style === 'heading') return html`<h3>${plain(text)}</h3>`
  return style === 'quote' ? html`<blockquote>${words(text)}</blockquote>` : html`<p>${words(text)}</p>`
}

const items = (all: readonly Text[]): Html[] => all.map((item) => html`<li>${words(item)}</li>`)

const words = (text: Text): Html[] => spansOf(text).map(drawSpan)

function drawSpan(span: Span): Html {
  if (typeof span === 'string') return html`${span}`
  if ('bold' in span) return html`<strong>${span.bold}</strong>`
  if ('italic' in span) return html`<em>${span.italic}</em>`
  if ('code' in span) return html`<code>${span.code}</code>`
  return html`${plain([span])}`
}
