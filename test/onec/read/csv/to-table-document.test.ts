import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TableDocument, TableDocumentKind } from '../../../../src/records/table-document.ts'
import { readOne, readRecords } from './helpers.ts'

/** One document of every kind with its usual columns, in the order of the file. */
const documents: Readonly<Record<TableDocumentKind, readonly (readonly [column: string, cell: string])[]>> = {
  workOrder: [
    ['Номер', '3000004876'],
    ['Дата', '05.03.2026 9:05:07'],
    ['Организация', 'ИП Захаров А.Ю.'],
    ['Состояние', 'В работе'],
    ['Заказчик', 'Котова Нина Львовна'],
    ['Код заказчика', '000000107'],
    ['Плательщик', 'ООО "Василёк"'],
    ['Код плательщика', '000000201'],
    ['ИНН', '500100732259'],
    ['Телефон', '8 916 765-43-21'],
    ['E-mail', 'nina@kotova.example'],
    ['Договор', 'Договор № 17 от 01.02.2026'],
    ['Заявка', 'B24-1045'],
    ['Дата начала', '05.03.2026'],
    ['Дата закрытия', '07.03.2026 18:00:00'],
    ['Причина обращения', 'Стук спереди'],
    ['Автомобиль', 'Лада Веста'],
    ['Сумма', '30\u00a0110,00'],
    ['CRM_ID', '1\u00a0045'],
  ],
  booking: [
    ['Номер', '12'],
    ['Номер брони', '104'],
    ['Ид', 'Б-104'],
    ['Статус', 'Подтверждена'],
    ['Гость ИД', 'Г-0005'],
    ['Гость', 'Белкин Олег Иванович'],
    ['Компания ИД', 'К-0001'],
    ['Компания', 'ООО "Северный путь"'],
    ['Плательщик ИД', 'К-0002'],
    ['Плательщик', 'АО "Маяк-сервис"'],
    ['Гости', '"Г-0005, Г-0006;Г-0002\nГ-0005"'],
    ['Дата заезда', '20.03.2026 14:00'],
    ['Дата выезда', '22.03.2026 12:00'],
    ['Сумма', '48 000,00'],
    ['Удален', 'Нет'],
  ],
  contract: [
    ['Ид', 'dd0a0001-0000-4000-8000-000000000001'],
    ['Номер договора', 'СО-17'],
    ['Дата', '01.02.2026'],
    ['Контрагент ИД', '000000301'],
    ['Контрагент', 'Василёк ООО'],
    ['Вид договора', 'Сопровождение'],
    ['Действует с', '01.02.2026'],
    ['Действует до', '31.01.2027'],
    ['Сумма', '120 000,00'],
    ['Валюта', 'руб.'],
    ['Состояние', 'Действует'],
    ['Основной договор', 'Договор № СО-1 от 01.02.2025'],
  ],
  invoice: [
    ['Ид', 'aa0a0001-0000-4000-8000-000000000001'],
    ['Номер счета', '58'],
    ['Дата', '05.03.2026'],
    ['Контрагент ИД', '000000301'],
    ['Контрагент', 'Василёк ООО'],
    ['Заказ', 'Заказ клиента 0000-000123 от 04.03.2026 12:00:00'],
    ['Договор', 'СО-17'],
    ['Сумма', '12 500,00'],
    ['Оплатить до', '12.03.2026'],
    ['Состояние', 'Выставлен'],
  ],
}

const told = (kind: TableDocumentKind) => `${documents[kind].map(([column]) => column).join(';')}\n${rowOf(documents[kind])}\n`
const rowOf = (cells: readonly (readonly [string, string])[]) => cells.map(([, cell]) => cell).join(';')

test('B12: a work order with its customer, payer, contract, request and dates', async () => {
  const record = await readOne('workOrder', told('workOrder'), { kind: 'workOrder' })
  assert.deepEqual(compact(record), {
    ...blank('workOrder'),
    id: '3000004876',
    number: '3000004876',
    date: '2026-03-05T09:05:07',
    state: 'В работе',
    amount: '30110',
    organisation: 'ИП Захаров А.Ю.',
    clientId: '000000107',
    client: 'Котова Нина Львовна',
    clientInn: '500100732259',
    payerId: '000000201',
    payer: 'ООО "Василёк"',
    phones: ['+79167654321'],
    emails: ['nina@kotova.example'],
    basis: 'B24-1045',
    contract: 'Договор № 17 от 01.02.2026',
    beginDate: '2026-03-05',
    endDate: '2026-03-07T18:00:00',
    portalId: '1045',
    comment: 'Стук спереди',
    extra: { Автомобиль: 'Лада Веста' },
  })
})

