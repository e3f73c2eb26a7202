import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message, Run } from '../../src/ledger/message.ts'
import { historyLines, type RunStory, runStoryJson, runStoryLines, runsJson } from '../../src/report/history-report.ts'
import { screen } from './screen.ts'

const { terminal } = screen()

function run(given: Partial<Run> = {}): Run {
  const times = { startedAt: '2026-03-05T09:05:07+03:00', finishedAt: '2026-03-05T09:06:00+03:00' }
  return {
    number: 4,
    ...times,
    state: 'done',
    summary: { files: 1, rows: 3, created: 3 },
    direction: 'in',
    stage: 'answering',
    undoOf: null,
    ...given,
  }
}

const message: Message = {
  number: 9,
  source: '/обмен/in/a.csv',
  name: 'a.csv',
  bytes: 10,
  sha256: 'aa',
  modifiedMs: 0,
  takenAt: '2026-03-05T09:05:07+03:00',
  keptAt: '/обмен/archive/a.csv',
  state: 'answered',
  verdict: 'partly',
  repeatOf: null,
  run: 4,
}

function story(given: Partial<RunStory> = {}): RunStory {
  const file = { message, rows: 3, counts: { created: 2, refused: 1 }, problem: null }
  return { run: run(), files: [file], cards: { staged: 0, planned: 0, done: 3 }, operations: { done: 5 }, ...given }
}

const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/\s+/g, ' ').trim())

test('runs are told with number, time, way, end and what became of the rows', () => {
  const lines = historyLines(
    [
      run({ number: 7, direction: 'undo', undoOf: 4, summary: {} }),
      run({ number: 6, state: 'open', finishedAt: null, summary: null, stage: 'stopped' }),
      run({ number: 5, state: 'open', finishedAt: null, summary: null, stage: 'applying' }),
      run({ number: 4, summary: { files: 2, rows: 5, created: 3, refused: 2, filesRefused: 1 } }),
      run({ number: 3, direction: 'retry' }),
    ],
    terminal,
    false,
  )
  assert.deepEqual(plain(lines), [
    '№ Начало Направление Итог Строки',
    '7 2026-03-05 09:05:07 отмена запуска 4 успешно',
    '6 2026-03-05 09:05:07 1С → Битрикс24 остановлен тормозом ждёт решения человека: obmen24 plan, затем obmen24 run --allow-mass-change или --discard-plan',
    '5 2026-03-05 09:05:07 1С → Битрикс24 не закончен прерван при записи на портал, следующий запуск продолжит',
    '4 2026-03-05 09:05:07 1С → Битрикс24 с ошибками создано: 3, ошибок: 2, не принято файлов: 1',
    '3 2026-03-05 09:05:07 повтор неудавшихся успешно создано: 3',
  ])
  assert.deepEqual(historyLines([], terminal, false), ['Запусков ещё не было.'])
})

test('D10: a run that has not ended says why: at work, the portal away, held by the brake, cut short at which step', () => {
  const open = { state: 'open', finishedAt: null, summary: null } as const
  const failure = 'Портал не отвечает [portal.connection]'
  const told = (given: Partial<Run>, isWorking: boolean) =>
    plain(historyLines([run({ ...open, ...given })], terminal, isWorking))[1]!.replace(
      /^4 2026-03-05 09:05:07 1С → Битрикс24 /,
      '',
    )
  assert.equal(told({ stage: 'reading' }, true), 'идёт сейчас')
  assert.equal(told({ stage: 'planned', failure }, true), `не закончен ${failure}`)
  assert.equal(told({ stage: 'planned', failure }, false), `не закончен ${failure}`)
  assert.equal(told({ stage: 'reading' }, false), 'не закончен прерван при обработке файлов, следующий запуск продолжит')
  assert.equal(told({ stage: 'planned' }, false), 'не закончен прерван при составлении плана, следующий запуск продолжит')
  assert.match(told({ stage: 'stopped' }, true), /^остановлен тормозом ждёт решения человека: obmen24 plan/)
  assert.match(told({ stage: 'stopped', failure }, false), /^остановлен тормозом Портал не отвечает \[portal\.connection\]; ждёт/)
  const lines = plain(runStoryLines(story({ run: run({ ...open, stage: 'planned', failure }) }), terminal, false))
  assert.deepEqual(lines.slice(1, 6), [
    'Начат: 2026-03-05 09:05:07',
    'Закончен: —',
    'Направление: 1С → Битрикс24',
    'Итог: не закончен',
    `Причина: ${failure}`,
  ])
  const [json] = runsJson([run({ ...open, failure })]).runs
  assert.deepEqual([json?.end, json !== undefined && 'failure' in json && json.failure], ['open', failure])
})

