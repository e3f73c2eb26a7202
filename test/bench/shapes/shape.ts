import type { Random } from '../random.ts'

/** One kind of file of 1C: how it begins, one record after another, how it ends. */
export interface Shape {
  readonly name: string
  readonly extension: 'xml' | 'csv'
  /** What its records are to obmen24, and (XML) the element that a foreign reader counts. */
  readonly kind: 'product' | 'offer' | 'counterparty' | 'order' | 'workOrder'
  readonly element: string | null
  head(encoding: string): string
  record(random: Random, number: number): string
  readonly tail: string
}
