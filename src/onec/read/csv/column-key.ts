import { compareKey } from '../../../values/text.ts'

/**
 * What two spellings of one column have in common: `Штрих-код:`, `ШтрихКод` and `штрих код` are one; so are ё and е. A name
 * of nothing but signs (`№`) is itself.
 */
export function columnKey(name: string): string {
  const key = compareKey(name)
  return key.replaceAll('ё', 'е').replaceAll(/[^\p{L}\p{N}]/gu, '') || key
}

/** The same for a name that people shortened or completed: `Тел. клиента` is `Телефон клиента`, `Всего, руб.` is `Всего`. */
export function usualColumnKey(name: string): string {
  const words = name.replace(currencyAtEnd, '').replace(shortened('тел'), 'телефон').replace(shortened('моб'), 'мобильный')
  return columnKey(words)
}

const currencyAtEnd = /[\s,(]+(?:в\s+)?(?:руб(?:лях|лей|\.)?|р\.|₽|rub|rur)\)?\s*$/iu

function shortened(word: string): RegExp {
  return new RegExp(`(?<!\\p{L})${word}\\.?(?!\\p{L})`, 'iu')
}