test('E3: a booking with its guest, company, all the people of its rooms and its days', async () => {
  const record = await readOne('booking', told('booking'), { kind: 'booking' })
  assert.deepEqual(compact(record), {
    ...blank('booking'),
    id: 'Б-104',
    number: '104',
    state: 'Подтверждена',
    amount: '48000',
    clientId: 'Г-0005',
    client: 'Белкин Олег Иванович',
    payerId: 'К-0001',
    payer: 'ООО "Северный путь"',
    persons: ['Г-0005', 'Г-0006', 'Г-0002'].map((id) => ({ id, name: '', phones: [], emails: [] })),
    beginDate: '2026-03-20T14:00:00',
    endDate: '2026-03-22T12:00:00',
    extra: { Номер: '12' },
  })
})

test('E3: people of a booking are told by their ids or by their names', async () => {
  const { persons } = (await readOne('booking', 'Номер брони;Гости\n7;"Г-0005, Ли Анна;Ким А. С.;Г-0005"\n', {
    kind: 'booking',
  })) as TableDocument
  assert.deepEqual(
    persons.map(({ id, name }) => [id, name]),
    [
      ['Г-0005', ''],
      ['', 'Ли Анна'],
      ['', 'Ким А. С.'],
    ],
  )
})

test('C1: a contract with its term and the contract that it belongs to', async () => {
  const record = await readOne('contract', told('contract'), { kind: 'contract' })
  assert.deepEqual(compact(record), {
    ...blank('contract'),
    id: 'dd0a0001-0000-4000-8000-000000000001',
    number: 'СО-17',
    date: '2026-02-01',
    state: 'Действует',
    amount: '120000',
    currency: 'RUB',
    clientId: '000000301',
    client: 'Василёк ООО',
    contract: 'Договор № СО-1 от 01.02.2025',
    beginDate: '2026-02-01',
    endDate: '2027-01-31',
    extra: { 'Вид договора': 'Сопровождение' },
  })
})

test('C4: an invoice with its due date, the order that it was made for and its contract', async () => {
  const record = await readOne('invoice', told('invoice'), { kind: 'invoice' })
  assert.deepEqual(compact(record), {
    ...blank('invoice'),
    id: 'aa0a0001-0000-4000-8000-000000000001',
    number: '58',
    date: '2026-03-05',
    state: 'Выставлен',
    amount: '12500',
    clientId: '000000301',
    client: 'Василёк ООО',
    basis: 'Заказ клиента 0000-000123 от 04.03.2026 12:00:00',
    contract: 'СО-17',
    endDate: '2026-03-12',
  })
})

for (const kind of ['workOrder', 'booking', 'contract', 'invoice'] as const) {
  test(`the columns of a table of ${kind}s may stand in any order`, async () => {
    const usual = await readOne(kind, told(kind), { kind })
    const columns = documents[kind]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...columns], { minLength: columns.length }), async (cells) => {
        const text = `${cells.map(([column]) => column).join(';')}\n${rowOf(cells)}\n`
        assert.deepEqual(await readOne(kind, text, { kind, shape: { delimiter: ';', header: true } }), usual)
      }),
      { numRuns: 50 },
    )
  })
}

test('a document without a number is known by its id, and one without both is refused', async () => {
  const { rows } = await readRecords('Ид;Номер;Сумма\na1;;5\n;7;6\n;;7\n', { kind: 'contract' })
  assert.deepEqual(
    rows.map(({ id, record, problems }) => [id, record !== null, problems.map(({ code }) => code).join()]),
    [
      ['a1', true, ''],
      ['7', true, ''],
      ['', false, 'csv.value-missing'],
    ],
  )
})

test('a number that stands in a reference is the number, and the id too', async () => {
  const record = await readOne('workOrder', 'Заказ-наряд;Сумма\nЗаказ-наряд 3000004876 от 05.03.2026 9:05:07;5\n')
  assert.deepEqual([record.id, record.number], ['3000004876', '3000004876'])
})

