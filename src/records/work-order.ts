import type { DateText } from '../values/date.ts'
import type { Decimal } from '../values/decimal.ts'
import type { Email } from '../values/email.ts'
import type { Phone } from '../values/phone.ts'
import type { RecordBase } from './common.ts'

/** Заказ-наряд of a car service, or any other hand-made document that comes as a table row (systems B and E). */
export interface WorkOrder extends RecordBase {
  readonly kind: 'workOrder'
  readonly number: string
  readonly date: DateText | null
  readonly state: string
  readonly amount: Decimal | null
  readonly currency: string
  readonly organisation: string
  readonly client: string
  readonly clientInn: string
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
  readonly comment: string
}
