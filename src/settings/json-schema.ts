import * as z from 'zod'
import type { Language } from '../problems/language.ts'
import { expectedText } from './explain.ts'
import { notBlank } from './kinds.ts'
import { type Declaration, declarationOf } from './option.ts'
import { defaultOf } from './schema-shape.ts'
import { settingsDeclaration } from './settings.ts'

/** JSON Schema (draft 2020-12) of the settings file: what an editor with yaml-language-server completes and checks by. */
export function settingsJsonSchema(language: Language): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(settingsDeclaration, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const schema = zodSchema as unknown as z.ZodType
      describe(jsonSchema, declarationOf(schema), expectedText(schema, language), language)
      takeWordsAsWritten(jsonSchema, schema)
      if (isEmptyObject(defaultOf(schema))) delete jsonSchema.default
      // A record repeats that its keys are strings, which YAML cannot express otherwise.
      delete jsonSchema.propertyNames
    },
  })
}

function describe(
  json: z.core.JSONSchema.BaseSchema,
  declaration: Declaration | undefined,
  expected: string,
  language: Language,
): void {
  if (declaration === undefined) return
  const { title, about } = declaration[language]
  json.title = title
  json.description = [about, expected && `${language === 'ru' ? 'Что писать' : 'Write'}: ${expected}.`].filter(Boolean).join(' ')
  if (declaration.example !== undefined) json.examples = [declaration.example]
}

/** Text is taken as written, so an editor must not call an unquoted `012` or `true` wrong. */
function takeWordsAsWritten(json: z.core.JSONSchema.BaseSchema, schema: z.ZodType): void {
  if (schema instanceof z.ZodString && (json.pattern === undefined || json.pattern === notBlank.source)) {
    Object.assign(json, { type: ['string', 'number', 'boolean'] })
  }
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}
