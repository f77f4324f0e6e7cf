// Prisma's schema as text and as SQL, with neither a database nor Prisma's native engine.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
// One for the whole process: its glue code holds a single instance.
let engine

/** All files of the schema as one text. */
export function presentSchema() {
  const models = readdirSync(join(folder, 'models')).filter((file) => file.endsWith('.prisma'))
  const paths = ['schema.prisma', ...models.sort().map((file) => join('models', file))]
  return paths.map(read).join('\n')
}

/** The schema without its models: what an empty database has. */
export function emptySchema() {
  return read('schema.prisma')
}

/**
 * The SQL that leads from one schema to another; nothing but a comment when they are the same.
 * @param {string} before
 * @param {string} after
 * @returns {Promise<string>}
 */
export async function sqlBetween(before, after) {
  engine ??= startEngine()
  const schema = (content) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] })
  const { stdout } = await (await engine).diff({
    from: schema(before),
    to: schema(after),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout
}

/** The schema engine as WebAssembly, put together by hand because Node does not import `.wasm` files by itself. */
async function startEngine() {
  const engineFolder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(readFileSync(join(engineFolder, 'schema_engine_bg.wasm')))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  return glue.SchemaEngine.new({ datamodels: [['schema.prisma', presentSchema()]] }, () => {}, noDatabase())
}

/** The engine wants a connection; comparing two schemas asks it nothing but the server's version. */
function noDatabase() {
  const ok = (value) => ({ ok: true, value, map: (change) => ok(change(value)), flatMap: (change) => change(value) })
  const refuse = () => {
    throw new Error('There is no database to ask')
  }
  const version = { columnNames: ['exists', 'version', 'numeric_version'], columnTypes: [5, 7, 0] }
  const connection = {
    provider: 'postgres',
    adapterName: 'none',
    getConnectionInfo: () => ok({ supportsRelationJoins: false }),
    queryRaw: async () => ok({ ...version, rows: [[true, 'PostgreSQL 14', 140_000]] }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => ok(undefined),
  }
  const connect = async () => ok(connection)
  return { provider: 'postgres', adapterName: 'none', connect, connectToShadowDb: refuse }
}

/** @param {string} path */
function read(path) {
  return readFileSync(join(folder, path), 'utf8')
}