test('D10: polls of the way back stand in the history with number, time, way, end, and what went or why it failed', () => {
  const poll = { way: 'Заказы в 1С', failure: null }
  const summary = { documents: 3, message: 12, open: 5 }
  const runs = [
    run({
      number: 9,
      direction: 'out',
      summary: { message: 12 },
      poll: { ...poll, failure: 'Портал не ответил [portal.timeout]' },
    }),
    run({ number: 8, direction: 'out', summary: { ...summary, stuck: 1 }, poll }),
    run({ number: 7, direction: 'out', summary, poll }),
  ]
  assert.deepEqual(plain(historyLines(runs, terminal, false)), [
    '№ Начало Направление Итог Строки',
    '9 2026-03-05 09:05:07 Битрикс24 → 1С: Заказы в 1С с ошибками Портал не ответил [portal.timeout]',
    '8 2026-03-05 09:05:07 Битрикс24 → 1С: Заказы в 1С с ошибками документов: 3, сообщение № 12, ждут подтверждения: 5, не отправлено: 1',
    '7 2026-03-05 09:05:07 Битрикс24 → 1С: Заказы в 1С успешно документов: 3, сообщение № 12, ждут подтверждения: 5',
  ])
  const lines = plain(runStoryLines(story({ run: runs[2]!, files: [] }), terminal, false))
  assert.ok(lines.includes('Подробности: документов: 3, сообщение № 12, ждут подтверждения: 5'))
  assert.deepEqual(runsJson(runs).runs[0], {
    number: 9,
    startedAt: '2026-03-05T09:05:07+03:00',
    finishedAt: '2026-03-05T09:06:00+03:00',
    direction: 'out',
    undoOf: null,
    way: 'Заказы в 1С',
    failure: 'Портал не ответил [portal.timeout]',
    end: 'errors',
    counts: { message: 12 },
  })
})

test('one run is told with its files, cards and what was sent', () => {
  const told = plain(
    runStoryLines(story({ cards: { staged: 1, planned: 2, done: 3 }, operations: { done: 5, unknown: 1 } }), terminal, false),
  )
  assert.equal(told[0], 'Запуск № 4')
  assert.ok(told.includes('Карточки: 3, ещё не сделано 3'))
  assert.ok(told.includes('Операции на портале: выполнено: 5, исход неизвестен: 1'))
  assert.equal(told.at(-1), '9 a.csv принят частично создано: 2, ошибок: 1')
})

test('a file that was refused says why, one that came before says when', () => {
  const refused = {
    message: { ...message, verdict: 'refused' },
    rows: 0,
    counts: {},
    problem: { code: 'file.empty', text: 'Файл пуст.' },
  }
  const repeat = { message: { ...message, number: 10, verdict: 'repeat', repeatOf: 2 }, rows: 7, counts: {}, problem: null }
  const told = plain(runStoryLines(story({ files: [refused, repeat] }), screen({ language: 'ru' }).terminal, false))
  assert.deepEqual(told.slice(-2), ['9 a.csv не принят Файл пуст. [file.empty]', '10 a.csv повтор сообщения 2 строк: 7'])
})

test('a run into files has neither cards nor operations to tell of', () => {
  const told = runStoryLines(
    story({ cards: { staged: 0, planned: 0, done: 0 }, operations: {} }),
    screen({ language: 'en' }).terminal,
    false,
  ).join('\n')
  assert.doesNotMatch(told, /Cards|Operations/)
  assert.match(told, /1C → Bitrix24/)
})

test('programs get the same as data', () => {
  assert.deepEqual(runsJson([run()]).runs[0], {
    number: 4,
    startedAt: '2026-03-05T09:05:07+03:00',
    finishedAt: '2026-03-05T09:06:00+03:00',
    direction: 'in',
    undoOf: null,
    end: 'done',
    counts: { files: 1, rows: 3, created: 3 },
  })
  const json = runStoryJson(story())
  assert.deepEqual([json.files[0]?.message, json.files[0]?.counts, json.operations], [9, { created: 2, refused: 1 }, { done: 5 }])
})
