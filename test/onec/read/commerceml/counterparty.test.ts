import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, commerceml, counterparty, file, one, requisites, surveyed } from './commerceml.ts'

const f1 = 'f1000000-1111-4222-8333-444444444444'
const contact = (type: string, value: string) => `<Контакт><Тип>${type}</Тип><Значение>${value}</Значение></Контакт>`
const contacts = (...content: readonly string[]) => `<Контакты>${content.join('')}</Контакты>`

test('a company of 3.1 with everything that it has', async () => {
  const found = await one(
    'counterparty',
    counterparty(
      `<Ид>${f1}</Ид><НомерВерсии>AAAAAAAAAAE=</НомерВерсии><ПометкаУдаления>false</ПометкаУдаления>
       <Наименование>Ромашка ООО</Наименование><ОфициальноеНаименование>ООО "Ромашка"</ОфициальноеНаименование>
       <Роль>Покупатель</Роль><ИНН>7701000019</ИНН><КПП>770101001</КПП><КодПоОКПО>00012345</КодПоОКПО><ОГРН>1027700132195</ОГРН>
       <РасчетныеСчета>
         <РасчетныйСчет><НомерСчета>40702810200000000001</НомерСчета><Банк><БИК>044525225</БИК><Наименование>Банк Первый</Наименование>
           <СчетКорреспондентский>30101810400000000225</СчетКорреспондентский><Адрес><Представление>Москва</Представление></Адрес></Банк>
           <БанкКорреспондент/></РасчетныйСчет>
         <РасчетныйСчет><НомерСчета>40702810100000000002</НомерСчета><Банк><БИК>044525593</БИК></Банк><Валюта>руб.</Валюта><Комментарий>второй</Комментарий></РасчетныйСчет>
         <РасчетныйСчет/>
       </РасчетныеСчета>
       <Представители><Представитель><Отношение>Контактное лицо</Отношение><Ид>f2</Ид><Наименование>Иванова Ирина Петровна</Наименование></Представитель></Представители>
       <Адрес><Представление>101000, г Москва, ул Примерная, д. 1</Представление><АдресноеПоле><Тип>Почтовый индекс</Тип><Значение>101000</Значение></АдресноеПоле>
         <АдресноеПоле><Тип>Регион</Тип><Значение>Москва г</Значение></АдресноеПоле><АдресноеПоле><Тип>Улица</Тип><Значение>Примерная</Значение></АдресноеПоле></Адрес>
       <АдресРегистрации><Представление>Тверь</Представление></АдресРегистрации>
       <Контакты/><Комментарий>Платит вовремя</Комментарий><Менеджер>Орлова</Менеджер>`,
    ),
  )
  assert.deepEqual(codes(found), [])
  assert.deepEqual(
    [found.id, found.legalForm, found.name, found.fullName, found.person, found.role],
    [f1, 'company', 'Ромашка ООО', 'ООО "Ромашка"', null, 'Покупатель'],
  )
  assert.deepEqual([found.inn, found.kpp, found.ogrn, found.okpo], ['7701000019', '770101001', '1027700132195', '00012345'])
  assert.deepEqual(found.bankAccounts, [
    {
      account: '40702810200000000001',
      bankName: 'Банк Первый',
      bik: '044525225',
      correspondentAccount: '30101810400000000225',
      currency: '',
      comment: '',
    },
    {
      account: '40702810100000000002',
      bankName: '',
      bik: '044525593',
      correspondentAccount: '',
      currency: 'RUB',
      comment: 'второй',
    },
  ])
  assert.deepEqual(
    found.addresses.map(({ use, text, postalCode, region, street }) => [use, text, postalCode, region, street]),
    [
      ['legal', 'Тверь', '', '', ''],
      ['actual', '101000, г Москва, ул Примерная, д. 1', '101000', 'Москва г', 'Примерная'],
    ],
  )
  assert.deepEqual([found.comment, found.phones, found.emails, found.contacts], ['Платит вовремя', [], [], []])
  assert.deepEqual(found.extra, { Менеджер: 'Орлова', 'РасчетныйСчет.Банк.Адрес.Представление': 'Москва' })
  const [person] = found.contactPersons
  assert.deepEqual(
    [person?.id, person?.counterpartyId, person?.name, person?.relation, person?.person],
    ['f2', f1, 'Иванова Ирина Петровна', 'Контактное лицо', { last: 'Иванова', first: 'Ирина', middle: 'Петровна' }],
  )
})

