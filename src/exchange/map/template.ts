import type { Template } from 'liquidjs'
import { templateLanguage } from '../../settings/template-language.ts'
import { compareKey } from '../../values/text.ts'

/** What a template or a field name of the settings may refer to: names as the file has them, and the fields of the record. */
export type Scope = Readonly<Record<string, unknown>>

/**
 * A value of `fields:` in the settings: the name of a column, element or requisite of 1C, or a Liquid template. Names are
 * compared as 1C compares them, without case and spaces. Templates were checked when the settings were read.
 */
export interface FieldSource {
  /** The text for one record; '' where the record does not have it. */
  render(scope: Scope): string
  /** The name that no record so far had; null where the source is a template, was found, or was not asked for yet. */
  missing(): string | null
  /** What Liquid said where a template failed on the values of a record; null while all went well. */
  fault(): string | null
}

export function fieldSource(source: string): FieldSource {
  return /\{[{%]/.test(source) ? templateSource(source) : nameSource(source)
}

/** A text that is a template, or none: `Заказ {{ number }}`, `Заказ`. What fails on the values of a record gives ''. */
export function templateText(source: string): FieldSource {
  return templateSource(source)
}

function templateSource(source: string): FieldSource {
  const parsed: Template[] = templateLanguage.parse(source)
  let fault: string | null = null
  return {
    render(scope) {
      try {
        return String(templateLanguage.renderSync(parsed, scope)).trim()
      } catch (error) {
        fault ??= (error as Error).message.replace(/, line:.*$/s, '')
        return ''
      }
    },
    missing: () => null,
    fault: () => fault,
  }
}

function nameSource(source: string): FieldSource {
  const key = compareKey(source)
  let asked = false
  // The spelling that the file uses; records of one file have the same names, so they are rarely gone through.
  let found: string | null = null
  return {
    render(scope) {
      asked = true
      const likely = [source, found].find((each) => each !== null && Object.hasOwn(scope, each))
      const name = likely ?? nameIn(scope, key)
      if (name === undefined) return ''
      found = name
      return textOf(scope[name])
    },
    missing: () => (asked && found === null ? source : null),
    fault: () => null,
  }
}

/** The name under which the scope has what `key` (`compareKey`) means. */
export function nameIn(scope: Scope, key: string): string | undefined {
  return Object.keys(scope).find((each) => compareKey(each) === key)
}

/** A value of the scope as a card has it. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  return Array.isArray(value) ? value.map(textOf).join(', ') : String(value)
}
