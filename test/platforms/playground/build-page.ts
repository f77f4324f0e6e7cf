import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const SOURCES = 'src/platforms/playground/page'
const BUILT = 'dist/playground/index.html'

/** Builds the page unless what is built is newer than all of its sources: others may be looking at it. */
export async function buildPage(): Promise<void> {
  const names = await readdir(SOURCES, { recursive: true })
  const changed = await Promise.all(names.map((name) => changedAt(join(SOURCES, name))))
  if (Math.max(...changed) > (await changedAt(BUILT))) await build({ logLevel: 'silent' })
}

const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
