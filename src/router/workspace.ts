import { isTaken } from '../database/conflicts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Db, Workspace } from '../database/types.ts'
import type { PlatformName } from '../platform.ts'
import type { World } from '../world.ts'

export type Installed = { platform: PlatformName; installation: string }

/** The workspace behind an installation, made when it is heard of for the first time. */
export async function workspaceOf(world: World, installed: Installed): Promise<Workspace> {
  const known = await find(world, installed)
  if (known) return known
  try {
    return await inTransaction(world.db, (db) => founded(db, world, installed))
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

/** One company that uses two chat products is one workspace, so two that are founded at once come one after the other. */
async function founded(db: Db, world: World, { platform, installation }: Installed): Promise<Workspace> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('founding a workspace'))::text`
  const installed = { platform, externalId: installation }
  const sibling = await siblingOf(db, world, platform)
  if (!sibling) return db.workspace.create({ data: { name: installation, installations: { create: installed } } })
  await db.installation.create({ data: { ...installed, workspaceId: sibling.id } })
  return sibling
}

/** The only workspace of the other chat products that this process is connected to, where it has none of this one. */
async function siblingOf(db: Db, { platforms }: World, platform: PlatformName): Promise<Workspace | null> {
  const others = [...platforms.keys()].filter((name) => name !== platform && name !== 'playground')
  if (platform === 'playground' || others.length === 0) return null
  const installations = { some: { platform: { in: others } }, none: { platform } }
  const [only, ...more] = await db.workspace.findMany({ where: { installations }, take: 2 })
  return only && more.length === 0 ? only : null
}