test('who it is: company, sole proprietor or person', async () => {
  const formOf = async (content: string) => (await one('counterparty', counterparty(`<Ид>1</Ид>${content}`))).legalForm
  const official = (name: string) => `<ОфициальноеНаименование>${name}</ОфициальноеНаименование>`
  const full = (name: string) => `<Наименование>Н</Наименование><ПолноеНаименование>${name}</ПолноеНаименование>`
  assert.equal(await formOf(official('Ромашка')), 'company')
  assert.equal(await formOf(`${full('ИП Петров Пётр Петрович')}<ИНН>770100000079</ИНН><КПП/>`), 'soleProprietor')
  assert.equal(await formOf(`${full('Петров Пётр Петрович')}<ИНН>770100000079</ИНН>`), 'soleProprietor')
  assert.equal(await formOf(`${full('Индивидуальный предприниматель Петров П. П.')}<ИНН/>`), 'soleProprietor')
  assert.equal(await formOf(`${full('ТОО "Восток"')}<ИНН/>`), 'company')
  assert.equal(await formOf(`${full('Петров Пётр Петрович')}<ИНН/><КПП/>`), 'person')
  assert.equal(await formOf('<Наименование>Розничный покупатель</Наименование>'), 'person')
  assert.equal(await formOf(`${full('Ферма')}<ИНН>7701000019</ИНН>`), 'company')
})

test('2.03 keeps the facts in РеквизитыЮрЛица, addresses and accounts included', async () => {
  const found = await one(
    'counterparty',
    counterparty(
      `<Ид>1</Ид><Наименование>Ромашка</Наименование><РеквизитыЮрЛица><ОфициальноеНаименование>ООО Ромашка</ОфициальноеНаименование>
       <ИНН>7701000019</ИНН><КПП>770101001</КПП><ОКПО>12345</ОКПО><ОКВЭД>62.01</ОКВЭД>
       <ЮридическийАдрес><Представление>Тверь, Лесная, 1</Представление></ЮридическийАдрес>
       <РасчетныеСчета><РасчетныйСчет><НомерСчета>40702810200000000001</НомерСчета></РасчетныйСчет></РасчетныеСчета></РеквизитыЮрЛица>`,
    ),
  )
  assert.deepEqual(
    [found.legalForm, found.fullName, found.inn, found.kpp, found.okpo],
    ['company', 'ООО Ромашка', '7701000019', '770101001', '12345'],
  )
  assert.deepEqual([found.addresses[0]?.use, found.addresses[0]?.text], ['legal', 'Тверь, Лесная, 1'])
  assert.equal(found.bankAccounts[0]?.account, '40702810200000000001')
  assert.deepEqual(found.extra, { 'РеквизитыЮрЛица.ОКВЭД': '62.01' })
})

test('РеквизитыЮрЛица alone make a company, whatever is in them', async () => {
  const found = await one('counterparty', counterparty('<Ид>1</Ид><Наименование>Заря</Наименование><РеквизитыЮрЛица/>'))
  assert.equal(found.legalForm, 'company')
})

test('2.03 keeps a person in РеквизитыФизЛица, by full name or in parts', async () => {
  const personOf = async (inside: string) =>
    (
      await one(
        'counterparty',
        counterparty(`<Ид>1</Ид><Наименование>Сидоров</Наименование><РеквизитыФизЛица>${inside}</РеквизитыФизЛица>`),
      )
    ).person
  assert.deepEqual(await personOf('<ПолноеНаименование>Сидоров Иван Ильич</ПолноеНаименование>'), {
    last: 'Сидоров',
    first: 'Иван',
    middle: 'Ильич',
  })
  assert.deepEqual(await personOf('<Фамилия>Ким</Фамилия><Имя>Анна</Имя><Пол>Ж</Пол>'), {
    last: 'Ким',
    first: 'Анна',
    middle: '',
  })
})

test('contacts by type, whatever its spelling', async () => {
  const found = await one(
    'counterparty',
    counterparty(
      `<Ид>1</Ид>${contacts(
        contact('Телефон рабочий', '8 (495) 123-45-67 доб. 12'),
        contact('ТелефонМобильный', '+7 916 123 45 67'),
        contact('Телефон домашний', '8 495 765-43-21'),
        contact('Факс', '84957654322'),
        contact('Телефон', '89161234568, 89161234569'),
        contact('Электронная почта', 'Ira@Example.RU'),
        contact('Почта', 'b@example.ru; c@example.ru'),
        contact('E-Mail', 'd@example.ru'),
        contact('ВебСайт', 'example.ru'),
        contact('Прочее', ' '),
      )}`,
    ),
  )
  assert.deepEqual(
    found.phones.map(({ use, e164, extension }) => [use, e164, extension]),
    [
      ['work', '+74951234567', '12'],
      ['mobile', '+79161234567', ''],
      ['home', '+74957654321', ''],
      ['fax', '+74957654322', ''],
      ['mobile', '+79161234568', ''],
      ['mobile', '+79161234569', ''],
    ],
  )
  assert.deepEqual(
    found.emails.map(({ address }) => address),
    ['ira@example.ru', 'b@example.ru', 'c@example.ru', 'd@example.ru'],
  )
  assert.deepEqual(found.contacts, [{ type: 'ВебСайт', text: 'example.ru' }])
})

