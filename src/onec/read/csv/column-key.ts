import { compareKey } from '../../../values/text.ts'

/**
 * What two spellings of one column have in common: `Штрих-код:`, `ШтрихКод` and `штрих код` are one; so are ё and е. A name
 * of nothing but signs (`№`) is itself.
 */
export function columnKey(name: string): string {
  const key = compareKey(name)
  return key.replaceAll('ё', 'е').replaceAll(/[^\p{L}\p{N}]/gu, '') || key
}
