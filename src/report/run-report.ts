import type { ExchangeReport } from '../exchange/folder/run-exchange.ts'
import type { WayReport } from '../exchange/outgoing/way-report.ts'
import type { AnswerHead } from '../onec/write/answer.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import { countsText } from './action-words.ts'
import { planJson, planLines } from './plan-report.ts'
import { problemJson } from './problem-lines.ts'
import { textTable } from './table.ts'
import { tallyLines } from './tally-lines.ts'
import type { Terminal } from './terminal.ts'
import { unsentJson, unsentLines } from './unsent-lines.ts'

/** Where a person finds what the table only counts. */
export interface Places {
  readonly out: string
  readonly failed: string
}

/** What a round did, for the one who started it. */
export function runLines(
  { runs, waiting, gone, outgoing, unfinished }: ExchangeReport,
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
  places: Places,
): readonly string[] {
  const words = texts[language]
  const answers = runs.flatMap((run) => run.answers)
  const stopped = runs.flatMap(({ plan }) => (plan !== null && plan.brake !== null ? planLines(plan, { language, colors }) : []))
  const back = outgoingLines(outgoing, { language, colors })
  if (stopped.length > 0) return [...stopped, ...back]
  if (unfinished && answers.length === 0) return [words.interrupted, ...back]
  if (answers.length === 0) return [gone > 0 ? words.gone(gone) : waiting > 0 ? words.waiting(waiting) : words.nothing, ...back]
  const lines = [...answerTable(answers, language)]
  for (const { tally } of runs) lines.push(...tallyLines(tally, { language, colors }))
  const found = [...runs.flatMap(({ importFolder }) => importFolder ?? []).map((folder) => [words.importFolder, folder])]
  if (answers.some(hasReasons)) found.push([words.answers, places.out])
  if (answers.some(({ verdict }) => verdict === 'refused')) found.push([words.failed, places.failed])
  if (found.length > 0) lines.push('', ...textTable(found))
  if (waiting > 0) lines.push('', words.waiting(waiting))
  if (unfinished) lines.push('', words.interrupted)
  if (back.length > 0) lines.push('', ...back)
  return lines
}

// Rows that were passed over tell why as well: a file whose name fits no exchange is passed over as a whole.
function hasReasons({ counts }: AnswerHead): boolean {
  return counts.refused + counts.review + counts.waiting + counts.skipped > 0
}

/** A line for every file: what became of it, in counts. */
export function answerTable(answers: readonly AnswerHead[], language: Language): readonly string[] {
  const words = texts[language]
  const rows = answers.map((head) => [String(head.message), head.input, words.verdicts[head.verdict], rowsText(head, language)])
  return textTable([[...words.header], ...rows])
}

/** A line for every way back to 1C whose portal was asked, and under it why cards did not go. */
function outgoingLines(
  outgoing: readonly WayReport[],
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
): readonly string[] {
  const words = texts[language].back
  return outgoing
    .filter(({ poll }) => poll === 'done')
    .flatMap(({ way, documents, message, open, stuck, unsent, forgotten }) => {
      const parts = [
        documents > 0 ? words.documents(documents) : words.nothing,
        ...(message > 0 ? [words.message(message)] : []),
        ...(open > 0 ? [words.open(open)] : []),
        ...(stuck > 0 ? [words.stuck(stuck)] : []),
        ...(forgotten > 0 ? [words.forgotten(forgotten)] : []),
      ]
      return [`${words.head(way)}: ${parts.join(', ')}`, ...unsentLines(unsent, { language, colors }, false)]
    })
}

/** The same for programs. */
export function runJson(
  { runs, waiting, gone, outgoing, problems, unfinished }: ExchangeReport & { readonly problems: readonly Problem[] },
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
    outgoing: outgoing.map((way) => ({ ...way, unsent: unsentJson(way.unsent, language) })),
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
    answers: 'Причины, построчно, сказаны в ответах:',
    failed: 'Непринятые файлы, причина рядом с каждым:',
    back: {
      head: (way: string) => `В 1С («${way}»)`,
      nothing: 'нового нет',
      documents: (count: number) => `документов ${count}`,
      message: (number: number) => `сообщение № ${number}`,
      open: (count: number) => `ждут подтверждения ${count}`,
      stuck: (count: number) => `не отправлено ${count}`,
      forgotten: (count: number) => `больше не повторяется ${count}`,
    },
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
    answers: 'The answers say why, row by row:',
    failed: 'Refused files, each with its reason beside it:',
    back: {
      head: (way: string) => `To 1C ("${way}")`,
      nothing: 'nothing new',
      documents: (count: number) => `documents ${count}`,
      message: (number: number) => `message ${number}`,
      open: (count: number) => `not confirmed yet ${count}`,
      stuck: (count: number) => `not sent ${count}`,
      forgotten: (count: number) => `given up ${count}`,
    },
  },
} as const
