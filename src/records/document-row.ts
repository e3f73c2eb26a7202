import type { Decimal } from '../values/decimal.ts'
import type { VatRate } from '../values/vat.ts'
import type { RecordBase } from './common.ts'

/** A row of goods or works of a document that comes in a table of its own, beside the table of the documents. */
export interface DocumentRow extends RecordBase {
  readonly kind: 'documentRow'
  /** Id or number of the document that it belongs to; `id` is the same, so that several rows share it. */
  readonly document: string
  readonly productId: string
  readonly name: string
  readonly article: string
  readonly service: boolean
  /** ОКЕИ code, `796`, or ''. */
  readonly unitCode: string
  /** Name of the unit as the file has it, `шт`. */
  readonly unit: string
  readonly price: Decimal | null
  readonly quantity: Decimal | null
  /** Of the whole row, after discount. */
  readonly amount: Decimal | null
  /** Percent of discount; null where the table does not say. */
  readonly discountPercent: Decimal | null
  readonly discountAmount: Decimal | null
  readonly vat: VatRate | null
}