test('«Почта» with a postal address is no e-mail, and is kept', async () => {
  const found = await one('counterparty', counterparty(`<Ид>1</Ид>${contacts(contact('Почта', '101000, Москва, Лесная, 1'))}`))
  assert.deepEqual([found.emails, found.contacts], [[], [{ type: 'Почта', text: '101000, Москва, Лесная, 1' }]])
  assert.deepEqual(codes(found), [])
})

test('a phone or an address that is none is kept and told of', async () => {
  const xml = counterparty(`<Ид>1</Ид>${contacts(contact('Телефон рабочий', '12-34'), contact('Почта', 'a@example.ru; b@'))}`)
  const found = await one('counterparty', xml)
  assert.deepEqual(found.phones, [{ use: 'work', text: '12-34', e164: null, extension: '' }])
  assert.deepEqual(codes(found), ['phone.invalid Контакты 3', 'email.invalid Контакты 3'])
})

test('numbers without a country code belong to the country of the settings', async () => {
  const xml = counterparty(`<Ид>1</Ид>${contacts(contact('Телефон рабочий', '8 017 200-10-20'))}`)
  assert.equal((await one('counterparty', xml, { country: 'BY' })).phones[0]?.e164, '+375172001020')
  assert.equal((await one('counterparty', xml)).phones[0]?.e164, null)
})

test('wrong numbers are kept as texts, each told of with its element and line', async () => {
  const found = await one(
    'counterparty',
    counterparty(
      `\n<Ид>1</Ид><ИНН>12</ИНН><КПП>77</КПП><ОГРН>5</ОГРН><РасчетныеСчета><РасчетныйСчет><НомерСчета>40702</НомерСчета>
       <Банк><БИК>44525225</БИК></Банк></РасчетныйСчет></РасчетныеСчета>`,
    ),
  )
  assert.deepEqual([found.inn, found.kpp, found.ogrn, found.bankAccounts[0]?.account], ['12', '77', '5', '40702'])
  assert.deepEqual(codes(found), [
    'inn.length ИНН 3',
    'kpp.format КПП 3',
    'ogrn.length ОГРН 3',
    'bik.format БИК 3',
    'account.length НомерСчета 3',
  ])
})

test('ИНН, КПП and ОГРН may come as requisites', async () => {
  const found = await one(
    'counterparty',
    counterparty(`<Ид>1</Ид><ИНН/>${requisites({ инн: '7701000019', 'К П П': '770101001', ОГРН: '1027700132195', ВИП: 'да' })}`),
  )
  assert.deepEqual([found.inn, found.kpp, found.ogrn, found.extra['ВИП']], ['7701000019', '770101001', '1027700132195', 'да'])
})

test('a contact person of 2.03 is a Контрагент inside Представитель, with contacts of its own', async () => {
  const found = await one(
    'counterparty',
    counterparty(
      `<Наименование>Ромашка</Наименование><Представители><Представитель>
         <Контрагент><Ид>p1</Ид><Наименование>Ирина</Наименование><Отношение>Контактное лицо</Отношение><Должность>Бухгалтер</Должность>
           <РеквизитыФизЛица><Фамилия>Иванова</Фамилия><Имя>Ирина</Имя><ДатаРождения>1990-01-02</ДатаРождения></РеквизитыФизЛица>
           ${contacts(contact('Телефон мобильный', '+79161234567'), contact('Почта', 'i@example.ru'), contact('ICQ', '12345'))}</Контрагент>
         <Примечание>звонить утром</Примечание>
       </Представитель></Представители>`,
    ),
  )
  const [person] = found.contactPersons
  assert.deepEqual(
    [person?.id, person?.counterpartyId, person?.name, person?.relation, person?.post, person?.person],
    ['p1', 'Ромашка', 'Ирина', 'Контактное лицо', 'Бухгалтер', { last: 'Иванова', first: 'Ирина', middle: '' }],
  )
  assert.deepEqual([person?.phones[0]?.e164, person?.emails[0]?.address], ['+79161234567', 'i@example.ru'])
  assert.deepEqual(person?.extra, { ДатаРождения: '1990-01-02', Примечание: 'звонить утром', ICQ: '12345' })
  assert.equal(person?.origin.line, 3)
})

test('what is wrong with a contact person is told with its counterparty', async () => {
  const person = `<Представитель><Ид>p</Ид><Наименование>Ирина</Наименование>${contacts(contact('Телефон рабочий', '12'))}</Представитель>`
  const found = await one('counterparty', counterparty(`<Ид>1</Ид>\n<Представители>${person}</Представители>`))
  assert.deepEqual(codes(found), ['phone.invalid Контакты 4'])
})

