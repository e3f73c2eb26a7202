import assert from 'node:assert/strict'
import { test } from 'node:test'
import { address, bankAccount, contactPerson, counterparty, guid, inns } from '../records.ts'
import { actions, codes, only, openWorkbench, rowOf } from '../workbench.ts'

const ids = 'bitrix24: { idFields: { company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C } }\n'
const preset = (more: string) => `${ids}exchanges: [{ name: К, preset: counterparties${more} }]`

const company = counterparty({ id: guid(1), name: 'Ромашка ООО', fullName: 'ООО "Ромашка"', inn: inns.company, kpp: '770101001' })
const sole = counterparty({ id: guid(2), name: 'ИП Осокин И.П.', fullName: 'ИП Осокин Иван Петрович', inn: inns.soleProprietor })
const person = counterparty({ id: guid(3), name: 'Рябова Анна Павловна' })

test('a legal person becomes a company, a sole proprietor too, a private person a contact', async (t) => {
  const bench = await openWorkbench(t, ids)
  const made = await bench.run([company, sole, person])
  assert.deepEqual(actions(made), ['prepared', 'prepared', 'prepared'])
  assert.deepEqual(
    made.company.map((card) => card['UF_CRM_ID_1C']),
    [guid(1), guid(2)],
  )
  const contact = only(made.contact)
  assert.deepEqual([contact['Фамилия'], contact['Имя'], contact['Отчество']], ['Рябова', 'Анна', 'Павловна'])
  assert.equal(contact['Реквизит: Название'], '', 'who has no requisites gets none')
})

test('the settings turn sole proprietors into contacts and private persons into companies', async (t) => {
  const bench = await openWorkbench(t, preset(', soleProprietor: contact, person: company'))
  const made = await bench.run([company, sole, person])
  assert.deepEqual(
    made.company.map((card) => card['Название компании']),
    ['Ромашка ООО', 'Рябова Анна Павловна'],
  )
  const contact = only(made.contact)
  assert.deepEqual([contact['Фамилия'], contact['Имя'], contact['Реквизит: Шаблон']], ['Осокин', 'Иван', 'ИП'])
  assert.equal(contact['Реквизит (Россия): ИНН'], inns.soleProprietor)
})

test('each legal form has the requisites of its preset', async (t) => {
  const bench = await openWorkbench(t, 'bitrix24: { presets: { organization: Юрлицо } }')
  const made = await bench.run([
    { ...company, ogrn: '1027700132195', okpo: '00032537', extra: { Директор: 'Осокин И.П.', ГлавныйБухгалтер: 'Рябова А.П.' } },
    { ...sole, ogrn: '304500116000157' },
    { ...person, addresses: [address({ text: 'г. Тверь' })], inn: '123' },
  ])
  const [organization, proprietor] = made.company
  assert.equal(organization?.['Реквизит: Шаблон'], 'Юрлицо')
  assert.equal(organization?.['Реквизит: Название'], 'ООО "Ромашка"')
  assert.equal(organization?.['Реквизит (Россия): ИНН'], inns.company)
  assert.equal(organization?.['Реквизит (Россия): КПП'], '770101001')
  assert.equal(organization?.['Реквизит (Россия): ОГРН'], '1027700132195')
  assert.equal(organization?.['Реквизит (Россия): ОГРНИП'], '')
  assert.equal(organization?.['Реквизит (Россия): ОКПО'], '00032537', 'leading zeros stay')
  assert.equal(organization?.['Реквизит (Россия): Ген. директор'], 'Осокин И.П.')
  assert.equal(organization?.['Реквизит (Россия): Гл. бухгалтер'], 'Рябова А.П.')
  assert.equal(organization?.['Реквизит (Россия): Сокращенное наименование организации'], 'Ромашка ООО')
  assert.equal(proprietor?.['Реквизит: Шаблон'], 'ИП')
  assert.equal(proprietor?.['Реквизит (Россия): ОГРНИП'], '304500116000157')
  assert.equal(proprietor?.['Реквизит (Россия): ОГРН'], '')
  assert.equal(proprietor?.['Реквизит (Россия): Фамилия'], 'Осокин')
  const contact = only(made.contact)
  assert.equal(contact['Реквизит: Шаблон'], 'Физ. лицо')
  assert.equal(contact['Реквизит (Россия): ИНН'], '123')
  assert.ok(codes(made)[2] === 'import.not-in-preset', 'what the preset has no field for is told, not dropped in silence')
})

