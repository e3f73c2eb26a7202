import type { Converted } from '../exchange/convert-files.ts'
import type { Language } from '../problems/language.ts'
import { problemJson } from './problem-lines.ts'
import { answerTable } from './run-report.ts'
import { textTable } from './table.ts'
import { tallyLines } from './tally-lines.ts'
import type { Terminal } from './terminal.ts'

/** What a conversion made, for a person. */
export function convertLines(
  { out, answers, files, tally }: Converted,
  terminal: Pick<Terminal, 'language' | 'colors'>,
): readonly string[] {
  const words = texts[terminal.language]
  const lines = [...answerTable(answers, terminal.language), ...tallyLines(tally, terminal), '']
  if (files.length === 0) return [...lines, words.nothing]
  lines.push(`${words.made} ${out}:`)
  lines.push(
    ...textTable(files.map(({ entity, name, cards, rows }) => [`  ${name}`, words.entities[entity], words.cards(cards, rows)])),
  )
  lines.push('', words.page)
  if (answers.some(({ counts }) => counts.refused > 0)) lines.push(words.answers)
  return lines
}

/** The same for programs. */
export function convertJson({ out, answers, files, problems }: Converted, language: Language) {
  return { out, files, answers, problems: problems.map((found) => problemJson(found, language)) }
}

const texts = {
  ru: {
    made: 'Готово, файлы для импорта в папке',
    nothing: 'Загружать в Битрикс24 нечего; почему, сказано в ответе рядом с каждым файлом (*.result.csv).',
    answers: 'Что не так со строками, сказано в ответах *.result.csv рядом.',
    page: 'Как загрузить, по шагам: КАК-ЗАГРУЗИТЬ.html',
    entities: { company: 'компании', contact: 'контакты', deal: 'сделки', product: 'товары' },
    cards: (cards: number, rows: number) => `карточек ${cards}, строк ${rows}`,
  },
  en: {
    made: 'Done, files for the import are in',
    nothing: 'Nothing to import; the answer beside each file (*.result.csv) says why.',
    answers: 'The answers beside them, *.result.csv, say what is wrong with rows.',
    page: 'How to upload them, step by step: HOW-TO-IMPORT.html',
    entities: { company: 'companies', contact: 'contacts', deal: 'deals', product: 'products' },
    cards: (cards: number, rows: number) => `${cards} cards in ${rows} rows`,
  },
} as const
