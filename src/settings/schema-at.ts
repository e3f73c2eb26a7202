import * as z from 'zod'
import type { Path } from './places.ts'
import { alternativeFor, below, type Form } from './schema-shape.ts'

/** The schema that the value at the path follows, with its wrappers; undefined where the declaration knows no such place. */
export function schemaAt(schema: z.ZodType, value: unknown, path: Path): z.ZodType | undefined {
  const [key, ...rest] = path
  if (key === undefined) return schema
  const child = below(chosen(schema, value), key) ?? sharedKey(schema, key)
  return child && schemaAt(child, valueAt(value, [key]), rest)
}

/** Of the alternatives of a schema, the one that the value goes by. */
export function chosen(schema: z.ZodType, value: unknown): z.ZodType | undefined {
  return alternativeFor(schema, formOf(value), (key) => valueAt(value, [key]))
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, key) => (found as Record<string, unknown> | null | undefined)?.[key], value)
}

/** The key that tells alternatives apart, where it is missing or wrong itself, so that none is chosen. */
function sharedKey(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  return schema instanceof z.ZodDiscriminatedUnion ? below(schema.options[0] as z.ZodType, key) : undefined
}

const formOf = (value: unknown): Form => (Array.isArray(value) ? 'list' : typeof value === 'object' ? 'keys' : 'scalar')
