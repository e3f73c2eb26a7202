import { type Problem, problem } from '../../../problems/problem.ts'
import type { ProblemCode } from '../../../problems/table.ts'
import { currencyCode } from '../../../values/currency.ts'
import { type Decimal, parseDecimal } from '../../../values/decimal.ts'
import type { Parsed } from '../../../values/parsed.ts'
import { brokenText } from '../../../values/text.ts'
import { parseVat, type VatRate } from '../../../values/vat.ts'
import type { XmlNode } from '../xml/node.ts'

/** Gathers what was odd about one record, each with the line of the record and the element it was in. */
export class Findings {
  readonly #problems: Problem[] = []
  readonly #line: number

  constructor(line: number) {
    this.#line = line
  }

  /** The same finding twice is told once: twelve prices in one unknown currency are one trouble. */
  add(code: ProblemCode, field: string, args: Problem['args'] = {}): void {
    const value = args['value']
    if (this.#problems.some((each) => each.code === code && each.place.field === field && each.args['value'] === value)) return
    this.#problems.push(problem(code, args, { line: this.#line, field }))
  }

  /** What was odd about a record inside this one. */
  adopt(problems: readonly Problem[]): void {
    this.#problems.push(...problems)
  }

  /** The value of a parsed text; its code, if any, is noted against the element it came from. */
  take<T>(parsed: Parsed<T>, field: string, text: string): T | null {
    if (parsed.code !== null) this.add(parsed.code, field, { value: text })
    return parsed.value
  }

  /** Null for an empty text: not told is not zero. */
  number(text: string, field: string): Decimal | null {
    return text === '' ? null : this.take(parseDecimal(text), field, text)
  }

  /** ISO code, or the text itself, flagged, where the currency is unknown. */
  currency(text: string, field = 'Валюта'): string {
    if (text === '') return ''
    const code = currencyCode(text)
    if (code === null) this.add('currency.unknown', field, { value: text })
    return code ?? text
  }

  vat(text: string, field = 'Ставка'): VatRate | null {
    const rate = parseVat(text)
    if (rate === null && text !== '') this.add('vat.unknown', field, { value: text })
    return rate
  }

  /** Letters that 1C or its code page had already lost before we saw the file. `but`: a child that is a record of its own. */
  checkText(node: XmlNode, but?: string): void {
    this.#checkValue(node.name, node.text)
    if (node.attributes !== null) for (const [name, value] of node.attributes) this.#checkValue(name, value)
    for (const child of node.children) if (child.name !== but) this.checkText(child)
  }

  /** All findings, also those that are added after this call: a record is put together field by field. */
  done(): readonly Problem[] {
    return this.#problems
  }

  #checkValue(field: string, text: string): void {
    if (!text.includes('\uFFFD') && !text.includes('???')) return
    const code = brokenText(text)
    if (code !== null) this.add(code, field, { value: text.slice(0, 60) })
  }
}
