import { innOf } from './inns.ts'

/** A counterparty of the table; its number tells all the rest. */
export interface TableRow {
  readonly at: number
  readonly name: string
  readonly house: string
}

/** A table of counterparties as a first export has it: ИНН, КПП, address and two phones each, all invented. */
export function tableOf(rows: readonly TableRow[]): string {
  return ['Код;Наименование;ИНН;КПП;Юридический адрес;Рабочий телефон;Мобильный телефон', ...rows.map(line), ''].join('\r\n')
}

export function firms(count: number): readonly TableRow[] {
  return Array.from({ length: count }, (_, at) => ({ at, name: `ООО Вектор ${at + 1}`, house: `д. ${at + 1}` }))
}

function line({ at, name, house }: TableRow): string {
  const digits = String(at).padStart(7, '0')
  const number = `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`
  const address = `101000, г Москва, ул Примерная, ${house}`
  return [String(at + 1).padStart(9, '0'), name, innOf(at), '770101001', address, `+7 495 ${number}`, `+7 916 ${number}`].join(
    ';',
  )
}
