// `node manifests/teams/draw-icons.js`: draws the two icons that Teams asks for from drum.svg.
import { readFile, writeFile } from 'node:fs/promises'
import { Resvg } from '@resvg/resvg-js'

const LINES = 'stroke-linecap: round; stroke-linejoin: round;'
const ICONS = {
  'color.png': {
    size: 192,
    seen: '0 0 192 192',
    look: `* { ${LINES} }
      .ground { fill: #1f3a5f }
      .shell { fill: #d9483b }
      .skin { fill: #fff5e1; stroke: #f2b84b; stroke-width: 6 }
      .cords { fill: none; stroke: #f2b84b; stroke-width: 5 }
      .sticks { stroke: #f2b84b; stroke-width: 8 }`,
  },
  'outline.png': {
    size: 32,
    seen: '38 40 116 116',
    look: `* { fill: none; stroke: #ffffff; stroke-width: 8; ${LINES} }
      .ground, .cords { stroke: none }`,
  },
}

const drum = await readFile(new URL('drum.svg', import.meta.url), 'utf8')
for (const [name, { size, seen, look }] of Object.entries(ICONS)) {
  const svg = drum
    .replace(/viewBox="[^"]*"/, `viewBox="${seen}"`)
    .replace(/<style>.*<\/style>/, `<style>${look}</style>`)
  const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render()
  await writeFile(new URL(name, import.meta.url), drawn.asPng())
}
