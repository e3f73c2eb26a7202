import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bindColumns } from '../../../../src/onec/read/csv/bind-columns.ts'
import { columnKey } from '../../../../src/onec/read/csv/column-key.ts'
import { fields, isKnownSpelling, isTableKind, type TableKind } from '../../../../src/onec/read/csv/fields.ts'

test('usual columns are bound without settings, however they are spelled', () => {
  const {
    fields: bound,
    unbound,
    problems,
  } = bindColumns(['ГУИД', 'наименование полное', 'КОНТРАГЕНТ', 'Р/с', 'Эл. почта', 'Менеджер'], 'counterparty')
  assert.deepEqual(bound, { id: [0], fullName: [1], name: [2], account: [3], email: [4] })
  assert.deepEqual(unbound, [5])
  assert.deepEqual(problems, [])
})

test('a field of several columns takes them all, another the most trusted one', () => {
  const { fields: bound } = bindColumns(['Компания', 'Наименование', 'Телефон 2', 'Тел.', 'Мобильный'], 'counterparty')
  assert.deepEqual(bound['phone'], [3, 2])
  assert.deepEqual(bound['mobile'], [4])
  assert.deepEqual(bound['name'], [1])
})

test('settings name a column by its name, several spellings or its number', () => {
  const columns = ['№ п/п', 'Клиент-плательщик', 'Моб', 'Итог']
  const { fields: bound, problems } = bindColumns(columns, 'workOrder', {
    number: 1,
    client: 'клиент плательщик',
    phone: ['Телефон', 'моб.'],
    amount: ['Сумма', 4],
  })
  assert.deepEqual(bound, { number: [0], client: [1], phone: [2], amount: [3] })
  assert.deepEqual(problems, [])
})

test('a column that the settings name is taken from the field that usually has it', () => {
  const { fields: bound } = bindColumns(['Код', 'Наименование'], 'counterparty', { id: 'Код' })
  assert.deepEqual(bound, { id: [0], name: [1] })
})

test('a column named in the settings that is not there is told with the near miss and all there is', () => {
  const { problems } = bindColumns(['Номер', 'Телефон клиента'], 'workOrder', { phone: 'Телефн клиента', amount: 7 })
  assert.deepEqual(
    problems.map(({ code, args }) => ({ code, ...args })),
    [
      {
        code: 'csv.column-missing',
        field: 'phone',
        wanted: '«Телефн клиента»',
        near: '«Телефон клиента»',
        columns: '«Номер», «Телефон клиента»',
      },
      { code: 'csv.column-missing', field: 'amount', wanted: '«7»', near: '—', columns: '«Номер», «Телефон клиента»' },
    ],
  )
})

test('a table that lacks what must be there is told so, unless something stands in for it', () => {
  assert.deepEqual(
    bindColumns(['ИНН', 'КПП'], 'counterparty').problems.map(({ code, args }) => [code, args['field']]),
    [['csv.column-required', 'name']],
  )
  assert.deepEqual(bindColumns(['Полное наименование'], 'counterparty').problems, [])
  assert.deepEqual(bindColumns(['Фамилия'], 'contactPerson').problems, [])
  assert.deepEqual(
    bindColumns(['Сумма'], 'workOrder').problems.map(({ args }) => args['field']),
    ['number'],
  )
  assert.deepEqual(bindColumns(['Что угодно'], 'row').problems, [])
})

test('what a product has no place for is bound and stays among the extras', () => {
  const { fields: bound, unbound } = bindColumns(['Наименование', 'Цена', 'Остаток'], 'product')
  assert.deepEqual([bound['price'], bound['quantity'], unbound], [[1], [2], [1, 2]])
})

test('a long list of columns is cut short in the message', () => {
  const columns = Array.from({ length: 100 }, (_, i) => `Столбец ${i}`)
  assert.match(String(bindColumns(columns, 'workOrder').problems[0]?.args['columns']), /«Столбец 59» …$/)
})

