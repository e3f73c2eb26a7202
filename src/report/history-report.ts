import type { Message, Run } from '../ledger/message.ts'
import type { Operation } from '../ledger/operations.ts'
import type { Language } from '../problems/language.ts'
import { countsText } from './action-words.ts'
import { textTable } from './table.ts'
import type { Terminal } from './terminal.ts'

/** One run with all that is remembered of it. */
export interface RunStory {
  readonly run: Run
  readonly files: readonly FileStory[]
  /** Cards of the run by state; all zero where the run went into files. */
  readonly cards: Readonly<Record<'staged' | 'planned' | 'done', number>>
  /** How many operations of each state its journal has. */
  readonly operations: Readonly<Partial<Record<Operation['state'], number>>>
}

/** A file of a run and what was answered; `rows` is null where nothing is noted of it. */
export interface FileStory {
  readonly message: Message
  readonly rows: number | null
  readonly counts: Readonly<Record<string, number>>
  /** Why the file as a whole was refused. */
  readonly problem: { readonly code: string; readonly text: string } | null
}

/**
 * The runs of an exchange, the newest first: number, time, way, how it ended, rows; why one has not ended. `isWorking`: somebody works in
 * the folder now.
 */
export function historyLines(
  runs: readonly Run[],
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
  isWorking: boolean,
): readonly string[] {
  const words = texts[language]
  if (runs.length === 0) return [words.none]
  const rows = runs.map((run) => [
    String(run.number),
    timeText(run.startedAt),
    wayOf(run, words),
    words.ends[endOf(run, isWorking)],
    run.state === 'open' ? reasonOf(run, isWorking, words) : rowsOf(run, language),
  ])
  return textTable([[...words.header], ...rows]).map((line, at) =>
    at > 0 && endOf(runs[at - 1]!) === 'errors' ? colors.yellow(line) : line,
  )
}

/** One run: its files, cards and operations. */
export function runStoryLines(
  { run, files, cards, operations }: RunStory,
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
  isWorking: boolean,
) {
  const words = texts[language]
  const about = [
    [`${words.started}:`, timeText(run.startedAt)],
    [`${words.finished}:`, run.finishedAt === null ? '—' : timeText(run.finishedAt)],
    [`${words.way}:`, wayOf(run, words)],
    [`${words.end}:`, words.ends[endOf(run, isWorking)]],
  ]
  const reason = run.state === 'open' ? reasonOf(run, isWorking, words) : ''
  if (reason !== '') about.push([`${words.reason}:`, reason])
  const counts = run.summary === null ? '' : rowsOf(run, language)
  if (counts !== '') about.push([`${run.poll === undefined ? words.rows : words.documents}:`, counts])
  const left = cards.staged + cards.planned
  if (left + cards.done > 0) about.push([`${words.cards}:`, words.cardCounts(cards.done, left)])
  const told = Object.entries(operations) as [Operation['state'], number][]
  if (told.length > 0)
    about.push([`${words.operations}:`, told.map(([state, count]) => `${words.states[state]}: ${count}`).join(', ')])
  const lines = [colors.bold(words.run(run.number)), ...textTable(about)]
  if (files.length === 0) return lines
  const rows = files.map((file) => [
    String(file.message.number),
    file.message.name,
    verdictOf(file, words),
    fileText(file, language),
  ])
  return [...lines, '', ...textTable([[...words.files], ...rows])]
}

/** Runs for programs. */
export function runsJson(runs: readonly Run[]) {
  return { runs: runs.map(runJson) }
}

/** One run for programs. */
export function runStoryJson({ run, files, cards, operations }: RunStory) {
  return {
    ...runJson(run),
    files: files.map(({ message: { number, name, bytes, sha256, takenAt, verdict, repeatOf }, rows, counts, problem }) => ({
      message: number,
      name,
      bytes,
      sha256,
      takenAt,
      verdict,
      repeatOf,
      rows,
      counts,
      problem,
    })),
    cards,
    operations,
  }
}

function runJson(run: Run) {
  const { number, startedAt, finishedAt, summary, direction, undoOf, poll, failure = null, state } = run
  const open = state === 'open' ? { failure } : {}
  return { number, startedAt, finishedAt, direction, undoOf, ...poll, ...open, end: endOf(run), counts: summary ?? {} }
}

/** Done; done, but some files or rows were refused; not finished: the next start goes on with it; held by the brake; at work. */
function endOf(
  { state, stage, summary, poll, failure }: Run,
  isWorking = false,
): 'done' | 'errors' | 'open' | 'stopped' | 'working' {
  if (poll !== undefined) return poll.failure === null && (summary?.['stuck'] ?? 0) === 0 ? 'done' : 'errors'
  if (state === 'open') return stage === 'stopped' ? 'stopped' : isWorking && failure === undefined ? 'working' : 'open'
  return (summary?.['refused'] ?? 0) + (summary?.['filesRefused'] ?? 0) > 0 ? 'errors' : 'done'
}

/** Why an open run has not ended: what it said itself, else how far it had come. */
function reasonOf({ stage, failure }: Run, isWorking: boolean, words: (typeof texts)[Language]): string {
  if (stage === 'stopped') return [failure, words.awaits].filter((part) => part !== undefined).join('; ')
  if (failure !== undefined) return failure
  return isWorking ? '' : words.cut(words.stages[stage])
}

function rowsOf({ summary, poll }: Run, language: Language): string {
  if (poll !== undefined) return poll.failure ?? documentsText(summary ?? {}, language)
  const { files, ...counts } = summary ?? {}
  const told = countsText(counts, language)
  const refused = summary?.['filesRefused'] ?? 0
  return [told, refused > 0 ? texts[language].filesRefused(refused) : ''].filter((part) => part !== '').join(', ')
}