test('an address goes by its parts where 1C told the street, else whole, and each kind on a row of its own', async (t) => {
  const bench = await openWorkbench(t)
  const parts = {
    postalCode: '101000',
    country: 'Россия',
    region: 'Московская обл.',
    district: 'Мытищинский р-н',
    city: 'Мытищи',
  }
  const made = await bench.run([
    {
      ...company,
      addresses: [
        address({
          use: 'legal',
          text: 'весь',
          ...parts,
          settlement: 'п. Лесной',
          street: 'ул. Примерная',
          house: '1',
          building: '2а',
          flat: '7',
        }),
        address({ use: 'actual', text: '101000, г Москва, ул Иная, д. 3', postalCode: '101000', city: 'Москва' }),
        address({ use: 'delivery', text: 'Склад № 2' }),
        address({ use: 'postal', text: 'а/я 15', street: 'а/я 15', house: 'дом 4' }),
      ],
    },
  ])
  const told = made.company.map((row) => [
    row['Реквизит (Россия): Адрес - тип'],
    row['Реквизит (Россия): Адрес - улица, номер дома'],
    row['Реквизит (Россия): Адрес - квартира, офис, комната, этаж'],
    row['Реквизит (Россия): Адрес - населенный пункт'],
    row['Реквизит (Россия): Адрес - почтовый индекс'],
    row['Реквизит (Россия): Адрес - район'],
    row['Реквизит (Россия): Адрес - регион'],
    row['Реквизит (Россия): Адрес - страна'],
  ])
  assert.deepEqual(told, [
    [
      'Юридический адрес',
      'ул. Примерная, д. 1, корп. 2а',
      'кв. 7',
      'Мытищи, п. Лесной',
      '101000',
      'Мытищинский р-н',
      'Московская обл.',
      'Россия',
    ],
    ['Фактический адрес', '101000, г Москва, ул Иная, д. 3', '', '', '', '', '', ''],
    ['Адрес доставки', 'Склад № 2', '', '', '', '', '', ''],
    ['Адрес для корреспонденции', 'а/я 15, дом 4', '', '', '', '', '', ''],
  ])
})

test('bank accounts keep their zeros and stand one to a row', async (t) => {
  const bench = await openWorkbench(t)
  const bank = { bankName: 'Банк «Пример»', bik: '044525225', correspondentAccount: '30101810400000000225' }
  const accounts = [
    bankAccount({ ...bank, account: '40702810000000000001', currency: 'RUB', comment: 'основной' }),
    bankAccount({ account: '40702810000000000002' }),
  ]
  const made = await bench.run([{ ...company, bankAccounts: accounts }])
  const [first, second] = made.company
  assert.equal(first?.['Банковский реквизит (Россия): БИК'], '044525225')
  assert.equal(first?.['Банковский реквизит (Россия): Расчетный счёт'], '40702810000000000001')
  assert.equal(first?.['Банковский реквизит (Россия): Кор. счёт'], '30101810400000000225')
  assert.equal(first?.['Банковский реквизит: Название'], 'Банк «Пример»')
  assert.equal(first?.['Банковский реквизит: Комментарий'], 'основной')
  assert.equal(second?.['Банковский реквизит: Название'], '40702810000000000002')
})

