import { isTaken } from '../database/conflicts.ts'
import type { Workspace } from '../database/types.ts'
import type { PlatformName } from '../platform.ts'
import type { World } from '../world.ts'

export type Installed = { platform: PlatformName; installation: string }

/** The workspace behind an installation, made when it is heard of for the first time. */
export async function workspaceOf(world: World, installed: Installed): Promise<Workspace> {
  const known = await find(world, installed)
  if (known) return known
  try {
    return await world.db.workspace.create({
      data: {
        name: installed.installation,
        installations: { create: { platform: installed.platform, externalId: installed.installation } },
      },
    })
  } catch (error) {
    const madeMeanwhile = isTaken(error) ? await find(world, installed) : null
    if (!madeMeanwhile) throw error
    return madeMeanwhile
  }
}

/** Whoever is heard is let in again: what is broken still says so at the next delivery. */
async function find({ db }: World, { platform, installation }: Installed): Promise<Workspace | null> {
  const where = { platform_externalId: { platform, externalId: installation } }
  const row = await db.installation.findUnique({ where, include: { workspace: true } })
  if (row?.brokenWhy) await db.installation.update({ where, data: { brokenWhy: null, brokenAt: null } })
  return row?.workspace ?? null
}
