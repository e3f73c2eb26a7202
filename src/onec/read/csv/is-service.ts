import { parseBoolean } from '../../../values/boolean.ts'

/** The column is a mark (`Да`), or names the type of the item (`Услуга`, `Работа`, `Товар`). */
export function isService(text: string): boolean {
  return /^(?:услуг|работ)/i.test(text) || parseBoolean(text).value === true
}
