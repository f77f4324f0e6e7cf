import { z } from 'zod'

type Schemas = Record<string, object>
type Property = { description?: string }

export const ref = (kind: 'schemas' | 'responses' | 'parameters', name: string) => ({
  $ref: `#/components/${kind}/${name}`,
})

/** As a caller writes it or as we answer it: what has a default may be left out of the one only. */
export function schemasOf(named: readonly [string, z.ZodType][], io: 'input' | 'output'): Schemas {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of named) registry.add(schema, { ...schema.meta(), id })
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]))
}

/** Those of a question, each with what may stand in it; `inPath` are those that stand in its address. */
export function parametersOf(query: z.ZodObject, inPath: readonly string[]) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties as Record<string, Property>).map(([name, { description, ...schema }]) => ({
    ...{ name, in: inPath.includes(name) ? 'path' : 'query', required: required.includes(name) },
    ...(description && { description }),
    schema,
  }))
}