test('phones go by their use with the extension behind; one that cannot be read stays as 1C wrote it', async (t) => {
  const bench = await openWorkbench(t)
  const made = await bench.run([counterparty({ phones: '8 (495) 123-45-67 доб. 12; +7 916 123-45-67; 5-55-55' })])
  const card = only(made.company)
  assert.equal(card['Рабочий телефон'], '+74951234567 доб. 12')
  assert.equal(card['Мобильный телефон'], '+79161234567')
  assert.equal(card['Другой телефон'], '5-55-55')
})

test('e-mails that are none, messengers and the like go to the comment, as an invalid one would reject the whole row', async (t) => {
  const bench = await openWorkbench(t)
  const contacts = [
    { type: 'ICQ', text: '123' },
    { type: 'ВебСайт', text: 'romashka.example' },
    { type: 'Прочее', text: 'https://other.example' },
  ]
  const record = counterparty({ comment: 'Звонить утром', emails: 'Info@Example.ru, нет@' })
  const card = only((await bench.run([{ ...record, contacts }])).company)
  assert.equal(card['Рабочий e-mail'], 'info@example.ru')
  assert.equal(card['Комментарий'], 'Звонить утром; ICQ: 123; E-mail: нет@')
  assert.deepEqual([card['Корпоративный сайт'], card['Личная страница']], ['romashka.example', 'https://other.example'])
})

test('people of a company become contacts bound to its very title; nameless and deleted ones do not', async (t) => {
  const bench = await openWorkbench(t, ids)
  const people = [
    contactPerson({ id: guid(11), name: 'Осокина Вера', phones: '+79161234567', emails: 'нет почты', comment: 'только утром' }),
    contactPerson({ id: guid(12), name: '' }),
    contactPerson({ id: guid(13), deleted: true }),
    contactPerson({ id: company.id, name: 'Сама себе' }),
  ]
  const made = await bench.run([
    { ...company, id: guid(7) },
    { ...company, contactPersons: people },
  ])
  assert.deepEqual(
    made.company.map((card) => card['Название компании']),
    ['Ромашка ООО', `Ромашка ООО (ИНН ${inns.company})`],
  )
  const contact = only(made.contact)
  assert.equal(contact['Компания'], `Ромашка ООО (ИНН ${inns.company})`)
  assert.equal(contact['Комментарий'], 'только утром; E-mail: нет почты')
  assert.equal(contact['Мобильный телефон'], '+79161234567')
})

test('people are left out where the settings say so', async (t) => {
  const bench = await openWorkbench(t, preset(', contactPersons: false'))
  assert.deepEqual((await bench.run([{ ...company, contactPersons: [contactPerson()] }])).contact, [])
})

test('a person whom two companies name has one card a run, and the second row says so', async (t) => {
  const bench = await openWorkbench(t, ids)
  const contactPersons = [contactPerson({ id: guid(11) })]
  const made = await bench.run([{ ...company, contactPersons }, counterparty({ id: guid(5), name: 'ООО Пион', contactPersons })])
  assert.equal(only(made.contact)['Компания'], 'Ромашка ООО')
  assert.deepEqual(codes(made), ['', 'exchange.twice'])
  assert.match(made.outcomes[0]![1]!.text, /Вера Осокина/)
})

test('what did not change is not written again; what did is, and only that', async (t) => {
  const bench = await openWorkbench(t, ids)
  const rows = [{ ...company, contactPersons: [contactPerson({ id: guid(11) })] }, person]
  await bench.run(rows)
  const same = await bench.run(rows)
  assert.deepEqual(actions(same), ['unchanged', 'unchanged'])
  assert.match(same.outcomes[0]![0]!.text, /Без изменений с сообщения 1/)
  assert.deepEqual(same.files, [])
  const changed = await bench.run([{ ...rows[0]!, comment: 'новое' } as typeof company, person])
  assert.deepEqual(actions(changed), ['prepared', 'unchanged'])
  assert.equal(changed.company.length, 1)
  assert.deepEqual(changed.contact, [], 'her card is as it was')
  const people = await bench.run([
    { ...company, comment: 'новое', contactPersons: [contactPerson({ id: guid(11), post: 'директор' })] },
  ])
  assert.deepEqual(actions(people), ['prepared'])
  assert.deepEqual(people.company, [], 'the company is as it was')
  assert.equal(only(people.contact)['Должность'], 'директор')
})

