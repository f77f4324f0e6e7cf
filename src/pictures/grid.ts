const COLUMNS = 2
const GAP = 16

/** Several SVGs as one, two beside one another, each as large as it is by itself. Throws for one that doesn't say how large. */
export function inGrid(svgs: readonly string[]): string {
  const sized = svgs.map((svg) => ({ svg, ...sizeOf(svg) }))
  const rows = Array.from({ length: Math.ceil(sized.length / COLUMNS) }, (_, at) =>
    sized.slice(at * COLUMNS, (at + 1) * COLUMNS),
  )
  const width = Math.max(...rows.map((row) => row.reduce((sum, one) => sum + one.width + GAP, -GAP)))
  let y = 0
  const placed = rows.flatMap((row) => {
    let x = 0
    const drawn = row.map((one) => {
      const at = `<svg x="${x}" y="${y}" ${one.svg.slice('<svg '.length)}`
      x += one.width + GAP
      return at
    })
    y += Math.max(...row.map(({ height }) => height)) + GAP
    return drawn
  })
  const height = y - GAP
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...placed,
    '</svg>',
  ].join('')
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  if (!width || !height) throw new RangeError('A picture does not say how large it is')
  return { width: Number(width), height: Number(height) }
}
