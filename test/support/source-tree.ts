import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `to` is a file of the project, such as src/chat/card.ts, or the name of a package. */
export type Import = { from: string; to: string; typesOnly: boolean }

/** The paths of all files below a folder of the project, without what is generated. */
export function filesBelow(folder: string): string[] {
  if (folder === 'src/generated') return []
  return readdirSync(posix.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

export function read(path: string): string {
  return readFileSync(posix.join(root, path), 'utf8')
}

/** Everything that a file imports or re-exports, or requires. */
export function importsIn(path: string, text: string): Import[] {
  const statements =
    /^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|\bimport\s*\(?\s*'([^']+)'|[rR]equire\w*\((?:import\.meta\.url\)\()?'([^']+)'/gm
  return [...text.matchAll(statements)].map(([, type, from, imported, required]) => {
    const name = from ?? imported ?? required ?? ''
    const to = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
    return { from: path, to, typesOnly: type !== undefined }
  })
}

/** The way from a file back to itself, or nothing. */
export function circleFrom(start: string, running: readonly Import[]): string[] {
  const ways = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const { to } of running.filter((found) => found.from === way.at(-1) && !seen.has(found.to))) {
      if (to === start) return [[...way, start].join(' → ')]
      ways.push([...way, to])
      seen.add(to)
    }
  }
  return []
}