test('a document needs its number or its id, a row of one its document and what it is of', () => {
  const lacking = (columns: readonly string[], kind: TableKind) =>
    bindColumns(columns, kind).problems.map(({ code, args }) => `${code} ${args['field']}`)
  for (const kind of ['workOrder', 'booking', 'contract', 'invoice'] as const) {
    assert.deepEqual(lacking(['Сумма'], kind), ['csv.column-required number'], kind)
    assert.deepEqual(lacking(['Ид', 'Сумма'], kind), [], kind)
    assert.deepEqual(lacking(['Номер', 'Сумма'], kind), [], kind)
  }
  assert.deepEqual(lacking(['Номенклатура', 'Цена'], 'documentRow'), ['csv.column-required document'])
  assert.deepEqual(lacking(['Документ', 'Цена'], 'documentRow'), ['csv.column-required name'])
  assert.deepEqual(lacking(['Документ', 'ИдНоменклатуры'], 'documentRow'), [])
})

test('the same name is another field in another kind of document', () => {
  const bound = (kind: TableKind, ...columns: readonly string[]) => bindColumns(columns, kind).fields
  assert.deepEqual(bound('contract', 'Номер', 'Договор', 'Основной договор'), { number: [0], contract: [2] })
  assert.deepEqual(bound('contract', 'Договор'), { number: [0] })
  assert.deepEqual(bound('invoice', 'Номер счета', 'Номер', 'Номер заказа', 'Договор'), {
    number: [0],
    basis: [2],
    contract: [3],
  })
  assert.deepEqual(bound('workOrder', 'Номер', 'Договор', 'Номер заявки'), { number: [0], contract: [1] })
  // A hotel's «Номер» is the room.
  assert.deepEqual(bound('booking', 'Номер', 'Номер брони'), { number: [1] })
  assert.deepEqual(bound('booking', 'Номер брони', 'Контрагент', 'Плательщик'), { number: [0], company: [1], payer: [2] })
})

test('no spelling is given to two fields of one kind', () => {
  for (const [kind, list] of Object.entries(fields)) {
    const seen = new Map<string, string>()
    for (const { name, spellings } of list) {
      for (const key of new Set(spellings.map(columnKey))) {
        assert.equal(seen.get(key), undefined, `${kind}: ${key} is ${seen.get(key)} and ${name}`)
        seen.set(key, name)
      }
    }
  }
})

test('signs and ё do not count in the name of a column, but a sign alone is a name', () => {
  assert.equal(columnKey('Штрих-код:'), columnKey('штрихКод'))
  assert.equal(columnKey('Расчётный счет'), columnKey('РасчетныйСчет'))
  assert.equal(columnKey('№'), '№')
  assert.ok(isKnownSpelling('расчётный счёт') && !isKnownSpelling('Менеджер'))
})

test('orders and offers do not come in tables', () => {
  assert.ok(isTableKind('workOrder') && !isTableKind('order'))
})

test('names that people shorten, or end with the currency, are the usual ones', () => {
  const columns = ['№ документа', 'Заказчик', 'Тел. заказчика', 'Моб. тел.', 'Всего (руб.)', 'Телега', 'Пробег, км']
  const { fields: bound, unbound } = bindColumns(columns, 'workOrder')
  assert.deepEqual(bound, { number: [0], client: [1], phone: [2], mobile: [3], amount: [4] })
  assert.deepEqual(unbound, [5, 6])
  assert.deepEqual(
    ['Сумма, руб', 'Сумма в рублях', 'Сумма ₽', 'СУММА RUB'].map(
      (name) => bindColumns(['№', name], 'workOrder').fields['amount'],
    ),
    [[1], [1], [1], [1]],
  )
  assert.deepEqual(bindColumns(['№', 'Сумма, руб', 'Сумма'], 'workOrder').fields['amount'], [2])
  assert.ok(isKnownSpelling('Тел. клиента'))
})
