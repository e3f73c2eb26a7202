import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import { SaxesParser } from 'saxes'
import { writeResultXml } from '../../../src/onec/write/write-result-xml.ts'
import { attributesOf, checkAgainstXsd } from './check-xsd.ts'
import { headFor, madeLine, textOf, variedLines } from './made-answer.ts'

const xsdPath = join(import.meta.dirname, '../../../schemas/result.xsd')
const xsd = await readFile(xsdPath, 'utf8')

test('the answer is flat: the head in attributes of the root, each row an empty element', async () => {
  const text = await textOf(writeResultXml(headFor([madeLine()]), [[madeLine()]]))
  const lines = text.split('\n')
  assert.equal(lines[0], '<?xml version="1.0" encoding="UTF-8"?>')
  assert.match(lines[1]!, /^<Ответ Формат="obmen24" Версия="1" Сообщение="12" Файл="Контрагенты.xml" .* Ошибок="0">$/)
  assert.equal(
    lines[2],
    '<Строка Вид="контрагент" Ид1С="5f3a1c2e-7b44-11ee-9a01-0050569c0001" ИдБ24="4512" Действие="создан" Код="" Текст="" Хеш="9b2d6c01" ДатаВремя="2026-03-05T09:05:07" НомерСтроки="1"/>',
  )
  assert.deepEqual(lines.slice(3), ['</Ответ>', ''])
})

test('values come back as they were, but for line ends and what XML cannot hold', async () => {
  const lines = [madeLine({ text: 'ООО "Ромашка" & <Ко>; \'т|е\'\r\nвторая\u0001\uffff', code: 'true', id: '&amp;' })]
  const { rows } = attributesOf(await textOf(writeResultXml(headFor(lines), [lines])))
  assert.equal(rows[0]!['Текст'], 'ООО "Ромашка" & <Ко>; \'т|е\' вторая ')
  assert.equal(rows[0]!['Код'], 'true')
})

test('whatever the values hold, a strict parser reads the answer', async () => {
  const value = fc.string({ unit: 'binary', maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ id: value, text: value }), { maxLength: 4 }), value, async (made, input) => {
      const lines = made.map((over) => madeLine(over))
      const seen: string[] = []
      const parser = new SaxesParser()
      parser.on('error', (error) => assert.fail(error))
      parser.on('opentag', (tag) => void seen.push(tag.name))
      parser.write(await textOf(writeResultXml(headFor(lines, { input }), [lines]))).close()
      assert.deepEqual(seen, ['Ответ', ...lines.map(() => 'Строка')])
    }),
  )
})

test('batches are written one after another, an empty one leaves no trace', async () => {
  const lines = [madeLine(), madeLine({ row: 2 })]
  async function* batches() {
    yield [lines[0]!]
    yield []
    yield [lines[1]!]
  }
  const { rows } = attributesOf(await textOf(writeResultXml(headFor(lines), batches())))
  assert.deepEqual(
    rows.map((row) => row['НомерСтроки']),
    ['1', '2'],
  )
})

test('every kind of answer is as result.xsd says', async () => {
  const answers = [
    writeResultXml(headFor(variedLines), [variedLines]),
    writeResultXml(headFor([], { verdict: 'refused', problem: { code: 'xml.truncated', text: 'Файл «обрывается»' } }), []),
    writeResultXml(headFor([], { verdict: 'repeat', repeatOf: 3 }), []),
  ]
  for (const answer of answers) {
    const text = await textOf(answer)
    assert.equal(XMLValidator.validate(text), true)
    assert.deepEqual(checkAgainstXsd(xsd, text), [])
  }
})

test('the check against the schema does find what is wrong', async () => {
  const text = await textOf(writeResultXml(headFor(variedLines), [variedLines]))
  const wrong = text
    .replace('Итог="выполнен"', 'Итог="готово"')
    .replace('НомерСтроки="1"', 'Номер="1"')
    .replace('Строк="10"', 'Строк="девять"')
  assert.deepEqual(checkAgainstXsd(xsd, wrong), [
    'Ответ: Итог="готово" is not Итог',
    'Ответ: Строк="девять" is not xs:nonNegativeInteger',
    'Строка 1: @Номер is not declared',
    'Строка 1: НомерСтроки is missing',
  ])
})

const xmllint = spawnSync('xmllint', ['--version']).status === 0

test('xmllint agrees with the schema', { skip: xmllint ? false : 'xmllint is not installed' }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24-xsd-'))
  const path = join(folder, 'result.xml')
  await writeFile(path, await textOf(writeResultXml(headFor(variedLines), [variedLines])))
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', xsdPath, path], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  await rm(folder, { recursive: true })
})
