import { oneLine } from '../../../values/text.ts'

/**
 * The number out of what 1C writes for a reference to a document: its kind, number and date in one text
 * (`Заказ-наряд 3000004876 от 05.03.2026 9:05:07`, `Счет на оплату № 58 от 5 марта 2026 г.`). Any other text is the number itself.
 */
export function documentNumber(text: string): string {
  const written = oneLine(text)
  return (ofDated.exec(written) ?? ofSign.exec(written))?.[1] ?? written
}

/**
 * What a document refers to another by: its id, its number, or words with the number and the day in them, as told. '' for words without
 * a figure: `Разовый`, `Основной договор`, `б/н` name nothing that could ever come.
 */
export function documentReference(text: string): string {
  return /\d/.test(text) ? oneLine(text) : ''
}

const ofDated = /(?:^|\s|№)\s*([^\s№]*\d[^\s№]*)\s+от\s+\d{1,2}(?:\.\d{1,2}\.\d{2,4}|\s+[а-я]+\s+\d{4})(?!\d)/i
const ofSign = /(?:^|\s)№\s*([^\s№]*\d[^\s№]*)$/
