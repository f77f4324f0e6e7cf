import type { Block, Card } from '../../../chat/card.ts'
import type { MessageSeen } from '../wire.ts'
import { Buttons } from './buttons.tsx'
import { FactList } from './fact-list.tsx'
import { usePlay } from './play.ts'
import { TextView } from './text.tsx'

type Props = { card: Card; message: MessageSeen }

export function CardView({ card, message }: Props) {
  const { tone = 'plain', title, blocks, locale } = card
  const isTalk = !title && tone === 'plain' && blocks.every(({ kind }) => kind === 'text' || kind === 'context')
  return (
    <div class={isTalk ? 'talk' : `card tone-${tone}`} lang={locale}>
      {title && <h3 class="card-title">{title}</h3>}
      {blocks.map((block, index) => (
        <BlockView key={`${block.kind} ${index}`} block={block} message={message} />
      ))}
    </div>
  )
}

function BlockView({ block, message }: { block: Block; message: MessageSeen }) {
  switch (block.kind) {
    case 'text':
      return <Said block={block} />
    case 'facts':
      return <FactList facts={block.facts} />
    case 'buttons':
      return <Buttons buttons={block.buttons} message={message} />
    case 'list':
      return <List block={block} />
    case 'table':
      return <Table columns={block.columns} rows={block.rows} />
    case 'image':
      return <img class="picture" src={block.url} alt={block.alt} />
    case 'divider':
      return <hr />
    case 'context':
      return (
        <p class="context">
          <TextView text={block.text} />
        </p>
      )
    case 'progress':
      return <Progress {...block} />
  }
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

function Said({ block }: { block: Of<'text'> }) {
  const words = <TextView text={block.text} />
  switch (block.style ?? 'body') {
    case 'heading':
      return <h4>{words}</h4>
    case 'quote':
      return <blockquote>{words}</blockquote>
    case 'body':
      return <p class="said">{words}</p>
  }
}

function List({ block }: { block: Of<'list'> }) {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <TextView text={item} />
    </li>
  ))
  return block.ordered ? <ol class="items">{items}</ol> : <ul class="items">{items}</ul>
}

function Table({ columns, rows }: Omit<Of<'table'>, 'kind'>) {
  return (
    <div class="table-frame">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Progress({ label, done, of }: Of<'progress'>) {
  const { words } = usePlay()
  return (
    <label class="progress">
      <span>{label}</span>
      <span class="progress-count">{words.of(done, of)}</span>
      <progress value={done} max={Math.max(of, 1)} />
    </label>
  )
}
