import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressDraft } from '../../../src/exchange/map/address-draft.ts'
import { address, contactPerson, counterparty, guid } from '../records.ts'
import { codes, only, openWorkbench, rowOf } from '../workbench.ts'

const preset = (more: string) => `exchanges:\n  - name: К\n    preset: counterparties\n${more}`

test('fields by a 1C name, by a column and by a template go to own fields of the card and to custom columns', async (t) => {
  const bench = await openWorkbench(
    t,
    preset(`
    fields:
      UF_CRM_MANAGER: менеджер
      Регион: '{{ Область | upcase }}'
      ИНН клиента: ИНН
      comments: '{{ Комментарий }}{% if ВИП %} { VIP }{% endif %}'
      companyType: Роль
      industry: Отрасль
      salutation: Обращение
      birthDate: Родился
      title: '{{ name }} ({{ Область }})'
      responsible: Менеджер
    values: { companyType: { Покупатель: Партнер }, industry: { ИТ: Информационные технологии } }`),
  )
  const cells = {
    Менеджер: 'Ларина',
    Область: 'Тверская',
    ВИП: 'Да',
    Отрасль: 'ит',
    Обращение: 'Г-жа',
    Родился: '1 марта 1990 г.',
  }
  const company = counterparty({ comment: 'важный', inn: '7701000017', role: 'Покупатель' })
  const person = counterparty({ id: guid(2), name: 'Рябова Анна', comment: 'хороший' })
  const made = await bench.run([{ rows: [rowOf(company, cells), rowOf(person, { ...cells, ВИП: '' })] }])
  const card = only(made.company)
  assert.deepEqual(
    [
      'UF_CRM_MANAGER',
      'Регион',
      'ИНН клиента',
      'Комментарий',
      'Тип компании',
      'Сфера деятельности',
      'Название компании',
      'Ответственный',
    ].map((column) => card[column]),
    [
      'Ларина',
      'ТВЕРСКАЯ',
      '7701000017',
      'важный { VIP }',
      'Партнер',
      'Информационные технологии',
      'ООО Лютик (Тверская)',
      'Ларина',
    ],
  )
  const contact = only(made.contact)
  assert.deepEqual(
    ['Комментарий', 'Обращение', 'Дата рождения', 'UF_CRM_MANAGER'].map((column) => contact[column]),
    ['хороший', 'Г-жа', '01.03.1990', 'Ларина'],
  )
  assert.equal('Обращение' in card || 'salutation' in card, false)
})

test('a field that no record had is known after the run, one that some had is not', async (t) => {
  const bench = await openWorkbench(t, preset('    fields: { UF_A: Менеджр, UF_B: Регион }'))
  const made = await bench.run([{ rows: [rowOf(counterparty(), { Регион: '' })] }])
  const missing = [...made.contexts.all()].flatMap(({ fields }) =>
    [...fields].flatMap(([field, source]) => (source.missing() === null ? [] : [[field, source.missing()]])),
  )
  assert.deepEqual(missing, [['UF_A', 'Менеджр']])
})

test('the responsible person is that of the exchange, else that of the portal', async (t) => {
  const portal = 'bitrix24: { responsible: Мария Ларина }\n'
  const usual = await (await openWorkbench(t, portal)).run([counterparty()])
  assert.equal(only(usual.company)['Ответственный'], 'Мария Ларина')
  const own = await (await openWorkbench(t, portal + preset('    responsible: Пётр Орлов'))).run([
    { ...counterparty(), contactPersons: [contactPerson()] },
  ])
  assert.equal(only(own.company)['Ответственный'], 'Пётр Орлов')
  assert.equal(only(own.contact)['Ответственный'], 'Пётр Орлов')
})

test('a type of company or contact goes by the role: by the table, suppliers as such, else the usual one', async (t) => {
  const bench = await openWorkbench(t, `bitrix24: { companyType: Партнер }\n${preset('    values: { role: { Дилер: Другое } }')}`)
  const roles = ['Поставщик', 'ДИЛЕР', 'Покупатель', '']
  const made = await bench.run(
    roles.flatMap((role, place) => [
      counterparty({ id: guid(place), role, name: `ООО ${place}` }),
      counterparty({ id: guid(20 + place), role, name: 'Рябова Анна' }),
    ]),
  )
  assert.deepEqual(
    made.company.map((card) => card['Тип компании']),
    ['Поставщик', 'Другое', 'Партнер', 'Партнер'],
  )
  assert.deepEqual(
    made.contact.map((card) => card['Тип контакта']),
    ['Поставщики', 'Другое', 'Клиенты', 'Клиенты'],
  )
})

test('a value that the list of the portal lacks is left out and told', async (t) => {
  const bench = await openWorkbench(t, preset('    fields: { companyType: role }'))
  const made = await bench.run([counterparty({ role: 'Франчайзи' })])
  assert.equal(only(made.company)['Тип компании'], '')
  assert.deepEqual(codes(made), ['import.list-value'])
})