/** What a poll of the way back came to. */
function documentsText(
  { documents = 0, message = 0, open = 0, stuck = 0 }: Readonly<Record<string, number>>,
  language: Language,
) {
  const { back } = texts[language]
  const parts = [back.documents(documents), back.message(message)]
  if (open > 0) parts.push(back.open(open))
  if (stuck > 0) parts.push(back.stuck(stuck))
  return parts.join(', ')
}

function verdictOf({ message: { verdict, repeatOf } }: FileStory, words: (typeof texts)[Language]): string {
  return repeatOf === null ? (words.verdicts[verdict ?? ''] ?? words.ends.open) : words.repeat(repeatOf)
}

function fileText({ counts, rows, problem }: FileStory, language: Language): string {
  if (problem !== null) return `${problem.text} [${problem.code}]`
  const told = countsText(counts, language)
  return told === '' && rows !== null ? texts[language].rowCount(rows) : told
}

function wayOf({ direction, undoOf, poll }: Run, words: (typeof texts)[Language]): string {
  if (direction === 'undo') return words.undo(undoOf ?? 0)
  return direction === 'out' ? words.out(poll?.way ?? '') : words.ways[direction]
}

/** `2026-03-05T09:05:07+03:00` as a person writes it. */
function timeText(at: string): string {
  return at.slice(0, 19).replace('T', ' ')
}

const texts = {
  ru: {
    header: ['№', 'Начало', 'Направление', 'Итог', 'Строки'],
    none: 'Запусков ещё не было.',
    run: (number: number) => `Запуск № ${number}`,
    started: 'Начат',
    finished: 'Закончен',
    way: 'Направление',
    end: 'Итог',
    rows: 'Строки',
    cards: 'Карточки',
    operations: 'Операции на портале',
    ends: {
      done: 'успешно',
      errors: 'с ошибками',
      open: 'не закончен',
      stopped: 'остановлен тормозом',
      working: 'идёт сейчас',
    },
    reason: 'Причина',
    awaits: 'ждёт решения человека: obmen24 plan, затем obmen24 run --allow-mass-change или --discard-plan',
    cut: (stage: string) => `прерван ${stage}, следующий запуск продолжит`,
    stages: {
      reading: 'при обработке файлов',
      planned: 'при составлении плана',
      applying: 'при записи на портал',
      answering: 'при записи ответов',
    },
    ways: { in: '1С → Битрикс24', retry: 'повтор неудавшихся' },
    undo: (run: number) => `отмена запуска ${run}`,
    out: (way: string) => `Битрикс24 → 1С: ${way}`,
    documents: 'Подробности',
    back: {
      documents: (count: number) => `документов: ${count}`,
      message: (number: number) => `сообщение № ${number}`,
      open: (count: number) => `ждут подтверждения: ${count}`,
      stuck: (count: number) => `не отправлено: ${count}`,
    },
    files: ['№', 'Файл', 'Итог', 'Строки'],
    rowCount: (rows: number) => `строк: ${rows}`,
    repeat: (message: number) => `повтор сообщения ${message}`,
    verdicts: { done: 'принят', partly: 'принят частично', refused: 'не принят', repeat: 'повтор' } as Readonly<
      Record<string, string>
    >,
    filesRefused: (count: number) => `не принято файлов: ${count}`,
    cardCounts: (done: number, left: number) => (left === 0 ? `${done}` : `${done}, ещё не сделано ${left}`),
    states: {
      sent: 'отправлено',
      done: 'выполнено',
      refused: 'отказано',
      unknown: 'исход неизвестен',
      superseded: 'проверено заново',
      undone: 'отменено',
    },
  },
  en: {
    header: ['No.', 'Started', 'Direction', 'Result', 'Rows'],
    none: 'There have been no runs yet.',
    run: (number: number) => `Run ${number}`,
    started: 'Started',
    finished: 'Finished',
    way: 'Direction',
    end: 'Result',
    rows: 'Rows',
    cards: 'Cards',
    operations: 'Operations on the portal',
    ends: {
      done: 'done',
      errors: 'with errors',
      open: 'not finished',
      stopped: 'stopped by the brake',
      working: 'at work now',
    },
    reason: 'Reason',
    awaits: 'waits for a person: obmen24 plan, then obmen24 run --allow-mass-change or --discard-plan',
    cut: (stage: string) => `cut short ${stage}, the next start goes on with it`,
    stages: {
      reading: 'while the files were worked off',
      planned: 'while the plan was made',
      applying: 'while the portal was written to',
      answering: 'while the answers were written',
    },
    ways: { in: '1C → Bitrix24', retry: 'retry of what failed' },
    undo: (run: number) => `undo of run ${run}`,
    out: (way: string) => `Bitrix24 → 1C: ${way}`,
    documents: 'Details',
    back: {
      documents: (count: number) => `documents: ${count}`,
      message: (number: number) => `message ${number}`,
      open: (count: number) => `not confirmed yet: ${count}`,
      stuck: (count: number) => `not sent: ${count}`,
    },
    files: ['No.', 'File', 'Result', 'Rows'],
    rowCount: (rows: number) => `rows: ${rows}`,
    repeat: (message: number) => `repeats message ${message}`,
    verdicts: { done: 'taken', partly: 'taken in part', refused: 'refused', repeat: 'repeat' } as Readonly<
      Record<string, string>
    >,
    filesRefused: (count: number) => `files refused: ${count}`,
    cardCounts: (done: number, left: number) => (left === 0 ? `${done}` : `${done}, ${left} still to do`),
    states: {
      sent: 'sent',
      done: 'done',
      refused: 'refused',
      unknown: 'outcome unknown',
      superseded: 'looked up anew',
      undone: 'undone',
    },
  },
}