test('the same id twice in a run gives one card; the other row says which message has it', async (t) => {
  const bench = await openWorkbench(t, ids)
  const made = await bench.run([{ rows: [company, { ...company, comment: 'иначе' }, company], batch: 1 }])
  assert.deepEqual(actions(made), ['prepared', 'skipped', 'unchanged'])
  assert.deepEqual(codes(made), ['', 'exchange.twice', 'exchange.unchanged'])
  assert.equal(only(made.company)['Комментарий'], '')
})

test('a row doubled in every export does not flip its card to and fro', async (t) => {
  const bench = await openWorkbench(t, ids)
  const doubled = [company, { ...company, comment: 'иначе' }]
  await bench.run(doubled)
  const again = await bench.run(doubled)
  assert.deepEqual(codes(again), ['exchange.unchanged', 'exchange.twice'])
  assert.deepEqual(again.files, [])
})

test('of two files the newer is taken, in one run and over runs; unknown dates count as new', async (t) => {
  const bench = await openWorkbench(t, ids)
  const file = (generated: string, comment: string) => ({ generated, rows: [{ ...company, comment }] })
  const made = await bench.run([file('2026-03-04T10:00:00', 'старое'), file('2026-03-05T10:00:00', 'новое')])
  assert.deepEqual(codes(made), ['exchange.older', ''])
  assert.equal(only(made.company)['Комментарий'], 'новое')
  assert.deepEqual(codes(await bench.run([file('2026-03-05T09:59:59', 'старее')])), ['exchange.older'])
  assert.deepEqual(actions(await bench.run([file('2026-03-05', 'того же дня, времени нет')])), ['prepared'])
  assert.deepEqual(actions(await bench.run([file('12/01/2025', 'дата непонятна')])), ['prepared'])
  assert.deepEqual(actions(await bench.run([{ rows: [{ ...company, comment: 'без даты' }] }])), ['prepared'])
  assert.deepEqual(codes(await bench.run([file('2026-03-05T09:00:00', 'всё ещё старее')])), ['exchange.older'])
})

test('an unchanged newer export makes older ones old', async (t) => {
  const bench = await openWorkbench(t, ids)
  await bench.run([{ generated: '2026-03-01', rows: [company] }])
  await bench.run([{ generated: '2026-03-05', rows: [company] }])
  assert.deepEqual(codes(await bench.run([{ generated: '2026-03-03', rows: [{ ...company, comment: 'старое' }] }])), [
    'exchange.older',
  ])
})

test('a company renamed in 1C is renamed on the portal, and its people move with it', async (t) => {
  const bench = await openWorkbench(t, ids)
  const contactPersons = [contactPerson({ id: guid(11) })]
  await bench.run([{ ...company, contactPersons }])
  const renamed = await bench.run([{ ...company, name: 'Ромашка и Ко', contactPersons }])
  assert.equal(only(renamed.company)['Название компании'], 'Ромашка и Ко')
  assert.equal(only(renamed.contact)['Компания'], 'Ромашка и Ко')
  const another = await bench.run([counterparty({ id: guid(8), name: 'Ромашка ООО' })])
  assert.equal(only(another.company)['Название компании'], 'Ромашка ООО', 'the old name is free')
})

