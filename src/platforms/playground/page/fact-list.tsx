import type { Block } from '../../../chat/card.ts'
import { plain } from '../../../chat/text.ts'
import { TextView } from './text.tsx'

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

const MOST_ABREAST = 3
const LONGEST_ABREAST_CHARACTERS = 22

/** A few short figures stand side by side; anything else is read line by line. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const isAbreast = facts.length <= MOST_ABREAST && facts.every(isShort)
  return (
    <dl class={isAbreast ? 'facts is-abreast' : 'facts'}>
      {facts.map(({ label, value }, index) => (
        <div key={`${label} ${index}`}>
          <dt>{label}</dt>
          <dd>
            <TextView text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isShort = ({ value }: Fact): boolean => plain(value).length <= LONGEST_ABREAST_CHARACTERS
