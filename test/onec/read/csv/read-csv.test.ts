import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOne, readRecords } from './helpers.ts'

const guid = '11111111-2222-3333-4444-555555555501'

test('a counterparty is read with everything that its columns hold', async () => {
  const record = await readOne(
    'counterparty',
    `GUID;Код;Наименование;Полное наименование;ИНН;КПП;ОГРН;ОКПО;Роль;Телефон;Факс;E-mail;Сайт;Юридический адрес;Адрес;Город;Р/с;БИК;Банк;Контактное лицо;Телефон контактного лица;Менеджер;Комментарий;ПометкаУдаления
${guid};00-00000123;Ромашка;"ООО "Ромашка"";7707083893;770701001;1027700132195;12345678;Покупатель;8 (495) 123-45-67, +7 916 123-45-67;8 495 765-43-21;INFO@example.ru;example.ru;101000, г Москва;г Москва, ул Мира;Москва;40702810900000000001;044525225;ПАО Банк;Иванова Ирина;8 916 765-43-21;Петров П.П.;важный;Да
`,
  )
  assert.equal(record.id, guid)
  assert.equal(record.legalForm, 'company')
  assert.equal(record.fullName, 'ООО "Ромашка"')
  assert.deepEqual(
    [record.inn, record.kpp, record.ogrn, record.okpo, record.role],
    ['7707083893', '770701001', '1027700132195', '12345678', 'Покупатель'],
  )
  assert.deepEqual(
    record.phones.map(({ use, e164 }) => [use, e164]),
    [
      ['work', '+74951234567'],
      ['mobile', '+79161234567'],
      ['fax', '+74957654321'],
    ],
  )
  assert.deepEqual(
    record.emails.map(({ address }) => address),
    ['info@example.ru'],
  )
  assert.deepEqual(record.contacts, [{ type: 'Сайт', text: 'example.ru' }])
  assert.deepEqual(
    record.addresses.map(({ use, text, city }) => [use, text, city]),
    [
      ['legal', '101000, г Москва', ''],
      ['actual', 'г Москва, ул Мира', 'Москва'],
    ],
  )
  assert.deepEqual(
    record.bankAccounts.map(({ account, bik, bankName }) => [account, bik, bankName]),
    [['40702810900000000001', '044525225', 'ПАО Банк']],
  )
  assert.deepEqual(
    record.contactPersons.map(({ name, counterpartyId, phones }) => [name, counterpartyId, phones[0]?.e164]),
    [['Иванова Ирина', guid, '+79167654321']],
  )
  assert.deepEqual(record.extra, { code: '00-00000123', Менеджер: 'Петров П.П.' })
  assert.equal(record.deleted, true)
  assert.equal(record.comment, 'важный')
  assert.deepEqual(record.origin, { line: 2, row: 1 })
})

test('the id of a counterparty is its GUID, else its code with the zeros kept; a GUID of zeros is none', async () => {
  assert.equal((await readOne('counterparty', 'Код;Наименование;ИНН\n 00-00000123 ;Ромашка;7707083893\n')).id, '00-00000123')
  assert.equal(
    (await readOne('counterparty', 'Ид;Код;Наименование;ИНН\n00000000-0000-0000-0000-000000000000;7;Ромашка;7707083893\n')).id,
    '7',
  )
  assert.equal((await readOne('counterparty', 'Наименование;ИНН\nРомашка;7707083893\n')).id, '')
})

test('the column of the legal form and the name say what a counterparty is', async () => {
  const form = async (name: string, said: string, inn = '') =>
    (await readOne('counterparty', `Наименование;ИНН;ВидКонтрагента\n${name};${inn};${said}\n`)).legalForm
  assert.equal(await form('Ромашка', 'ЮрЛицо'), 'company')
  assert.equal(await form('Петров Пётр', 'Физическое лицо'), 'person')
  assert.equal(await form('ИП Петров', 'ФизЛицо'), 'soleProprietor')
  assert.equal(await form('Петров Пётр', 'Индивидуальный предприниматель'), 'soleProprietor')
  assert.equal(await form('Петров Пётр Петрович', 'ФизЛицо', '500100732259'), 'person')
  assert.equal(await form('Петров Пётр Петрович', '', '500100732259'), 'soleProprietor')
  assert.equal(await form('ООО Ромашка', 'ФизЛицо', '7707083893'), 'company')
})

