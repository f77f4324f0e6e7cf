import type { Prisma, PrismaClient } from '../generated/client.ts'

export type { Absence, Channel, Installation, Member, Post, Timer, Workspace } from '../generated/client.ts'

/** Where rows are read and written; a transaction is just another one. */
export type Db = Prisma.TransactionClient
export type Database = PrismaClient