test('addresses in parts alone, and dirty ones', async () => {
  const part = (type: string, value: string) => `<АдресноеПоле><Тип>${type}</Тип><Значение>${value}</Значение></АдресноеПоле>`
  const found = await one(
    'counterparty',
    counterparty(
      `<Ид>1</Ид><Адрес>${part('Населенный пункт', 'с. Лесное')}${part('Улица', 'г.')}${part('Корпус', '')}</Адрес><Адрес/>
       <ЮридическийАдрес><Представление>Тверь,
         Лесная</Представление></ЮридическийАдрес><АдресДоставки>склад 5</АдресДоставки>`,
    ),
  )
  assert.deepEqual(
    found.addresses.map(({ use, text, settlement, street }) => [use, text, settlement, street]),
    [
      ['legal', 'Тверь, Лесная', '', ''],
      ['actual', 'с. Лесное, г.', 'с. Лесное', 'г.'],
      ['delivery', 'склад 5', '', ''],
    ],
  )
})

test('both names of one counterparty are kept', async () => {
  const names = '<ОфициальноеНаименование>ООО А</ОфициальноеНаименование><ПолноеНаименование>А (полное)</ПолноеНаименование>'
  const found = await one('counterparty', counterparty(`<Ид>1</Ид>${names}`))
  assert.deepEqual([found.fullName, found.extra], ['ООО А', { ПолноеНаименование: 'А (полное)' }])
})

test('a counterparty of 1.x stands in attributes', async () => {
  const xml = file(
    '<Контрагент Идентификатор="ID__9" Наименование="ООО Юг" ИНН="7701000019" ЮридическийАдрес="Тверь" Дилер="да"/>',
    '',
  )
  const found = await one('counterparty', xml)
  assert.deepEqual(
    [found.id, found.name, found.inn, found.addresses[0]?.text, found.addresses[0]?.use, found.extra],
    ['ID__9', 'ООО Юг', '7701000019', 'Тверь', 'legal', { Дилер: 'да' }],
  )
  assert.deepEqual((await surveyed(xml)).counts, { counterparty: 1 })
})

test('1C 7.7 shows a counterparty by one name and calls it in full by the other', async () => {
  const named = (names: string) => one('counterparty', file(`<Контрагент Идентификатор="ID__9" ${names}/>`, ''))
  for (const [names, expected] of [
    [
      'Наименование="ИП Орлов Пётр Ильич" ОтображаемоеНаименование="Орлов (опт)"',
      ['Орлов (опт)', 'ИП Орлов Пётр Ильич', 'soleProprietor'],
    ],
    ['Наименование="Юг ООО" ОтображаемоеНаименование="Юг ООО" ОфициальноеНаименование="ООО Юг"', ['Юг ООО', 'ООО Юг', 'company']],
    ['Наименование="ООО Юг" ОтображаемоеНаименование="ООО Юг"', ['ООО Юг', '', 'company']],
    ['Наименование="ООО Юг"', ['ООО Юг', '', 'company']],
  ] as const) {
    const found = await named(names)
    assert.deepEqual([found.name, found.fullName, found.legalForm], expected)
  }
})

test('the mark for deletion, and an id of zeros', async () => {
  const xml = counterparty(
    '<Ид>00000000-0000-0000-0000-000000000000</Ид><Наименование>А</Наименование><ПометкаУдаления>true</ПометкаУдаления>',
  )
  const { rows } = await commerceml(xml)
  assert.deepEqual([rows[0]!.id, rows[0]!.record?.deleted, codes(rows[0]!)], ['', true, ['commerceml.no-id Ид 3']])
})

test('counterparties are counted once by id; those without one, by ИНН, КПП and name', async () => {
  const one = (content: string) => `<Контрагент>${content}</Контрагент>`
  const zeros = '<Ид>00000000-0000-0000-0000-000000000000</Ид>'
  const xml = file(
    `<Документ><Номер>1</Номер><Контрагенты>${one('<Ид>a</Ид><Наименование>А</Наименование>')}</Контрагенты></Документ>
     <Документ><Номер>2</Номер><Контрагенты>${one('<Ид>a</Ид><Наименование>А, другой</Наименование>')}</Контрагенты></Документ>
     <Контрагенты>${one(`${zeros}<Наименование>Б</Наименование>`)}${one(`${zeros}<Наименование>б</Наименование>`)}
     ${one(`${zeros}<Наименование>В</Наименование><Представители><Представитель/></Представители>`)}</Контрагенты>`,
  )
  assert.deepEqual((await surveyed(xml)).counts, { order: 2, contactPerson: 1, counterparty: 3 })
})
