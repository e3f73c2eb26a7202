import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerActions } from '../../../src/onec/write/answer.ts'
import { actionWords, kindWords, totalWords } from '../../../src/onec/write/answer-words.ts'
import { writeResultCsv } from '../../../src/onec/write/write-result-csv.ts'
import { headFor, madeLine, textOf, variedLines } from './made-answer.ts'

test('the answer is a head, a table and a last line', async () => {
  const lines = [
    madeLine(),
    madeLine({ row: 2, action: 'refused', bitrixId: '', code: 'inn.check-digit', text: 'ИНН с ошибкой; проверьте "7701"' }),
  ]
  const text = await textOf(writeResultCsv(headFor(lines, { verdict: 'partly' }), [lines]))
  assert.deepEqual(text.split('\r\n'), [
    '#obmen24;1',
    '#Сообщение;12',
    '#Файл;Контрагенты.xml',
    `#Хеш;${'ab'.repeat(32)}`,
    '#Байт;48211',
    '#Начало;2026-03-05T09:05:01',
    '#Окончание;2026-03-05T09:05:09',
    '#ЧасовойПояс;+03:00',
    '#Итог;частично',
    '#ПовторСообщения;',
    '#КодОшибки;',
    '#ТекстОшибки;',
    '#Строк;2',
    '#Создано;1',
    '#Обновлено;0',
    '#Удалено;0',
    '#Подготовлено;0',
    '#Принято;0',
    '#БезИзменений;0',
    '#Пропущено;0',
    '#Ожидает;0',
    '#НаПроверку;0',
    '#Ошибок;1',
    'Вид;Ид1С;ИдБ24;Действие;Код;Текст;Хеш;ДатаВремя;НомерСтроки',
    'контрагент;5f3a1c2e-7b44-11ee-9a01-0050569c0001;4512;создан;;;9b2d6c01;2026-03-05T09:05:07;1',
    "контрагент;5f3a1c2e-7b44-11ee-9a01-0050569c0001;;ошибка;inn.check-digit;ИНН с ошибкой, проверьте '7701';9b2d6c01;2026-03-05T09:05:07;2",
    '#Конец;2',
    '',
  ])
})

test('a refused file has its reason in the head and no rows', async () => {
  const head = headFor([], { verdict: 'refused', problem: { code: 'zip.truncated', text: 'Архив обрывается;\nповторите' } })
  const text = await textOf(writeResultCsv(head, []))
  assert.match(text, /#Итог;отказ\r\n/)
  assert.match(text, /#КодОшибки;zip\.truncated\r\n#ТекстОшибки;Архив обрывается, повторите\r\n/)
  assert.match(text, /НомерСтроки\r\n#Конец;0\r\n$/)
})

test('a repeat names the message that it repeats', async () => {
  assert.match(
    await textOf(writeResultCsv(headFor([], { verdict: 'repeat', repeatOf: 7 }), [])),
    /#Итог;повтор\r\n#ПовторСообщения;7\r\n/,
  )
})

test('whatever the values hold, every row is one line of nine cells', async () => {
  const value = fc.string({ unit: 'binary', maxLength: 12 })
  const line = fc.record({
    id: value,
    text: fc.oneof(value, fc.constantFrom(';"\r\n\t|', '\u2028\u0085\u0000', '\ud800')),
    hash: value,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (made) => {
      const lines = made.map((over) => madeLine(over))
      const text = await textOf(writeResultCsv(headFor(lines), [lines]))
      const rows = text.split(/[\r\n\u0085\u2028\u2029]+/).filter((row) => row !== '' && !row.startsWith('#'))
      assert.equal(rows.length, lines.length + 1)
      for (const row of rows) assert.equal(row.split(';').length, 9)
      assert.doesNotMatch(text, /["\t|\u0000]/)
      assert.ok(text.isWellFormed())
    }),
  )
})

test('every action has its word in the table and its total in the head', async () => {
  const text = await textOf(writeResultCsv(headFor(variedLines), [variedLines]))
  for (const action of answerActions) {
    assert.match(text, new RegExp(`;${actionWords[action]};`))
    assert.match(text, new RegExp(`#${totalWords[action]};1\r\n`))
  }
})

test('lines that do not add up to the head are a bug, not an answer', async () => {
  const lines = [madeLine()]
  await assert.rejects(
    textOf(writeResultCsv(headFor([]), [lines])),
    /answer 12 does not add up: created 1 instead of 0, rows 1 instead of 0/,
  )
  await assert.rejects(textOf(writeResultCsv(headFor(lines, { rows: 2 }), [lines])), /rows 1 instead of 2/)
})

test('a kind that no record has, and a time that is none, are bugs', async () => {
  for (const over of [{ kind: 'toString' }, { at: '05.03.2026 9:05' }]) {
    const lines = [madeLine(over)]
    await assert.rejects(textOf(writeResultCsv(headFor(lines), [lines])), /no such kind of record: toString|not a time/)
  }
})

test('a time in UTC or without a zone says so', async () => {
  assert.match(await textOf(writeResultCsv(headFor([], { finishedAt: '2026-03-05T06:05:09Z' }), [])), /#ЧасовойПояс;\+00:00\r\n/)
  assert.match(await textOf(writeResultCsv(headFor([], { finishedAt: '2026-03-05T06:05:09' }), [])), /#ЧасовойПояс;\r\n/)
})

test('the words are different from each other, and none has the letter that 1C texts do without', () => {
  for (const words of [Object.values(kindWords), Object.values(actionWords), Object.values(totalWords)]) {
    assert.equal(new Set(words).size, words.length)
    for (const word of words) assert.doesNotMatch(word, /[ёЁ;#]/)
  }
  for (const name of Object.values(totalWords)) assert.match(name, /^[А-Яа-я]+$/)
})
