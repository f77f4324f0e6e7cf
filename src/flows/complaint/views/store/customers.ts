import type { Db } from '../../../../database/types.ts'
import type { ComplaintCustomer } from '../../../../generated/client.ts'

export type Known = ComplaintCustomer & { complaintIds: string[] }

const FEWEST_DIGITS = 6

/** The customers who are called this or can be reached under this; of telephone numbers only the digits count. */
export function customersCalled(db: Db, workspaceId: string, who: string): Promise<Known[]> {
  const typed = who.normalize('NFKC').trim().toLowerCase()
  const digits = /^[\d\s()+./-]+$/.test(typed) ? typed.replace(/\D/g, '') : ''
  const number = digits.length >= FEWEST_DIGITS ? digits : null
  return db.$queryRaw<Known[]>`
    SELECT u.*, ARRAY(SELECT c."id" FROM "Complaint" c WHERE c."customerId" = u."id" ORDER BY c."id") AS "complaintIds"
    FROM "ComplaintCustomer" u WHERE u."workspaceId" = ${workspaceId} AND u."erasedAt" IS NULL AND (
      lower(normalize(btrim(u."name"), NFKC)) = ${typed} OR lower(normalize(btrim(u."contact"), NFKC)) = ${typed}
      OR EXISTS (SELECT 1 FROM regexp_split_to_table(u."contact", ';') AS way
        WHERE lower(normalize(btrim(way), NFKC)) = ${typed}
          OR (way ~ '^[0-9 ()+./-]+$' AND regexp_replace(way, '[^0-9]', '', 'g') = ${number})))
    ORDER BY u."name", u."id"`
}

/** Nobody is known by these any more; the same contact of somebody else goes too. */
export async function forgetCustomers(
  db: Db,
  customers: readonly Known[],
  { at, name }: { at: Date; name: string },
): Promise<void> {
  const ids = customers.map(({ id }) => id)
  const contacts = customers.flatMap(({ contact }) => contact ?? [])
  const [{ workspaceId } = { workspaceId: '' }] = customers
  await db.complaintCustomer.updateMany({ where: { workspaceId, contact: { in: contacts } }, data: { contact: null } })
  const data = { name, contact: null, locale: null, erasedAt: at }
  await db.complaintCustomer.updateMany({ where: { id: { in: ids } }, data })
}
