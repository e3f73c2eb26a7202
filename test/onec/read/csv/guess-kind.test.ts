import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fields, type TableKind } from '../../../../src/onec/read/csv/fields.ts'
import { guessKind } from '../../../../src/onec/read/csv/guess-kind.ts'

const guess = (header: string) => guessKind(header.split(';'))

test('the header tells what the rows are', () => {
  assert.equal(guess('Наименование;ИНН;Телефон'), 'counterparty')
  assert.equal(guess('ГруппаКонтрагента;Наименование;ВидКонтрагента'), 'counterparty')
  assert.equal(guess('ФИО;Должность;Телефон;Контрагент'), 'contactPerson')
  assert.equal(guess('Номер;Дата;Сумма;Контрагент;ИНН'), 'workOrder')
  assert.equal(guess('Наименование:;Код товара:;Артикул:;Цена:'), 'product')
  assert.equal(guess('Код;Наименование'), null)
  assert.equal(guess('1;2'), null)
  assert.equal(guessKind([]), null)
})

test('B12: a work order is one with all that stands on it', () => {
  assert.equal(
    guess('Номер;Дата;Организация;Состояние;Заказчик;Плательщик;Телефон;Договор;Автомобиль;VIN;Пробег;Мастер;Сумма'),
    'workOrder',
  )
  assert.equal(guess('Номер заказ-наряда;Дата открытия;Состояние;Заказчик;Сумма;Дата закрытия'), 'workOrder')
})

test('E3: check-in or check-out together with a guest make a booking', () => {
  assert.equal(guess('Номер брони;Гость;Заезд;Выезд;Статус;Сумма'), 'booking')
  assert.equal(guess('Ид;Гости;Компания;Дата заселения;Дата выезда;Стоимость проживания'), 'booking')
  assert.equal(guess('Номер брони;Гость;Дата заезда;Номер счета;Сумма'), 'booking')
  assert.equal(guess('Номер;Заказчик;Заезд;Сумма'), 'workOrder')
  assert.equal(guess('Номер брони;Гость;Сумма'), 'workOrder')
})

test('a list of guests that tells of their stays is none of bookings', () => {
  assert.equal(guess('Фамилия;Имя;Гость;Телефон;Дата заезда'), 'contactPerson')
})

test('C1: a number of a contract with a term or a type makes a contract', () => {
  assert.equal(guess('Номер договора;Контрагент;Дата начала;Дата окончания;Вид договора;Сумма'), 'contract')
  assert.equal(guess('Ид;Номер договора;Контрагент;ИНН;Действует до'), 'contract')
  assert.equal(guess('Номер;Дата;Контрагент;Сумма;Номер договора;Срок действия'), 'workOrder')
  assert.equal(guess('Номер договора;Контрагент;Сумма'), null)
  assert.equal(
    guess('Наименование;Полное наименование;ИНН;КПП;ОГРН;Юридический адрес;Номер договора;Действует до'),
    'counterparty',
  )
})

test('C4: a number of an invoice with a sum and who pays it, or till when, makes an invoice', () => {
  assert.equal(guess('Номер счета;Дата;Контрагент;Сумма'), 'invoice')
  assert.equal(guess('№ счета;Сумма;Оплатить до'), 'invoice')
  assert.equal(guess('Номер счёта;Номер заказа;Контрагент;Сумма;Срок оплаты'), 'invoice')
  assert.equal(guess('Номер заказа;Номер счета;Контрагент;Сумма'), 'workOrder')
  assert.equal(guess('Номер;Дата;Контрагент;Сумма;Номер счета'), 'workOrder')
})

test('a number of a bank account is none of an invoice', () => {
  assert.equal(guess('Контрагент;ИНН;Номер счета;БИК;Банк'), 'counterparty')
  assert.equal(guess('Контрагент;Номер счета;БИК;Сумма;Дата'), 'counterparty')
  assert.equal(guess('Контрагент;ИНН;Номер счета'), 'counterparty')
})

test('B12: a document with a product and its quantity or price makes rows of documents', () => {
  assert.equal(guess('Заказ-наряд;Тип;Номенклатура;Артикул;Количество;Ед.;Цена;% скидки;Сумма'), 'documentRow')
  assert.equal(guess('Документ;Работа;Норма времени;Сумма'), 'documentRow')
  assert.equal(guess('Номер документа;Дата;Контрагент;Товар;Цена;Количество;Сумма'), 'documentRow')
  assert.equal(guess('Номер счета;Номенклатура;Количество;Ед.;Цена;Сумма;НДС'), 'documentRow')
  assert.equal(guess('Номер документа;Статус;Контрагент;Телефон;Товар;Цена;Количество;Сумма'), 'workOrder')
  assert.equal(guess('Номер;Товар;Цена;Количество'), 'product')
  assert.equal(guess('Наименование;Артикул;Цена;Количество;Контрагент;Склад'), 'product')
})

test('two kinds that fit equally are none', () => {
  assert.equal(guess('Наименование;ИНН;Артикул'), null)
  assert.equal(guess('Документ;Наименование;Количество;Штрихкод'), null)
})

test('the order of the columns says nothing of the kind', () => {
  const names = [...new Set(Object.values(fields).flatMap((list) => list.flatMap(({ spellings }) => spellings.slice(0, 3))))]
  const header = fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 14 })
  const shuffled = header.chain((columns) =>
    fc.tuple(fc.constant(columns), fc.shuffledSubarray(columns, { minLength: columns.length })),
  )
  fc.assert(
    fc.property(shuffled, ([columns, others]) => assert.equal(guessKind(columns), guessKind(others))),
    { numRuns: 1000 },
  )
})

test('a table with the first usual name of every field is of its kind', () => {
  const kinds: readonly TableKind[] = [
    'counterparty',
    'contactPerson',
    'product',
    'workOrder',
    'booking',
    'contract',
    'invoice',
    'documentRow',
  ]
  for (const kind of kinds) assert.equal(guessKind(fields[kind].map(({ spellings }) => spellings[0]!)), kind, kind)
})
