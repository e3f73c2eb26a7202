import type { DateText } from '../values/date.ts'
import type { Decimal } from '../values/decimal.ts'
import type { Email } from '../values/email.ts'
import type { Phone } from '../values/phone.ts'
import type { RecordBase } from './common.ts'

/** Documents that 1C programmers write as rows of a table: заказ-наряды (system B), брони (E), договоры and счета (C). */
export type TableDocumentKind = 'workOrder' | 'booking' | 'contract' | 'invoice'

/** A document that comes as a table row. What its table has no column for is '', null or empty. */
export type TableDocument = { [K in TableDocumentKind]: TableDocumentOf<K> }[TableDocumentKind]

/** Somebody whom a document names: by the 1C id, or by what he is called, the other being ''. */
export interface DocumentPerson {
  readonly id: string
  readonly name: string
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
}

interface TableDocumentOf<K extends TableDocumentKind> extends RecordBase {
  readonly kind: K
  readonly number: string
  readonly date: DateText | null
  /** State or status as 1C calls it: `закрыт`, `Проживание`, `Оплачен`. */
  readonly state: string
  readonly amount: Decimal | null
  readonly currency: string
  readonly organisation: string
  /** 1C id of the client: a company, or the guest who booked. */
  readonly clientId: string
  readonly client: string
  readonly clientInn: string
  /** Who pays, where that is somebody else (B12); of a booking its company, else its payer (E3). */
  readonly payerId: string
  readonly payer: string
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
  /** All the people of the document, parted by `,` or `;` in the file: the guests of every room (E3). */
  readonly persons: readonly DocumentPerson[]
  /**
   * Id or number of the document that this one was made for: the order of an invoice, the request of a work order. May be words with
   * the number and the day in them, as 1C writes a reference; '' where the cell has no figure.
   */
  readonly basis: string
  /** The contract that it falls under, told as `basis` is. */
  readonly contract: string
  /** Check-in, start of the term. */
  readonly beginDate: DateText | null
  /** Check-out, end of the term, day of payment. */
  readonly endDate: DateText | null
  /** Id that Bitrix24 gave, where 1C keeps it (E5, `CRM_ID`); digits or ''. */
  readonly portalId: string
  readonly comment: string
}
