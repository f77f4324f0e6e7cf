import { COLUMNS } from '../dist/flows/okr/transfer/columns.js'
import { MEMBERS } from './okr-rows.js'

const KEY_RESULTS_EACH = 4

/** A file of so many key results, four to an objective, of all members; every cell can be said otherwise. */
export function fileOf(lines, otherwise = () => ({})) {
  const rows = Array.from({ length: lines }, (_, n) => {
    const nth = Math.floor(n / KEY_RESULTS_EACH)
    const owner = `m${1 + (nth % MEMBERS)}@bench.example`
    const cells = {
      ...{ 'objective title': `Delight the customers of shop ${nth}`, why: 'They stay with us for longer' },
      ...{ 'objective owner': owner, team: `Team ${nth % 10}`, visibility: nth % 20 === 0 ? 'private' : 'open' },
      ...{
        'key result title': `Activation rate of step ${n}`,
        kind: 'numeric',
        from: '0',
        to: '100',
        unit: 'customers',
      },
      ...{ value: `${n % 101}`, confidence: `${n % 11}`, note: 'The trial mail helped' },
      ...otherwise(n),
    }
    return COLUMNS.map((column) => cells[column] ?? '').join(',')
  })
  return [COLUMNS.join(','), ...rows].join('\r\n')
}
