import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addItem, deals, exchange, removeItem, withExchanges } from '../exchange/portal/document-hands.ts'
import { answers, company, lines, points, requisitesOf, table } from '../exchange/portal/hands.ts'
import { type PortalExchange, type PortalFolderOptions, portalFolder } from '../exchange/portal/portal-folder.ts'
import { quick, watchUntil } from './watched.ts'

// System E: guests, companies and bookings of a hotel.

const marks = `comments: "{{ Комментарий }}{% if VIP == 'Да' %} { VIP }{% endif %}{% if ['Черный список'] == 'Да' %} { ЧЕРНЫЙ СПИСОК }{% endif %}"`
const settings = (...more: readonly string[]) =>
  `bitrix24: { idFields: { contact: UF_CRM_ID_1C } }\n` +
  withExchanges(
    exchange(
      'Гости',
      'contacts',
      'files: [g*.csv]',
      'values: { salutation: { М: г-н, Ж: г-жа } }',
      'fields:',
      '  salutation: Пол',
      '  birthDate: Дата рождения',
      `  ${marks}`,
    ),
    exchange('Фирмы', 'counterparties', 'files: [f*.csv]'),
    exchange(
      'Брони',
      'bookings',
      'files: [b*.csv]',
      'pipeline: Бронирования',
      stages,
      'finalStages: [Выехал, Отменена]',
      ...more,
    ),
  )
const stages =
  'stages: { Временная: Новая, Подтверждена: В работе, Проживание: Проживание, Выезд: Выехал, Отменена: Отменена, Незаезд: Отменена }'

const guests = (...names: readonly string[]) =>
  table('Код;ФИО;Телефон', ...names.map((name, at) => `Г-${at + 1};${name};+7 921 555-20-0${at + 1}`))
const firms = table('Код;Наименование', 'К-1;ООО Тур', 'К-2;АО Плательщик')

interface Booking {
  readonly number: string
  readonly state?: string
  readonly guest?: string
  readonly firm?: string
  readonly payer?: string
  readonly people?: string
  readonly crmId?: string
  readonly deleted?: string
}
const bookings = (...rows: readonly Booking[]) =>
  table(
    'Ид;Номер брони;Статус;Гость ИД;Гость;Компания ИД;Плательщик ИД;Гости;Номер комнаты;Дата заезда;Дата выезда;Сумма;CRM_ID;Удален',
    ...rows.map(
      ({ number, state = 'Подтверждена', guest = 'Г-1', firm = '', payer = '', people = '', crmId = '', deleted = 'Нет' }, at) =>
        [
          `Б-${number}`,
          number,
          state,
          guest,
          '',
          firm,
          payer,
          people,
          at + 1,
          '10.03.2026',
          '14.03.2026',
          '32 000,00',
          crmId,
          deleted,
        ].join(';'),
    ),
  )

async function opened(
  t: Parameters<typeof portalFolder>[0],
  files: Readonly<Record<string, string>>,
  more: readonly string[] = [],
  options: PortalFolderOptions = {},
): Promise<PortalExchange> {
  const folder = await portalFolder(t, { yaml: settings(...more), ...options })
  await folder.put(files)
  assert.equal((await folder.run()).exit, 0)
  return folder
}

test('E1: a guest is a contact with birth date, salutation by sex, points, address, and marks in the comment', async (t) => {
  const head = 'Код;ФИО;Дата рождения;Телефон;E-mail;Страна;Регион;Город;Пол;VIP;Черный список;Комментарий'
  const folder = await opened(t, {
    'in/g.csv': table(
      head,
      'Г-1;Соболева Анна Юрьевна;12.04.1985;+7 921 555-20-01;anna@soboleva.example;Россия;Ленинградская обл;Выборг;Ж;Да;Нет;Тихий номер',
      'Г-2;Тихонов Лев;;;;;;;М;Нет;Да;',
    ),
  })
  const [anna, lev] = folder.contacts()
  assert.deepEqual(
    ['lastName', 'name', 'secondName', 'honorific', 'comments', 'typeId'].map((name) => anna?.[name]),
    ['Соболева', 'Анна', 'Юрьевна', 'HNR_RU_2', 'Тихий номер { VIP }', 'CLIENT'],
  )
  assert.equal(String(anna?.['birthdate']).slice(0, 10), '1985-04-12')
  assert.deepEqual(points(anna!), ['+79215552001', 'anna@soboleva.example'])
  assert.deepEqual([lev?.['honorific'], lev?.['comments'], lev?.['typeId']], ['HNR_RU_1', '{ ЧЕРНЫЙ СПИСОК }', 'CLIENT'])
})

