import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delimiterSaid, findDelimiter } from '../../../../src/onec/read/csv/find-delimiter.ts'

const table = (delimiter: string) => ['Код;Имя;Цена', '1;Болт;5', '2;Гайка;6', ''].join('\n').replaceAll(';', delimiter)

test('each of the four delimiters is found', () => {
  for (const delimiter of [';', '\t', '|', ',']) assert.equal(findDelimiter(table(delimiter)), delimiter)
})

test('the first line sep= decides, with a tab too', () => {
  assert.equal(findDelimiter('sep=,\nа;б;в\n1;2;3\n'), ',')
  assert.equal(findDelimiter('\uFEFFsep=;\r\nа,б\r\n'), ';')
  assert.equal(delimiterSaid('sep=\t'), '\t')
  assert.equal(delimiterSaid('SEP=\\t'), '\t')
  assert.equal(delimiterSaid('"sep=|"'), '|')
  assert.equal(delimiterSaid('separator;name'), null)
})

test('commas of addresses and decimal commas do not win over semicolons', () => {
  assert.equal(findDelimiter('Имя;Адрес;Цена\nА;Москва, Тверская, 1;1,5\nБ;Тверь, Мира, 2;2,5\n'), ';')
})

test('semicolons inside quotes do not win over commas', () => {
  assert.equal(findDelimiter('Имя,Телефон,Город\nА,"1; 2; 3",Москва\nБ,"4; 5",Тверь\nВ,6,Омск\n'), ',')
})

test('one bad quote spoils one line only', () => {
  assert.equal(findDelimiter('Код,Имя,Город\n1,"Ромашка,Москва\n2,Лютик,Тверь\n3,Василёк,Омск\n4,Мак,Тула\n'), ',')
})

test('lines broken inside cells may outnumber whole rows', () => {
  assert.equal(findDelimiter('Код;Имя;Текст\n1;А;один\nдва\nтри\nчетыре\n2;Б;один\nдва\nтри\nчетыре\n'), ';')
})

test('a list of one column and an empty sample give the usual semicolon', () => {
  assert.equal(findDelimiter('Контрагент:\nИванов, Петров и К\nРомашка\nЛютик\n'), ';')
  assert.equal(findDelimiter(''), ';')
})
