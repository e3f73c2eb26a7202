import { pointsOf } from '../item/columns.ts'
import type { Column } from '../store/column.ts'

export type CommunicationType = 'PHONE' | 'EMAIL'

/** Phones or e-mails of a record in the form in which the duplicate search compares them. */
export const communicationColumns: Readonly<Record<CommunicationType, Column>> = {
  PHONE: communicationColumn('PHONE'),
  EMAIL: communicationColumn('EMAIL'),
}

/**
 * The whole number counts: spaces, brackets and an extension are left out, `+7…`, `8…` and `7…` stay three different numbers
 * (`bitrix24-rest.md §3`).
 */
export function comparable(type: CommunicationType, value: string): string {
  if (type === 'EMAIL') return value.trim().toLowerCase()
  const main = value.replace(/(доб|ext|вн|x|#|;).*$/iu, '')
  const digits = main.replace(/\D/g, '')
  return digits === '' ? '' : `${main.trim().startsWith('+') ? '+' : ''}${digits}`
}

function communicationColumn(type: CommunicationType): Column {
  return {
    name: `#${type}`,
    kind: 'text',
    read: (row) =>
      pointsOf(row)
        .filter(({ typeId }) => typeId === type)
        .map(({ value }) => comparable(type, value)),
  }
}