test('a person has a name in parts, from columns of their own or from one', async () => {
  const one = await readOne('counterparty', 'Наименование;ВидКонтрагента\nПетров Пётр Петрович;ФизЛицо\n')
  assert.deepEqual(one.person, { last: 'Петров', first: 'Пётр', middle: 'Петрович' })
  const parts = await readOne('counterparty', 'Фамилия;FIRST_NAME;ВидКонтрагента\nПетров;Пётр;ФизЛицо\n', {
    kind: 'counterparty',
  })
  assert.deepEqual([parts.name, parts.person], ['Петров Пётр', { last: 'Петров', first: 'Пётр', middle: '' }])
})

test('ИНН and КПП in one cell are parted', async () => {
  const { inn, kpp } = await readOne('counterparty', 'Наименование;ИНН/КПП\nРомашка;7707083893/770701001\n', {
    kind: 'counterparty',
  })
  assert.deepEqual([inn, kpp], ['7707083893', '770701001'])
})

test('an address in parts alone makes one', async () => {
  const { addresses } = await readOne('counterparty', 'Наименование;Индекс;Город;ИНН\nРомашка;101000;Москва;\n')
  assert.deepEqual(
    addresses.map(({ use, text, postalCode }) => [use, text, postalCode]),
    [['actual', '101000, Москва', '101000']],
  )
})

test('a flaw of a value is told with row, line and column, and the record stays', async () => {
  const { rows } = await readRecords('Наименование;ИНН;Телефон;Почта\nРомашка;7707083894;12;нет\n')
  assert.equal(rows[0]?.record?.kind, 'counterparty')
  assert.deepEqual(
    rows[0]?.problems.map(({ code, place }) => [code, place.row, place.line, place.field]),
    [
      ['inn.check-digit', 1, 2, 'ИНН'],
      ['phone.invalid', 1, 2, 'Телефон'],
      ['email.invalid', 1, 2, 'Почта'],
    ],
  )
  assert.deepEqual(rows[0]?.record?.problems, rows[0]?.problems)
})

test('phone numbers without a country code are those of the country in the options', async () => {
  const { phones } = await readOne('counterparty', 'Наименование;ИНН;Телефон\nРомашка;;(029) 123-45-67\n', { country: 'BY' })
  assert.equal(phones[0]?.e164, '+375291234567')
})

test('what Excel spoilt is refused row by row', async () => {
  const { rows } = await readRecords(
    'Код;Наименование;ИНН;Телефон\n1;Ромашка;7,70E+11;\n2;Лютик;########;\n3;Мак;;7,9E+10\n4E5;Роза;7707083893;\n',
  )
  assert.deepEqual(
    rows.map(({ record, id, problems }) => [
      record?.kind ?? null,
      id,
      problems.map(({ code, place }) => `${code} ${place.field}`).join(),
    ]),
    [
      [null, '1', 'csv.excel-number ИНН'],
      [null, '2', 'csv.excel-hashes ИНН'],
      [null, '3', 'csv.excel-number Телефон'],
      ['counterparty', '4E5', ''],
    ],
  )
})

test('hash signs in place of a sum or a date cost the row, in a comment they are text', async () => {
  const { rows } = await readRecords('Номер;Дата;Сумма;Комментарий\n1;#######;5;\n2;;#####;\n3;;5;#####\n')
  assert.deepEqual(
    rows.map(({ record }) => record !== null),
    [false, false, true],
  )
})

test('a contact person is read with the counterparty it belongs to', async () => {
  const record = await readOne(
    'contactPerson',
    `Ид;ФИО;Должность;Контрагент;ИдКонтрагента;Мобильный;Дата рождения\n7;Иванова Ирина;директор;Ромашка;${guid};8 916 765-43-21;01.02.1980\n`,
  )
  assert.deepEqual([record.id, record.name, record.post, record.counterpartyId], ['7', 'Иванова Ирина', 'директор', guid])
  assert.deepEqual(record.person, { last: 'Иванова', first: 'Ирина', middle: '' })
  assert.deepEqual(
    record.phones.map(({ use, e164 }) => [use, e164]),
    [['mobile', '+79167654321']],
  )
  assert.deepEqual(record.extra, { counterparty: 'Ромашка', 'Дата рождения': '01.02.1980' })
})