test('E2: a company has its name, address, points and comment', async (t) => {
  const head = 'Код;Наименование;Индекс;Страна;Город;Адрес;Телефон;E-mail;Комментарий'
  const row = 'К-1;ООО Тур;190000;Россия;Санкт-Петербург;ул Примерная, д. 5;+7 812 555-30-01;tour@tur.example;Турагентство'
  const folder = await opened(t, { 'in/f.csv': table(head, row) })
  assert.deepEqual([company(folder, 1)['title'], company(folder, 1)['comments']], ['ООО Тур', 'Турагентство'])
  assert.deepEqual(points(company(folder, 1)), ['+78125553001', 'tour@tur.example'])
  const [requisite] = requisitesOf(folder, 4, 1)
  const address = folder.state.addresses.find((each) => Number(each['ENTITY_ID']) === Number(requisite?.['ID']))
  assert.deepEqual(
    ['ADDRESS_1', 'CITY', 'POSTAL_CODE', 'COUNTRY'].map((name) => address?.[name]),
    ['ул Примерная, д. 5', 'Санкт-Петербург', '190000', 'Россия'],
  )
})

test('E3: a booking is a deal with title, stay, amount, and a stage and a probability by its status', async (t) => {
  const states = ['Временная', 'Подтверждена', 'Проживание', 'Выезд', 'Отменена', 'Незаезд']
  const folder = await opened(t, {
    'in/g.csv': guests('Соболева Анна Юрьевна'),
    'in/b.csv': bookings(...states.map((state, at) => ({ number: `${101 + at}`, state }))),
  })
  const [first] = deals(folder)
  assert.deepEqual(
    [
      first?.['title'],
      String(first?.['begindate']).slice(0, 10),
      String(first?.['closedate']).slice(0, 10),
      first?.['opportunity'],
    ],
    ['Заявка №101 (Соболева) 10.03.2026 - 14.03.2026', '2026-03-10', '2026-03-14', 32000],
  )
  assert.deepEqual(
    deals(folder).map(({ stageId, probability, closed }) => [stageId, probability ?? null, closed]),
    [
      ['C7:NEW', 30, 'N'],
      ['C7:EXECUTING', 60, 'N'],
      ['C7:WON', null, 'Y'],
      ['C7:DEPARTED', null, 'Y'],
      ['C7:LOSE', 0, 'Y'],
      ['C7:LOSE', 0, 'Y'],
    ],
  )
})

test('E3: a group booking of several rooms is one deal with all its guests, who booked first', async (t) => {
  const folder = await opened(t, {
    'in/g.csv': guests('Белкин Олег', 'Зайцева Юлия', 'Громова Ольга', 'Тихонов Лев'),
    'in/b.csv': bookings(
      { number: '104', people: 'Г-1' },
      { number: '104', people: 'Г-2,Г-3' },
      { number: '104', people: 'Г-4, Г-2' },
    ),
  })
  assert.deepEqual(
    deals(folder).map(({ contactIds, opportunity }) => [contactIds, opportunity]),
    [[[1, 2, 3, 4], 32000]],
  )
  assert.deepEqual(await answers(folder, 'b.csv'), ['Б-104 создан', 'Б-104 создан', 'Б-104 создан'])
})

test('E3: a booking belongs to its company, else to the company that pays', async (t) => {
  const folder = await opened(t, {
    'in/g.csv': guests('Белкин Олег'),
    'in/f.csv': firms,
    'in/b.csv': bookings({ number: '1', firm: 'К-1', payer: 'К-2' }, { number: '2', payer: 'К-2' }, { number: '3' }),
  })
  assert.deepEqual(
    deals(folder).map(({ companyId }) => companyId ?? 0),
    [1, 2, 0],
  )
})

test('E4: guests and companies go before bookings, whatever their files are called; a booking without its guest waits for him', async (t) => {
  const folder = await opened(t, {
    'in/b.csv': bookings({ number: '1', firm: 'К-1' }, { number: '2', guest: 'Г-2' }),
    'in/g.csv': guests('Белкин Олег'),
    'in/f.csv': firms,
  })
  assert.deepEqual(
    [deals(folder).map(({ contactIds, companyId }) => [contactIds, companyId]), await answers(folder, 'b.csv')],
    [[[[1], 1]], ['Б-1 создан', 'Б-2 ждет plan.document-waits']],
  )
  await folder.put({ 'in/g2.csv': guests('Белкин Олег', 'Зайцева Юлия') })
  await folder.run()
  assert.deepEqual(
    deals(folder).map(({ contactIds }) => contactIds),
    [[1], [2]],
  )
  assert.deepEqual(await answers(folder, 'b.csv'), ['Б-1 создан', 'Б-2 создан'])
})

test('E5: the number that Bitrix24 gave comes back in the answer, and leads to its card when 1C sends it; none makes a new one', async (t) => {
  const folder = await opened(t, { 'in/g.csv': guests('Белкин Олег'), 'in/b.csv': bookings({ number: '1' }) })
  const [line] = await lines(folder, 'b.csv')
  assert.deepEqual([line!['Ид1С'], line!['ИдБ24']], ['Б-1', '1'])
  const hand = await addItem(folder, 2, { title: 'Завёл менеджер', categoryId: 7, contactIds: [1] })
  await folder.put({
    'in/b2.csv': bookings({ number: '1', crmId: '1', state: 'Проживание' }, { number: '2', crmId: `${hand}` }, { number: '3' }),
  })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    deals(folder).map(({ id, originId, stageId }) => [id, originId, stageId]),
    [
      [1, 'Б-1', 'C7:WON'],
      [hand, 'Б-2', 'C7:EXECUTING'],
      [3, 'Б-3', 'C7:EXECUTING'],
    ],
  )
})