test('titles differ even where the portal sees no difference in case, ё and spaces', async (t) => {
  const bench = await openWorkbench(t, ids)
  const names = ['ООО Ёлка', 'ооо елка', 'ООО  Ёлка', 'ООО Ёлка']
  const inn = (place: number) => (place === 1 ? inns.other : '')
  const made = await bench.run(
    names.map((name, place) => counterparty({ id: guid(20 + place), name, inn: inn(place), legalForm: 'company' })),
  )
  const titles = made.company.map((card) => card['Название компании']!)
  assert.deepEqual(titles, [
    'ООО Ёлка',
    `ооо елка (ИНН ${inns.other})`,
    `ООО Ёлка (1С: ${guid(22)})`,
    `ООО Ёлка (1С: ${guid(23)})`,
  ])
})

test('one marked for deletion is passed over, or kept where the settings say so', async (t) => {
  const deleted = { ...company, deleted: true }
  const skipping = await openWorkbench(t, ids)
  assert.deepEqual(codes(await skipping.run([deleted])), ['exchange.deleted'])
  const keeping = await openWorkbench(t, preset(', deleted: keep'))
  assert.equal((await keeping.run([deleted])).company.length, 1)
})

test('a company without any name is refused with what to do, and tried again when it has one', async (t) => {
  const bench = await openWorkbench(t, ids)
  const nameless = await bench.run([{ ...company, name: '', fullName: '' }])
  assert.deepEqual(actions(nameless), ['refused'])
  assert.deepEqual(codes(nameless), ['import.name-missing'])
  assert.deepEqual(actions(await bench.run([company])), ['prepared'])
})

test('a row that could not be read is refused with its own reasons, and one nobody wants is passed over', async (t) => {
  const bench = await openWorkbench(t, 'exchanges: [{ name: З, preset: orders }]')
  const { problem } = await import('../../../src/problems/problem.ts')
  const unread = { record: null, kind: 'counterparty', id: '5', line: 3, row: 2, problems: [problem('exchange.no-id')] } as const
  const made = await bench.run([{ rows: [unread, company] }])
  assert.deepEqual(actions(made), ['refused', 'skipped'])
  assert.deepEqual(codes(made), ['exchange.no-id', 'exchange.none'])
})

test('without a 1C id the ИНН with КПП tells counterparties apart, else name and phone', async (t) => {
  const bench = await openWorkbench(t)
  const none = { id: '' }
  const rows = [
    { ...company, ...none },
    { ...company, ...none, kpp: '770201001', name: 'Филиал' },
    counterparty({ ...none, name: 'Осокин Иван', phones: '+79161234567' }),
    counterparty({ ...none, name: 'ОСОКИН  Иван', phones: '8 916 123-45-67' }),
    counterparty({ ...none, name: 'Осокин Иван', phones: '+79161234568' }),
  ]
  const made = await bench.run(rows)
  assert.deepEqual(codes(made), ['', '', '', 'exchange.twice', ''])
  assert.deepEqual(actions(await bench.run(rows.slice(0, 3))), ['unchanged', 'unchanged', 'unchanged'])
})

test('what a crash cut short leaves nothing behind', async (t) => {
  const bench = await openWorkbench(t, ids)
  const files = [{ rows: [{ ...company, contactPersons: [contactPerson({ id: guid(11) })] }, person] }]
  await bench.crash(files)
  const made = await bench.run(files)
  assert.deepEqual(actions(made), ['prepared', 'prepared'])
  assert.deepEqual([made.company.length, made.contact.length], [1, 2])
})

test('a counterparty that turns from a person into a company gets a card as a company', async (t) => {
  const bench = await openWorkbench(t, ids)
  await bench.run([person])
  const made = await bench.run([{ ...person, legalForm: 'company', name: 'ООО Рябова' }])
  assert.equal(only(made.company)['Название компании'], 'ООО Рябова')
})

test('cells of a table reach the card through fields', async (t) => {
  const bench = await openWorkbench(t, preset(', fields: { UF_CRM_MANAGER: менеджер }'))
  const made = await bench.run([{ rows: [rowOf(company, { Код: '1', Менеджер: 'Ларина' })] }])
  assert.equal(only(made.company)['UF_CRM_MANAGER'], 'Ларина')
})