test('a contact person in parts, its counterparty by name', async () => {
  const record = await readOne('contactPerson', 'Фамилия;Имя;Отчество;Контрагент\nИванова;Ирина;Петровна;Ромашка\n', {
    kind: 'contactPerson',
  })
  assert.deepEqual([record.name, record.counterpartyId, record.person?.middle], ['Иванова Ирина Петровна', 'Ромашка', 'Петровна'])
})

test('a work order is read with exact sums and dates', async () => {
  const record = await readOne(
    'workOrder',
    'Номер;Дата;Состояние;Сумма;Валюта;Организация;Заказчик;ИНН;Телефон;Автомобиль\n3000004876;05.03.2026 9:05:07;в работе;"30\u00a0110,00";руб.;ИП Захаров А.Ю.;Петров П.П.;500100732259;8 916 765-43-21;Lada\n',
  )
  assert.deepEqual(
    [
      record.id,
      record.number,
      record.date,
      record.state,
      record.amount,
      record.currency,
      record.organisation,
      record.client,
      record.clientInn,
    ],
    [
      '3000004876',
      '3000004876',
      '2026-03-05T09:05:07',
      'в работе',
      '30110',
      'RUB',
      'ИП Захаров А.Ю.',
      'Петров П.П.',
      '500100732259',
    ],
  )
  assert.deepEqual(record.extra, { Автомобиль: 'Lada' })
})

test('an empty date and an empty sum are not filled; they are no zero', async () => {
  const record = await readOne('workOrder', 'Номер;Дата;Сумма;Состояние\n1;  .  .    ;;новый\n')
  assert.deepEqual([record.date, record.amount], [null, null])
})

test('a currency that nobody knows is kept as written and told of', async () => {
  const { rows } = await readRecords('Номер;Сумма;Валюта\n1;5;тугрик-песо\n')
  assert.deepEqual(
    rows[0]?.problems.map(({ code }) => code),
    ['currency.unknown'],
  )
})

test('a product is read, its price and quantity stand under the names of their columns', async () => {
  const record = await readOne(
    'product',
    'Код;Артикул;Наименование;Группа;Ед. изм.;Цена;Валюта;Остаток;НДС;Штрихкод;Вид номенклатуры\n00012;Б-10;Болт;Крепёж;шт;5,50;руб;7;20%;4600000000017;Услуга\n',
  )
  assert.deepEqual(
    [record.id, record.code, record.article, record.name, record.barcode, record.service],
    ['00012', '00012', 'Б-10', 'Болт', '4600000000017', true],
  )
  assert.deepEqual(record.unit, { code: '', name: 'шт', fullName: '' })
  assert.equal(record.vat?.percent, '20')
  assert.deepEqual(record.extra, { Группа: 'Крепёж', Цена: '5,50', Валюта: 'руб', Остаток: '7' })
})

test('a rate of VAT that is none is told of', async () => {
  const { rows } = await readRecords('Артикул;Наименование;НДС\n1;Болт;много\n')
  assert.deepEqual(
    rows[0]?.problems.map(({ code, place }) => [code, place.field]),
    [['vat.unknown', 'НДС']],
  )
})

test('a table of no known kind keeps its cells by the names of their columns', async () => {
  const { rows, facts } = await readRecords(`GUID;Цвет;constructor;__proto__\n${guid};красный;а;б\n`)
  assert.equal(facts.kind, 'row')
  assert.equal(rows[0]?.id, guid)
  assert.deepEqual(Object.entries(rows[0]?.record?.extra ?? {}), [
    ['Цвет', 'красный'],
    ['constructor', 'а'],
    ['__proto__', 'б'],
  ])
})

test('every way of saying that an object is deleted is understood', async () => {
  for (const said of ['Да', 'true', '1', 'Истина', 'Помечен', 'Удалён', '+', '☑']) {
    assert.equal((await readOne('row', `Цвет;ПометкаУдаления\nкрасный;${said}\n`)).deleted, true, said)
  }
  assert.equal((await readOne('row', 'Цвет;ПометкаУдаления\nкрасный;Нет\n')).deleted, false)
})

