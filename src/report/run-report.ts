import type { ExchangeReport } from '../exchange/folder/run-exchange.ts'
import type { AnswerHead } from '../onec/write/answer.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import { countsText } from './action-words.ts'
import { planJson, planLines } from './plan-report.ts'
import { problemJson } from './problem-lines.ts'
import { textTable } from './table.ts'
import { tallyLines } from './tally-lines.ts'
import type { Terminal } from './terminal.ts'

/** Where a person finds what the table only counts. */
export interface Places {
  readonly out: string
  readonly failed: string
}

/** What a round did, for the one who started it. */
export function runLines(
  { runs, waiting, gone, unfinished }: ExchangeReport,
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
  places: Places,
): readonly string[] {
  const words = texts[language]
  const answers = runs.flatMap((run) => run.answers)
  const stopped = runs.flatMap(({ plan }) => (plan !== null && plan.brake !== null ? planLines(plan, { language, colors }) : []))
  if (stopped.length > 0) return stopped
  if (unfinished && answers.length === 0) return [words.interrupted]
  if (answers.length === 0) return [gone > 0 ? words.gone(gone) : waiting > 0 ? words.waiting(waiting) : words.nothing]
  const lines = [...answerTable(answers, language)]
  for (const { tally } of runs) lines.push(...tallyLines(tally, { language, colors }))
  const found = [...runs.flatMap(({ importFolder }) => importFolder ?? []).map((folder) => [words.importFolder, folder])]
  if (answers.some(({ counts }) => counts.refused > 0)) found.push([words.answers, places.out])
  if (answers.some(({ verdict }) => verdict === 'refused')) found.push([words.failed, places.failed])
  if (found.length > 0) lines.push('', ...textTable(found))
  if (waiting > 0) lines.push('', words.waiting(waiting))
  if (unfinished) lines.push('', words.interrupted)
  return lines
}

/** A line for every file: what became of it, in counts. */
export function answerTable(answers: readonly AnswerHead[], language: Language): readonly string[] {
  const words = texts[language]
  const rows = answers.map((head) => [String(head.message), head.input, words.verdicts[head.verdict], rowsText(head, language)])
  return textTable([[...words.header], ...rows])
}

/** The same for programs. */
export function runJson(
  { runs, waiting, gone, problems, unfinished }: ExchangeReport & { readonly problems: readonly Problem[] },
  language: Language,
) {
  return {
    runs: runs.map(({ run, answers, importFolder, files, plan }) => ({
      run,
      importFolder,
      files,
      answers,
      plan: plan === null ? null : planJson(plan),
    })),
    unfinished,
    waiting,
    gone,
    problems: problems.map((found) => problemJson(found, language)),
  }
}

function rowsText({ verdict, counts, rows, repeatOf, problem }: AnswerHead, language: Language): string {
  const words = texts[language]
  if (repeatOf !== null) return words.repeat(repeatOf)
  if (verdict === 'refused' && problem !== null) return problem.code
  const told = countsText(counts, language)
  return told === '' ? words.rows(rows) : told
}

const texts = {
  ru: {
    header: ['№', 'Файл', 'Итог', 'Строки'],
    verdicts: { done: 'принят', partly: 'принят частично', refused: 'не принят', repeat: 'уже принят' },
    nothing: 'Новых файлов нет.',
    interrupted: 'Запуск прерван, ничего не потеряно: следующий продолжит его.',
    waiting: (count: number) => `Ещё не готовы и подождут: ${count}.`,
    gone: (count: number) => `Недоступно папок: ${count}.`,
    repeat: (message: number) => `те же данные, что в сообщении ${message}`,
    rows: (count: number) => `строк: ${count}`,
    importFolder: 'Файлы для импорта в Битрикс24:',
    answers: 'Что не так со строками, сказано в ответах:',
    failed: 'Непринятые файлы, причина рядом с каждым:',
  },
  en: {
    header: ['No.', 'File', 'Result', 'Rows'],
    verdicts: { done: 'taken', partly: 'taken in part', refused: 'refused', repeat: 'already taken' },
    nothing: 'No new files.',
    interrupted: 'The run was interrupted, nothing is lost: the next one goes on with it.',
    waiting: (count: number) => `Not ready yet, left for later: ${count}.`,
    gone: (count: number) => `Folders not reachable: ${count}.`,
    repeat: (message: number) => `the same data as in message ${message}`,
    rows: (count: number) => `rows: ${count}`,
    importFolder: 'Files for the Bitrix24 import:',
    answers: 'The answers say what is wrong with rows:',
    failed: 'Refused files, each with its reason beside it:',
  },
} as const
