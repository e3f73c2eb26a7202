import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProblemTally } from '../../src/bitrix24/import-csv/problem-tally.ts'
import type { ExchangeReport } from '../../src/exchange/folder/run-exchange.ts'
import { type AnswerHead, noCounts } from '../../src/onec/write/answer.ts'
import { problem } from '../../src/problems/problem.ts'
import { convertJson, convertLines } from '../../src/report/convert-report.ts'
import { runJson, runLines } from '../../src/report/run-report.ts'
import { screen } from './screen.ts'

function head(given: Partial<AnswerHead> = {}): AnswerHead {
  const times = { startedAt: '2026-03-05T09:05:07+03:00', finishedAt: '2026-03-05T09:05:09+03:00' }
  const base = { message: 1, input: 'a.csv', sha256: 'aa', bytes: 10, verdict: 'done', repeatOf: null, problem: null } as const
  return { ...base, ...times, counts: noCounts(), rows: 0, ...given }
}

function report(
  given: Partial<ExchangeReport> & { readonly answers?: readonly AnswerHead[]; readonly importFolder?: string | null },
): ExchangeReport {
  const { answers = [], importFolder = null, ...rest } = given
  const tally = createProblemTally()
  tally.add([problem('import.email-bad', { record: 'ООО Лютик', field: 'E-mail', value: 'нет' })])
  const runs = answers.length === 0 ? [] : [{ run: 4, answers, importFolder, files: [], problems: [], tally, plan: null }]
  return { runs, waiting: 0, gone: 0, problems: [], outgoing: [], unfinished: false, ...rest }
}

const places = { out: '/обмен/out', failed: '/обмен/failed' }

test('a round without files says why: none, not ready yet, or folders gone', () => {
  const { terminal } = screen()
  assert.deepEqual(runLines(report({}), terminal, places), ['Новых файлов нет.'])
  assert.deepEqual(runLines(report({ waiting: 2 }), terminal, places), ['Ещё не готовы и подождут: 2.'])
  assert.deepEqual(runLines(report({ waiting: 2, gone: 1 }), terminal, places), ['Недоступно папок: 1.'])
})

test('a round tells of every way back whose portal it asked: what went, the message, what waits and what could not go', () => {
  const { terminal } = screen()
  const way = { way: 'Заказы в 1С', poll: 'done', documents: 0, message: 0, open: 0, stuck: 0, unsent: [], forgotten: 0 } as const
  const linesOf = (given: Partial<ExchangeReport['outgoing'][number]>) =>
    runLines(report({ outgoing: [{ ...way, ...given }] }), terminal, places)
  assert.deepEqual(linesOf({}), ['Новых файлов нет.', 'В 1С («Заказы в 1С»): нового нет'])
  assert.deepEqual(linesOf({ documents: 3, message: 12, open: 5, stuck: 1, forgotten: 2 }), [
    'Новых файлов нет.',
    'В 1С («Заказы в 1С»): документов 3, сообщение № 12, ждут подтверждения 5, не отправлено 1, больше не повторяется 2',
  ])
  const unsent = Array.from({ length: 12 }, (_, at) => ({
    portalId: at,
    number: `B24-${at}`,
    problems: [problem('outgoing.no-client', { number: `B24-${at}` })],
  }))
  assert.deepEqual(
    linesOf({ stuck: 1, unsent: unsent.slice(0, 1) }).at(-1),
    '  Заказ B24-0: в карточке нет клиента [outgoing.no-client]',
  )
  assert.deepEqual(linesOf({ stuck: 12, unsent }).slice(-2), [
    '  Заказ B24-9: в карточке нет клиента [outgoing.no-client]',
    '  … и ещё 2; все — obmen24 history --json',
  ])
  const told = runJson({ ...report({ outgoing: [{ ...way, unsent }] }), problems: [] }, 'ru').outgoing[0]?.unsent
  assert.deepEqual([told?.length, told?.[11]?.number, told?.[11]?.problems[0]?.code], [12, 'B24-11', 'outgoing.no-client'])
  assert.deepEqual(linesOf({ poll: 'none', message: 12 }), ['Новых файлов нет.'])
  assert.deepEqual(linesOf({ poll: 'failed' }), ['Новых файлов нет.'])
  const english = screen({ language: 'en' }).terminal
  assert.deepEqual(
    runLines(report({ answers: [head()], outgoing: [{ ...way, documents: 1, message: 2, open: 1 }] }), english, places).at(-1),
    'To 1C ("Заказы в 1С"): documents 1, message 2, not confirmed yet 1',
  )
  assert.deepEqual(runJson({ ...report({ outgoing: [way] }), problems: [] }, 'ru').outgoing, [way])
})

test('a round tells of every file its number, verdict and what became of its rows, then where the import files are', () => {
  const counts = { ...noCounts(), prepared: 12, refused: 1 }
  const answers = [
    head({ message: 9, counts, rows: 13, verdict: 'partly' }),
    head({ message: 10, input: 'ещё раз.csv', verdict: 'repeat', repeatOf: 3 }),
    head({ message: 11, input: 'b.xml', verdict: 'refused' }),
  ]
  const lines = runLines(report({ answers, importFolder: '/обмен/import/1', waiting: 1 }), screen().terminal, places)
  assert.match(lines[1]!, /^ 9 {2}a\.csv +принят частично +подготовлено: 12, ошибок: 1$/)
  assert.match(lines[2]!, /^10 {2}ещё раз\.csv +уже принят +те же данные, что в сообщении 3$/)
  assert.match(lines[3]!, /^11 {2}b\.xml +не принят +строк: 0$/)
  for (const folder of ['/обмен/import/1', places.out, places.failed])
    assert.ok(
      lines.some((line) => line.endsWith(folder)),
      folder,
    )
  assert.ok(lines.some((line) => line.includes('import.email-bad')))
  assert.equal(lines.at(-1), 'Ещё не готовы и подождут: 1.')
})

test('programs get the same as data', () => {
  const made = report({ answers: [head()], importFolder: 'x', problems: [problem('exchange.no-id')] })
  const json = runJson(made, 'en')
  assert.deepEqual(json.runs, [{ run: 4, importFolder: 'x', files: [], answers: [head()], plan: null }])
  assert.deepEqual([json.waiting, json.gone, json.problems[0]?.code], [0, 0, 'exchange.no-id'])
  assert.equal(JSON.stringify(json).includes('undefined'), false)
})

test('a conversion lists its files, or says that there is nothing to import', () => {
  const tally = createProblemTally()
  const files = [{ entity: 'company', name: '1-companies.csv', cards: 2, rows: 5, leftOut: 0 }] as const
  const converted = { out: '/куда', answers: [head({ rows: 1 })], files, problems: [], tally }
  const lines = convertLines(converted, screen().terminal)
  assert.ok(lines.some((line) => line.includes('/куда')))
  assert.ok(lines.some((line) => /1-companies\.csv +компании +карточек 2, строк 5/.test(line)))
  const nothing = convertLines({ ...converted, files: [] }, screen({ language: 'en' }).terminal)
  assert.match(nothing.at(-1)!, /Nothing to import/)
  assert.deepEqual(convertJson(converted, 'ru'), { out: '/куда', files, answers: converted.answers, problems: [] })
})
