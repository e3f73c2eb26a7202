import type { Language } from '../problems/language.ts'
import { nearest } from '../values/nearest.ts'
import { type ExplainedOption, explain } from './explain.ts'

/** A sentence that helps with a key that is not known where it stands: the near miss, or the block it belongs to; else ''. */
export function keyHint(key: string, known: readonly string[], language: Language): string {
  const near = nearest(key, known)
  if (near !== null) return language === 'ru' ? ` Похоже, имелось в виду «${near}».` : ` Did you mean "${near}"?`
  const elsewhere = explain(language).filter((row) => row.key.toLowerCase() === key.toLowerCase())
  if (elsewhere.length === 0) return ''
  const blocks = Map.groupBy(elsewhere, ({ block }) => block)
  const homes = [...blocks].map(([block, rows]) => homeOf(block, rows, language)).join('; ')
  return language === 'ru' ? ` Этот ключ пишут в другом месте: ${homes}.` : ` This key belongs elsewhere: ${homes}.`
}

/** The same for a value that has to be one of a list. */
export function valueHint(value: string, known: readonly string[], language: Language): string {
  const near = nearest(value, known)
  if (near === null) return ''
  return language === 'ru' ? ` Похоже, имелось в виду «${near}».` : ` Did you mean "${near}"?`
}

function homeOf(block: string, rows: readonly ExplainedOption[], language: Language): string {
  const known = [...new Set(rows.flatMap((row) => row.presets))]
  const presets = known.length > 0 ? ` (preset: ${known.join(', ')})` : ''
  const top = language === 'ru' ? 'верхний уровень, без отступа' : 'the top level, without indent'
  return block === '' ? top : `${block}${presets}`
}