test('a payer is told only where that is somebody else', async () => {
  const payer = async (cells: string) => {
    const header = 'Номер;Заказчик;Ид заказчика;Плательщик;Ид плательщика'
    const record = await readOne('workOrder', `${header}\n1;${cells}\n`, { kind: 'workOrder' })
    return [record.clientId, record.client, record.payerId, record.payer]
  }
  assert.deepEqual(await payer('Котова Нина;;Котова  Нина;'), ['', 'Котова Нина', '', ''])
  assert.deepEqual(await payer('Котова Нина;7;Н. Котова;7'), ['7', 'Котова Нина', '', ''])
  assert.deepEqual(await payer('Котова Нина;7;Котова Нина;8'), ['7', 'Котова Нина', '8', 'Котова Нина'])
  assert.deepEqual(await payer(';;ООО Мальва;8'), ['8', 'ООО Мальва', '', ''])
  assert.deepEqual(await payer(`Котова Нина;;;${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`), ['', 'Котова Нина', '', ''])
})

test('E3: a booking belongs to its company, else to who pays; without a guest the company is the client', async () => {
  const parties = async (cells: string) => {
    const record = await readOne('booking', `Номер брони;Гость;Компания ИД;Плательщик ИД;Заезд\n1;${cells};20.03.2026\n`)
    return [record.clientId, record.client, record.payerId]
  }
  assert.deepEqual(await parties('Белкин Олег;К-1;К-2'), ['', 'Белкин Олег', 'К-1'])
  assert.deepEqual(await parties('Белкин Олег;;К-2'), ['', 'Белкин Олег', 'К-2'])
  assert.deepEqual(await parties(';К-1;К-2'), ['К-1', '', 'К-2'])
  assert.deepEqual(await parties(';К-1;К-1'), ['К-1', '', ''])
})

test('E5: a number of a card that is none is told of and not used; zero is an empty one', async () => {
  const { rows } = await readRecords('Номер;Сумма;CRM_ID\n1;5;12\n2;5;0\n3;5;нет\n4;5;1,5\n5;5;\n6;5;-3\n')
  assert.deepEqual(
    rows.map(({ record, problems }) => [
      record?.kind === 'workOrder' ? record.portalId : null,
      problems.map(({ code, place }) => `${code} ${place.field}`).join(),
    ]),
    [
      ['12', ''],
      ['', ''],
      ['', 'csv.portal-id CRM_ID'],
      ['', 'csv.portal-id CRM_ID'],
      ['', ''],
      ['', 'csv.portal-id CRM_ID'],
    ],
  )
})

test('a day that cannot be read is told of, a word is no day, and one that Excel hid costs the row', async () => {
  const { rows } = await readRecords(
    'Номер договора;Контрагент;Действует с;Действует до\n1;К;31.02.2026;бессрочно\n2;К;01.02.2026;365 дней\n3;К;########;\n',
  )
  assert.deepEqual(
    rows.map(({ record, problems }) => [
      record?.kind === 'contract' ? [record.beginDate, record.endDate] : null,
      problems.map(({ code, place }) => `${code} ${place.field}`),
    ]),
    [
      [[null, null], ['csv.day-unread Действует с']],
      [['2026-02-01', null], ['csv.day-unread Действует до']],
      [null, ['csv.excel-hashes Действует с']],
    ],
  )
})

test('days and numbers in the wrong columns betray a row whose borders were guessed wrong', async () => {
  const header = 'Номер договора;Контрагент;Вид договора;Действует с;Действует до;CRM_ID'
  const { rows } = await readRecords(`${header}\n1;"Мак; "Рога";02.02.2026;Вид 1;Дом 2;05.02.2026\n`, { kind: 'contract' })
  assert.deepEqual(
    rows.map(({ record, problems }) => [record, problems.at(-1)?.code]),
    [[null, 'csv.row-shifted']],
  )
})

/** Without what is the same in all of them, the phones and e-mails as text. */
function compact({ phones, emails, deleted, problems, origin, ...record }: TableDocument) {
  assert.deepEqual([deleted, problems, origin], [false, [], { line: 2, row: 1 }])
  return { ...record, phones: phones.map(({ e164 }) => e164), emails: emails.map(({ address }) => address) }
}

function blank(kind: TableDocumentKind) {
  const empty = { id: '', number: '', date: null, state: '', amount: null, currency: '', organisation: '', comment: '' }
  const parties = { clientId: '', client: '', clientInn: '', payerId: '', payer: '', phones: [], emails: [], persons: [] }
  return { kind, ...empty, ...parties, basis: '', contract: '', beginDate: null, endDate: null, portalId: '', extra: {} }
}
