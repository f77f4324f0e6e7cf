import { readFile } from 'node:fs/promises'
import { Ajv, type ValidateFunction } from 'ajv'

const SCHEMA_PATH = /\/teams\/(v[\d.]+\/MicrosoftTeams\.[\w.]*schema\.json)$/

const compiled = new Map<string, Promise<ValidateFunction>>()

/** What Microsoft's schema that this file names says against it. */
export async function mistakesIn(file: { $schema: string }): Promise<string[]> {
  const path = file.$schema.match(SCHEMA_PATH)?.[1]
  if (!path) return [`${file.$schema} is no schema of Microsoft's`]

  const validate = compiled.get(path) ?? schemaAt(path)
  compiled.set(path, validate)
  const isValid = await validate
  return isValid(file) ? [] : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

// They are written in draft 4, which Ajv no longer knows, but use nothing that has another meaning since.
async function schemaAt(path: string): Promise<ValidateFunction> {
  const { $schema: _draft, ...schema } = JSON.parse(await readFile(`test/platforms/teams/schema/${path}`, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri: URL.canParse } })
  return ajv.compile(schema)
}
