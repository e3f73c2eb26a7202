import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { answerColumns, headFields } from '../../../src/onec/write/answer-table.ts'
import { kindWords } from '../../../src/onec/write/answer-words.ts'
import { statusText } from '../../../src/onec/write/status-file.ts'
import { headFor } from './made-answer.ts'
import { fileOf } from './made-documents.ts'
import { readPlainTable } from './readers/plain.ts'

const folder = join(import.meta.dirname, '../../../samples/1c')
const names = (await readdir(folder)).filter((name) => name.endsWith('.bsl'))
const samples = await Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })))

test('there is a sample for each file that 1C reads, for those it puts, and for keeping the ids of Bitrix24', () => {
  assert.deepEqual(names.toSorted(), [
    'ЗапомнитьИдБ24.bsl',
    'ПоложитьФайл.bsl',
    'ПрочитатьИзмененияБ24.bsl',
    'ПрочитатьОтвет.bsl',
    'ПрочитатьОтвет81.bsl',
    'ПрочитатьОтветJSON.bsl',
    'ПрочитатьОтветXML.bsl',
    'ПрочитатьСтатус.bsl',
  ])
})

test('every sample is short, without the letter «ё», and every block in it is closed', () => {
  const blocks = [
    ['Функция', 'КонецФункции'],
    ['Процедура', 'КонецПроцедуры'],
    ['Если', 'КонецЕсли'],
    ['Цикл', 'КонецЦикла'],
  ] as const
  for (const { name, text } of samples) {
    assert.ok(text.trimEnd().split('\n').length <= 34, `${name} is long`)
    assert.doesNotMatch(text, /[ёЁ]/, name)
    const code = codeOf(text)
    for (const [opening, closing] of blocks) assert.equal(count(code, opening), count(code, closing), `${name}: ${opening}`)
    for (const [opening, closing] of ['()', '[]'] as const)
      assert.equal(code.split(opening!).length, code.split(closing!).length, name)
  }
})

test('every field that a sample speaks of is a field of the file', async () => {
  const outgoingColumns = readPlainTable(await fileOf([], 'csv')).names
  const status = statusText({
    state: 'success',
    at: '2026-03-05T09:05:07',
    run: 1,
    done: 0,
    failed: 0,
    waiting: 0,
    total: 0,
    lastMessage: null,
    sentence: '',
  })
  const keys = [...status.matchAll(/^(\w+)=/gm)].map(([, key]) => key!)
  const known = new Set<string>([
    ...headFields(headFor([])).map(([name]) => name),
    ...answerColumns,
    ...outgoingColumns,
    ...keys,
    'state',
    'Конец',
    'Строки',
  ])
  for (const { name, text } of samples) {
    const spoken = [...text.matchAll(/\["([^"]+)"\]|(?:Ответ|Запись|Строки\[0\])\.([А-Яа-я0-9]+)/g)].map(
      ([, key, property]) => key ?? property!,
    )
    for (const word of spoken) assert.ok(known.has(word), `${name}: ${word}`)
  }
  const json = samples.find(({ name }) => name.includes('JSON'))!
  assert.ok(json.text.includes(`"${kindWords.counterparty}"`))
})

/** Without comments and without what stands in quotes. */
function codeOf(text: string): string {
  return text.replaceAll(/"[^"]*"/g, '""').replaceAll(/\/\/.*/g, '')
}

function count(code: string, word: string): number {
  return code.split(/[^А-Яа-я]+/).filter((found) => found === word).length
}
