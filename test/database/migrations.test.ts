import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptySchema, presentSchema, sqlBetween } from '../../prisma/schema-sql.js'
import { migrate } from '../../src/database/migrate.ts'
import { Prisma } from '../../src/generated/client.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

const folder = new URL('../../prisma/migrations/', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
const UNCHANGED = 'This is an empty migration'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.close()
})

describe('the migrations', () => {
  it('lead to the schema as it is', async () => {
    await client.query('CREATE SCHEMA expected; SET search_path TO expected')
    await client.query(await sqlBetween(emptySchema(), presentSchema()))

    const expected = await factsOf('expected')
    const migrated = await factsOf('public')

    expect(migrated.columns).toEqual(expected.columns)
    expect(migrated.constraints).toEqual(expect.arrayContaining(expected.constraints))
    expect(migrated.indexes).toEqual(expect.arrayContaining(expected.indexes))
  })

  it('give the generated client every table and column that it knows, and no other', async () => {
    const { columns } = await factsOf('public')
    const known = Object.keys(Prisma.ModelName).flatMap((model) =>
      Object.keys(fieldsOf(model)).map((field) => `${model}.${field}`),
    )

    expect(columns.map(({ table, name }) => `${table}.${name}`).sort()).toEqual(known.sort())
  })

  it('stand in the ledger with the checksums that Prisma itself would write', async () => {
    const { rows } = await client.query(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at AS undone
       FROM public._prisma_migrations ORDER BY 1`,
    )

    expect(rows).toEqual(names.map((name) => ({ name, checksum: checksumOf(name), finished: true, undone: null })))
  })

  it('are done once, also when several processes start on an empty database', async () => {
    const fresh = await emptied()

    const applied = await Promise.all([migrate(fresh.url), migrate(fresh.url), migrate(fresh.url)])

    expect(applied.flat().sort()).toEqual(names)
    expect(await migrate(fresh.url)).toEqual([])
    await fresh.close()
  })
})

describe('the newest migration', () => {
  it('keeps the present schema beside it, for the next one to start from', async () => {
    const kept = readFileSync(new URL(`${names.at(-1)}/schema.txt`, folder), 'utf8')

    expect(await sqlBetween(kept, presentSchema())).toContain(UNCHANGED)
  })
})

async function factsOf(schema: 'public' | 'expected') {
  await client.query(`SET search_path TO ${schema}`)
  const [columns, constraints, indexes] = [
    await client.query(COLUMNS),
    await client.query(CONSTRAINTS),
    await client.query(INDEXES),
  ]
  return { columns: columns.rows, constraints: constraints.rows, indexes: indexes.rows }
}

const COLUMNS = `
  SELECT table_name AS "table", column_name AS name, udt_name, is_nullable, column_default, datetime_precision,
    character_maximum_length, numeric_precision, numeric_scale
  FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations'
  ORDER BY table_name, column_name`
const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint
  WHERE connamespace = current_schema()::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'`
const INDEXES = `
  SELECT tablename AS "table", indexname AS name, replace(indexdef, schemaname || '.', '') AS definition
  FROM pg_indexes WHERE schemaname = current_schema()`

function fieldsOf(model: string): object {
  return Prisma[`${model}ScalarFieldEnum` as 'PostScalarFieldEnum']
}

function checksumOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(new URL(`${name}/migration.sql`, folder)))
    .digest('hex')
}

async function emptied(): Promise<TestDatabase> {
  const fresh = await testDatabase()
  await fresh.db.$executeRaw`DROP SCHEMA public CASCADE`
  await fresh.db.$executeRaw`CREATE SCHEMA public`
  return fresh
}
