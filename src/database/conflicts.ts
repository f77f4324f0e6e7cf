import { Prisma } from '../generated/client.ts'

/** Prisma's name for a deadlock or write conflict, and PostgreSQL's for a deadlock and a failed serialization. */
const LOST = ['P2034', '40P01', '40001']
/** A unique constraint that somebody else's row holds. */
const TAKEN = ['P2002', '23505']

/** This transaction lost against another one and may be done again. */
export const isLost = (error: unknown): boolean => says(error, LOST)

export const isTaken = (error: unknown): boolean => says(error, TAKEN)

function says(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const told = JSON.stringify(error.meta ?? {})
  return codes.some((code) => error.code === code || told.includes(`"${code}"`))
}
