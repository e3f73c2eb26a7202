import * as z from 'zod'

// The one place that looks inside zod schemas; everything else that walks the declaration goes through here.

/** What stands in the file: nested keys, a list, or a single value. */
export type Form = 'keys' | 'list' | 'scalar'

/** The schema and everything it wraps, from the outside in: defaults, transforms, optional. */
export function layers(schema: z.ZodType): readonly z.ZodType[] {
  const inner = wrapped(schema)
  return inner === null ? [schema] : [schema, ...layers(inner)]
}

/** The schema without its wrappers. */
export function core(schema: z.ZodType): z.ZodType {
  return layers(schema).at(-1) as z.ZodType
}

/** Every alternative that a value may follow; one for most schemas. */
export function alternatives(schema: z.ZodType): readonly z.ZodType[] {
  const bare = core(schema)
  return bare instanceof z.ZodUnion ? bare.options.flatMap((one) => alternatives(one as z.ZodType)) : [bare]
}

/** The alternative for what the file has; `has` gives the value of a key, to tell the presets of an exchange apart. */
export function alternativeFor(schema: z.ZodType, form: Form, has: (key: string) => unknown): z.ZodType | undefined {
  const fitting = alternatives(schema).filter((one) => formOf(one) === form)
  return fitting.find((one) => fixedValues(one).every(([key, value]) => has(key) === value))
}

/** Schema below a key or an index. */
export function below(schema: z.ZodType | undefined, key: string | number): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType
  return undefined
}

/** The value an option has when the file says nothing, as it would stand in the file. */
export function defaultOf(schema: z.ZodType): unknown {
  return layers(schema).find((layer) => layer instanceof z.ZodPrefault)?.def.defaultValue
}

export function isRequired(schema: z.ZodType): boolean {
  return !layers(schema).some((layer) => layer instanceof z.ZodPrefault || layer instanceof z.ZodOptional)
}

function formOf(schema: z.ZodType): Form {
  const bare = core(schema)
  if (bare instanceof z.ZodObject || bare instanceof z.ZodRecord) return 'keys'
  return bare instanceof z.ZodArray ? 'list' : 'scalar'
}

/** `preset: counterparties` and the like: the keys whose value is fixed by the schema. */
export function fixedValues(schema: z.ZodType): readonly (readonly [string, unknown])[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, child]) => (child instanceof z.ZodLiteral ? [[key, child.value]] : []))
}

/** Keys are words of the user, not of the declaration. */
export function isDictionary(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodRecord
}

/** Does the schema take a bare `12` or `true` as what YAML makes of it? Otherwise it is text, taken as written. */
export function takesBare(schema: z.ZodType | undefined, value: unknown): boolean {
  if (schema === undefined) return false
  return alternatives(schema).some(
    (one) =>
      (typeof value === 'number' && one instanceof z.ZodNumber) || (typeof value === 'boolean' && one instanceof z.ZodBoolean),
  )
}

function wrapped(schema: z.ZodType): z.ZodType | null {
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return schema.unwrap() as z.ZodType
  }
  return null
}
