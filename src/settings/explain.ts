import * as z from 'zod'
import type { Language } from '../problems/language.ts'
import { type Declaration, declarationOf, expectationOf } from './option.ts'
import { alternatives, core, defaultOf, fixedValues, isRequired, layers } from './schema-shape.ts'
import { settingsDeclaration } from './settings.ts'

/** One option in words: a row of the docs, of `--help` and of the panel. */
export interface ExplainedOption {
  /** `folders.in[].path`; `[]` stands for each item of a list. */
  readonly path: string
  readonly key: string
  /** Path of the block it stands in, '' at the top. */
  readonly block: string
  readonly title: string
  readonly about: string
  readonly expected: string
  /** As it would stand in the file; undefined where the option is just absent. */
  readonly default: unknown
  readonly required: boolean
  readonly example: unknown
  /** Has keys of its own below it. */
  readonly isBlock: boolean
  /** Presets of an exchange that know the key; empty outside exchanges. */
  readonly presets: readonly string[]
}

/** Every option of the settings, in the order of the declaration. */
export function explain(language: Language): readonly ExplainedOption[] {
  const rows: ExplainedOption[] = []
  visit(settingsDeclaration, '', [], (path, block, schema, declaration, presets) => {
    const row = explainOne(path, block, schema, declaration, presets, language)
    const twin = rows.findIndex((other) => other.path === path && sameOption(other, row))
    if (twin === -1) rows.push(row)
    else rows[twin] = { ...row, presets: [...rows[twin]!.presets, ...presets] }
  })
  return rows
}

/** What may be written in an option, as the end of a sentence. The nearest wrapper that says it wins. */
export function expectedText(schema: z.ZodType, language: Language): string {
  for (const layer of layers(schema)) {
    const said = declarationOf(layer)?.[language].expected ?? expectationOf(layer)?.[language]
    if (said !== undefined) return said
  }
  return ''
}

type Visitor = (path: string, block: string, schema: z.ZodType, declaration: Declaration, presets: readonly string[]) => void

function visit(schema: z.ZodType, path: string, presets: readonly string[], visitor: Visitor): void {
  for (const one of distinctAlternatives(schema)) {
    if (one instanceof z.ZodArray) visit(one.element as z.ZodType, `${path}[]`, presets, visitor)
    if (!(one instanceof z.ZodObject)) continue
    const own = fixedValues(one).map(([, value]) => String(value))
    for (const [key, child] of Object.entries(one.shape) as [string, z.ZodType][]) {
      const below = path === '' ? key : `${path}.${key}`
      const declaration = layers(child).map(declarationOf).find(Boolean)
      if (declaration !== undefined) visitor(below, path, child, declaration, [...presets, ...own])
      visit(child, below, [...presets, ...own], visitor)
    }
  }
}

/** Where a block and a list of such blocks are both allowed, the list is told, and the block once, as its item. */
function distinctAlternatives(schema: z.ZodType): readonly z.ZodType[] {
  const all = alternatives(schema)
  const items = all.flatMap((one) => (one instanceof z.ZodArray ? alternatives(one.element as z.ZodType) : []))
  return all.filter((one) => !items.includes(one))
}

function explainOne(
  path: string,
  block: string,
  schema: z.ZodType,
  declaration: Declaration,
  presets: readonly string[],
  language: Language,
): ExplainedOption {
  return {
    path,
    block,
    key: path.slice(path.lastIndexOf('.') + 1),
    title: declaration[language].title,
    about: declaration[language].about,
    expected: expectedText(schema, language),
    default: defaultOf(schema),
    required: isRequired(schema),
    example: declaration.example,
    isBlock: core(schema) instanceof z.ZodObject,
    presets,
  }
}

function sameOption(one: ExplainedOption, other: ExplainedOption): boolean {
  return one.about === other.about && one.title === other.title && JSON.stringify(one.default) === JSON.stringify(other.default)
}