test('E6: it goes every few minutes by itself: the first time in full, then what has changed, and nothing at all for the rest', async (t) => {
  const folder = await portalFolder(t, { yaml: quick + settings() })
  await folder.put({
    'in/g.csv': guests('Белкин Олег', 'Зайцева Юлия'),
    'in/b.csv': bookings({ number: '1' }, { number: '2', guest: 'Г-2' }),
  })
  const asked: number[] = []
  await watchUntil(folder, async ({ runs }) => {
    if (runs.length === 0) return false
    asked.push(folder.requests())
    if (asked.length === 1)
      await folder.put({ 'in/b1.csv': bookings({ number: '1', state: 'Проживание' }, { number: '2', guest: 'Г-2' }) })
    if (asked.length === 2)
      await folder.put({
        'in/b2.csv': bookings({ number: '2', guest: 'Г-2' }),
        'in/g1.csv': guests('Белкин Олег', 'Зайцева Юлия'),
      })
    return asked.length === 3
  })
  assert.deepEqual(
    deals(folder).map(({ stageId }) => stageId),
    ['C7:WON', 'C7:EXECUTING'],
  )
  assert.deepEqual(await answers(folder, 'b1.csv'), ['Б-1 обновлен', 'Б-2 без изменений exchange.unchanged'])
  assert.ok(asked[1]! > 0 && asked[2] === 0, asked.join(', '))
})

test('E7: a booking deleted in the source closes its deal or deletes it, as the settings say, and is passed over where they do not', async (t) => {
  const made = async (...more: readonly string[]) => {
    const folder = await opened(t, { 'in/g.csv': guests('Белкин Олег'), 'in/b.csv': bookings({ number: '1' }) }, more)
    await folder.put({ 'in/b2.csv': bookings({ number: '1', deleted: 'Да' }) })
    await folder.run()
    return [deals(folder).map(({ stageId }) => stageId), (await answers(folder, 'b2.csv'))[0]]
  }
  assert.deepEqual(await made('deleted: close'), [['C7:LOSE'], 'Б-1 обновлен'])
  assert.deepEqual(await made('deleted: close', 'deletedStage: Выехал'), [['C7:DEPARTED'], 'Б-1 обновлен'])
  assert.deepEqual(await made('deleted: delete'), [[], 'Б-1 удален plan.document-deleted'])
  assert.deepEqual(await made(), [['C7:EXECUTING'], 'Б-1 пропущен exchange.deleted'])
})

test('E8: a webhook with the scopes crm and user is enough', async (t) => {
  const folder = await opened(
    t,
    { 'in/g.csv': guests('Белкин Олег'), 'in/f.csv': firms, 'in/b.csv': bookings({ number: '1', firm: 'К-1' }) },
    [],
    {
      state: (state) => Object.assign(state.webhooks[0]!, { scopes: ['crm', 'user'] }),
    },
  )
  assert.deepEqual(
    deals(folder).map(({ contactIds, companyId }) => [contactIds, companyId]),
    [[[1], 1]],
  )
})

test('E9: after duplicates were merged on the portal their 1C ids lead to the card that stayed', async (t) => {
  const folder = await opened(t, { 'in/g.csv': guests('Белкин Олег', 'Зайцева Юлия'), 'in/b.csv': bookings({ number: '1' }) })
  const fm = [{ typeId: 'PHONE', valueType: 'WORK', value: '8 921 555 20 01' }]
  const stays = await addItem(folder, 3, { lastName: 'Белкин', name: 'Олег', typeId: 'CLIENT', fm })
  assert.deepEqual(await folder.ask('crm.entity.mergeBatch', { params: { entityTypeId: 3, entityIds: [stays, 1] } }), {
    STATUS: 'SUCCESS',
    ENTITY_IDS: [stays, 1],
  })
  await folder.put({ 'in/b2.csv': bookings({ number: '2' }), 'in/g2.csv': guests('Белкин Олег Иванович', 'Зайцева Юлия') })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    deals(folder).map(({ contactIds }) => contactIds),
    [[stays], [stays]],
  )
  assert.deepEqual(
    folder.contacts().map(({ id, secondName }) => [id, secondName ?? '']),
    [
      [2, ''],
      [stays, 'Иванович'],
    ],
  )
})

test('E9: a deal that is gone is found no more by its stale number, and is made once more when its booking changes', async (t) => {
  const folder = await opened(t, { 'in/g.csv': guests('Белкин Олег'), 'in/b.csv': bookings({ number: '1' }) })
  await removeItem(folder, 2, 1)
  await folder.put({ 'in/b2.csv': bookings({ number: '1', crmId: '1', state: 'Проживание' }) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    deals(folder).map(({ id, stageId, originId }) => [id, stageId, originId]),
    [[2, 'C7:WON', 'Б-1']],
  )
  assert.equal((await lines(folder, 'b2.csv'))[0]!['ИдБ24'], '2')
})
