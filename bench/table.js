const HEADINGS = ['measured', 'Drumbeat', 'beside it', 'ratio', 'aim', 'met']

/** All results side by side, as Markdown that a terminal shows just as well. */
export function tableOf(results) {
  const rows = [HEADINGS, ...results.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)))
  const lines = rows.map((row) => `| ${row.map((cell, column) => padded(cell, widths[column])).join(' | ')} |`)
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  return lines.join('\n')
}

function cellsOf({ what, drumbeat, beside = '', ratio, aim, value = ratio }) {
  const met = aim ? (aim.isMet(value) ? 'yes' : 'NO') : ''
  return [what, drumbeat, beside, ratio === undefined ? '' : ratio.toFixed(2), aim ? aim.words : '', met]
}

const padded = (cell, width) => cell + ' '.repeat(width - [...cell].length)