test('a filter asks any field or column, several conditions all at once', async (t) => {
  const bench = await openWorkbench(
    t,
    preset("    only: { Регион: [Тверь, 'Новая  Ладога'], deleted: нет, phone: '+79161234567' }"),
  )
  const row = (id: number, region: string, phones: string) =>
    rowOf(counterparty({ id: guid(id), name: `ООО ${id}`, phones }), { регион: region })
  const made = await bench.run([
    {
      rows: [
        row(1, 'тверь', '+79161234567'),
        row(2, 'новая ладога', '8 916 123-45-67'),
        row(3, 'Псков', '+79161234567'),
        row(4, 'Тверь', ''),
        counterparty({ id: guid(5) }),
      ],
    },
  ])
  assert.deepEqual(codes(made), ['', '', 'exchange.filtered', 'exchange.filtered', 'exchange.filtered'])
  assert.match(made.outcomes[0]![2]!.text, /Регион = «Псков»/)
})

test('a person without a name that can be taken apart is the last name of the contact', async (t) => {
  const bench = await openWorkbench(t)
  const made = await bench.run([
    counterparty({ name: 'Розничный покупатель' }),
    counterparty({ id: guid(2), name: '', fullName: 'частное лицо 5', legalForm: 'person' }),
  ])
  assert.deepEqual(
    made.contact.map((card) => [card['Фамилия'], card['Имя']]),
    [
      ['Розничный покупатель', ''],
      ['частное лицо 5', ''],
    ],
  )
})

test('E1: a guest is a client with a salutation by sex, a birth date, an address of three columns, and marks in the comment', async (t) => {
  const bench = await openWorkbench(
    t,
    preset(`
    columns: { name: ФИО }
    values: { salutation: { М: г-н, Ж: г-жа } }
    fields:
      salutation: Пол
      birthDate: Дата рождения
      comments: "{{ Комментарий }}{% if VIP == 'Да' %} { VIP }{% endif %}{% if ['Черный список'] == 'Да' %} { ЧЕРНЫЙ СПИСОК }{% endif %}"
`),
  )
  const place = address({
    use: 'actual',
    country: 'Россия',
    region: 'Тверская обл',
    city: 'Тверь',
    text: 'Россия, Тверская обл, Тверь',
  })
  const guest = counterparty({
    name: 'Соболева Анна Юрьевна',
    addresses: [place],
    phones: '8 921 555-20-01',
    emails: 'a@b.example',
  })
  const cells = { Пол: 'ж', 'Дата рождения': '12.04.1985', VIP: 'Да', 'Черный список': 'Да', Комментарий: 'тихий номер' }
  const card = only((await bench.run([{ rows: [rowOf(guest, cells)] }])).contact)
  assert.deepEqual(
    ['Обращение', 'Дата рождения', 'Комментарий', 'Тип контакта', 'Фамилия', 'Мобильный телефон'].map((column) => card[column]),
    ['г-жа', '12.04.1985', 'тихий номер { VIP } { ЧЕРНЫЙ СПИСОК }', 'Клиенты', 'Соболева', '+79215552001'],
  )
  const parts = ['населенный пункт', 'регион', 'страна'].map((part) => card[`Реквизит (Россия): Адрес - ${part}`])
  assert.deepEqual(parts, ['Тверь', 'Тверская обл', 'Россия'])
})

test('E1, E2: clean parts of an address that its text lacks stand in their own fields, dirty ones do not', () => {
  const draft = (given: Parameters<typeof address>[0]) => {
    const { address1, city, postalCode, region, country } = addressDraft(address(given))
    return [address1, city, postalCode, region, country]
  }
  assert.deepEqual(draft({ text: 'Россия, Тверская обл, Тверь', country: 'Россия', region: 'Тверская обл', city: 'Тверь' }), [
    '',
    'Тверь',
    '',
    'Тверская обл',
    'Россия',
  ])
  assert.deepEqual(draft({ text: 'ул Примерная, д. 5', city: 'Тверь', postalCode: '170000', country: 'Россия' }), [
    'ул Примерная, д. 5',
    'Тверь',
    '170000',
    '',
    'Россия',
  ])
  assert.deepEqual(draft({ text: '170000, г Тверь, ул Примерная', city: 'Тверь', postalCode: '170000' }), [
    '170000, г Тверь, ул Примерная',
    '',
    '',
    '',
    '',
  ])
  assert.deepEqual(draft({ text: 'г Тверь', postalCode: 'г Тверь' }), ['г Тверь', '', '', '', ''])
  assert.deepEqual(draft({ text: 'г Тверь', country: '170000' }), ['г Тверь', '', '', '', ''])
})
