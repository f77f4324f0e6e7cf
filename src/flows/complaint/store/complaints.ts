import type { Db } from '../../../database/types.ts'
import type { ComplaintCustomer, Prisma, Complaint as Row } from '../../../generated/client.ts'
import type { CauseFamily, Severity, Source, Type, Via } from '../rules/classes.ts'
import type { State } from '../rules/path.ts'

type Narrowed = {
  state: State
  severity: Severity
  type: Type
  via: Via
  source: Source
  causeFamily: CauseFamily | null
}
export type Customer = ComplaintCustomer
export type Complaint = Omit<Row, keyof Narrowed> & Narrowed & { customer: Customer }
export type Change = Omit<Prisma.ComplaintUncheckedUpdateManyInput, keyof Narrowed> & Partial<Narrowed>

const WITH_CUSTOMER = { customer: true } as const

export async function complaintById(db: Db, workspaceId: string, id: string): Promise<Complaint | null> {
  const row = await db.complaint.findFirst({ where: { id, workspaceId }, include: WITH_CUSTOMER })
  return row && whole(row)
}

export async function complaintByNumber(db: Db, workspaceId: string, number: number): Promise<Complaint | null> {
  const where = { workspaceId_number: { workspaceId, number } }
  const row = await db.complaint.findUnique({ where, include: WITH_CUSTOMER })
  return row && whole(row)
}

/** Until this transaction ends nobody else changes it: whoever changes a complaint, its clocks or its timers holds it. */
export async function lockComplaint(db: Db, workspaceId: string, id: string): Promise<Complaint | null> {
  await db.$queryRaw`
    SELECT 1 FROM "Complaint" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR NO KEY UPDATE`
  return complaintById(db, workspaceId, id)
}

/** The same for many; they are locked in the order of their ids. */
export async function lockComplaints(db: Db, workspaceId: string, ids: readonly string[]): Promise<Complaint[]> {
  await db.$queryRaw`
    SELECT 1 FROM "Complaint" WHERE "id" = ANY(${[...ids]}::text[]) AND "workspaceId" = ${workspaceId}
    ORDER BY "id" FOR NO KEY UPDATE`
  const where = { id: { in: [...ids] }, workspaceId }
  return (await db.complaint.findMany({ where, include: WITH_CUSTOMER })).map(whole)
}

/** Changes it and raises its version. */
export async function changeComplaint(db: Db, { id }: Pick<Complaint, 'id'>, change: Change): Promise<Complaint> {
  const data = { ...change, version: { increment: 1 } }
  return whole(await db.complaint.update({ where: { id }, data, include: WITH_CUSTOMER }))
}

export async function createComplaint(
  db: Db,
  data: Omit<Prisma.ComplaintUncheckedCreateInput, keyof Narrowed> &
    Partial<Narrowed> &
    Omit<Narrowed, 'state' | 'causeFamily'>,
): Promise<Complaint> {
  return whole(await db.complaint.create({ data, include: WITH_CUSTOMER }))
}

/** Rows that Prisma has found with their customer. */
export const whole = (row: Row & { customer: Customer }): Complaint => ({ ...row, ...(row as unknown as Narrowed) })
