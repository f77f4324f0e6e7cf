import { LOCALES } from '../../../chat/locale.ts'
import type { Db } from '../../../database/types.ts'
import type { RiskCategory as Category } from '../../../generated/client.ts'
import { classNames } from '../messages/classes.ts'
import { holdRegister } from './settings.ts'

export type { Category }

/** Those that are in use, in the order in which they came. */
export async function categoriesOf(db: Db, workspaceId: string): Promise<Category[]> {
  const where = { workspaceId, archivedAt: null }
  const found = await db.riskCategory.findMany({ where, orderBy: { id: 'asc' } })
  if (found.length > 0) return found
  await holdRegister(db, workspaceId)
  return db.riskCategory.findMany({ where, orderBy: { id: 'asc' } })
}

export const categoryById = (db: Db, workspaceId: string, id: string): Promise<Category | null> =>
  db.riskCategory.findFirst({ where: { id, workspaceId } })

/** By their name, or by a word of it, in either language; the one that is called exactly so alone. */
export async function categoriesCalled(db: Db, workspaceId: string, typed: string): Promise<Category[]> {
  const wanted = plain(typed)
  const all = (await categoriesOf(db, workspaceId)).map((one) => ({ one, names: namesOf(one).map(plain) }))
  const exact = all.filter(({ names }) => names.includes(wanted))
  const near = exact.length > 0 ? exact : all.filter(({ names }) => names.some((name) => name.includes(wanted)))
  return near.map(({ one }) => one)
}

/** All that people may call it. */
export const namesOf = ({ key, name }: Category): string[] =>
  name ? [name] : [key, ...LOCALES.map((locale) => classNames[locale].category[key] ?? key)]

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