test('a name that is no field of the kind is kept by that name', async () => {
  const { extra } = await readOne('workOrder', 'Номер;Сумма;VIN номер\n1;5;XTA210\n', { columns: { vin: 'VIN номер' } })
  assert.deepEqual(extra, { vin: 'XTA210' })
})

test('a row without what must be filled is refused, with its id', async () => {
  const { rows } = await readRecords('Код;Наименование;ИНН\n7;;7707083893\n8;Лютик;\n')
  assert.deepEqual(
    rows.map(({ id, record, problems }) => [id, record === null, problems.map(({ code }) => code).join()]),
    [
      ['7', true, 'csv.value-missing'],
      ['8', false, ''],
    ],
  )
  assert.deepEqual(rows[0]?.problems[0]?.place, { line: 2, row: 1, field: 'Наименование' })
})

test('a row that the table refused is a row without a record; its id is told only where it is sure', async () => {
  const { rows } = await readRecords(`Код;Наименование;ИНН\n7;Ромашка;1;2;3\n8;Лютик;\n`)
  assert.deepEqual([rows[0]?.record, rows[0]?.id], [null, '7'])
  const moved = await readRecords('Наименование;Код;ИНН\nРома;шка;7;1\nЛютик;8;\n')
  assert.deepEqual([moved.rows[0]?.record, moved.rows[0]?.id], [null, ''])
  const byGuid = await readRecords(`Наименование;Ид;ИНН\nРомашка;${guid};7;1\nЛютик;8;\n`)
  assert.equal(byGuid.rows[0]?.id, guid)
})

test('each row brings its cells by the names of the columns', async () => {
  const { rows } = await readRecords('Код;Наименование;ИНН\n7;Ромашка;7707083893\n')
  assert.deepEqual(rows[0]?.cells, { Код: '7', Наименование: 'Ромашка', ИНН: '7707083893' })
})

test('a table is refused as a whole when it is empty or lacks what must be there, and then gives no row', async () => {
  assert.equal((await readRecords('')).facts.error?.code, 'csv.empty')
  const { rows, facts } = await readRecords('Цвет;Вес\nкрасный;5\n', { kind: 'workOrder' })
  assert.deepEqual([rows.length, facts.error?.code, facts.rows], [0, 'csv.column-required', 0])
})

test('a header alone is a table without rows', async () => {
  const { rows, facts } = await readRecords('Номер;Дата;Сумма\r\n')
  assert.deepEqual([rows.length, facts.error, facts.kind], [0, null, 'workOrder'])
})

test('facts tell what was found out', async () => {
  const { facts } = await readRecords('sep=,\nНомер,Дата,Сумма\n1,,5\n', { columns: { phone: 'Телефон' } })
  assert.deepEqual(
    [facts.delimiter, facts.header, facts.kind, facts.rows, facts.columns],
    [',', true, 'workOrder', 1, ['Номер', 'Дата', 'Сумма']],
  )
  assert.deepEqual(
    facts.problems.map(({ code }) => code),
    ['csv.column-missing'],
  )
})

test('the use of a table can be decided when its columns are known', async () => {
  let asked: readonly string[] = []
  const { facts } = await readRecords('А;Б\n1;2\n', {
    use: (columns) => {
      asked = columns
      return { kind: 'workOrder', columns: { number: 'А' } }
    },
  })
  assert.deepEqual([asked, facts.kind, facts.error], [['А', 'Б'], 'workOrder', null])
})

test('a kind that does not come in tables is read as rows', async () => {
  assert.equal((await readRecords('Цвет\nкрасный\n', { kind: 'order' })).facts.kind, 'row')
})

test('columns without a header are bound by number', async () => {
  const record = await readOne('workOrder', '17;Петров;5,50\n', {
    kind: 'workOrder',
    shape: { header: false },
    columns: { number: 1, client: 2, amount: 3 },
  })
  assert.deepEqual([record.number, record.client, record.amount], ['17', 'Петров', '5.5'])
})
