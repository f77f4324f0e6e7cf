import type { Db } from '../../../../database/types.ts'
import type { Context } from '../../../../flow.ts'
import type { Customer } from '../../store/complaints.ts'

export type Told = { name: string; contact?: string; locale?: string }

/** The customer of this name who is reached under this contact, in any case, or else a new one; never an erased one. */
export async function customerOf(ctx: Context, told: Told): Promise<Customer> {
  const { db, workspace } = ctx
  const known = await find(ctx, told)
  if (!known) return db.complaintCustomer.create({ data: { workspaceId: workspace.id, ...told } })
  if (!told.locale || told.locale === known.locale) return known
  return db.complaintCustomer.update({ where: { id: known.id }, data: { locale: told.locale } })
}

/** Another way to reach the same customer stands behind the one that is known. */
export async function addContact(db: Db, { id, contact }: Customer, more: string): Promise<void> {
  if (contact?.toLowerCase().includes(more.toLowerCase())) return
  await db.complaintCustomer.update({ where: { id }, data: { contact: contact ? `${contact}; ${more}` : more } })
}

async function find({ db, workspace }: Context, { name, contact = '' }: Told): Promise<Customer | null> {
  const [row] = await db.$queryRaw<Customer[]>`
    SELECT * FROM "ComplaintCustomer" WHERE "workspaceId" = ${workspace.id} AND "erasedAt" IS NULL
      AND lower("name") = lower(${name}) AND lower(coalesce("contact", '')) = lower(${contact})
    ORDER BY "id" LIMIT 1`
  return row ?? null
}
