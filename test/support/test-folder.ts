import { mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 2 ** 30

/** A new folder for a database's files: in memory where that can hold them, as writing them is most of a test's time. */
export const testFolder = async (name: string): Promise<string> =>
  mkdtemp(join((await isRoomy(MEMORY)) ? MEMORY : tmpdir(), `drumbeat-${name}-`))

async function isRoomy(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize >= ENOUGH_BYTES
  } catch {
    return false
  }
}
