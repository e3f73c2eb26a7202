import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { cardUrl } from '../../../src/bitrix24/crm/links-of.ts'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { sandboxPage } from '../../../src/bitrix24/sandbox/page.ts'
import { openSandbox, type Sandbox, type SandboxSetup } from '../../../src/bitrix24/sandbox/sandbox.ts'
import { ask, toldOf, unlimited } from './small-portal.ts'

const start = Date.parse('2026-08-20T09:00:00+03:00')

test('the front page counts cards, tells the webhook, and says that the portal is no real one', async (t) => {
  const sandbox = openShown(t)
  await addCompany(sandbox, { title: 'ООО «Клён»' })
  const body = await show(sandbox, '/')
  assert.match(body, /Учебный портал obmen24, не настоящий Битрикс24/)
  assert.match(body, /вебхук: <code>http:\/\/127\.0\.0\.1:8024\/rest\/1\/sandbox\/<\/code>/)
  assert.match(body, /<b>1<\/b>Компании/)
  assert.match(body, /<b>0<\/b>Контакты/)
  assert.match(body, /было бы 1:\s+при создании — 1, при изменении — 0/)
  assert.match(body, /<a href="\/crm\/company\/details\/1\/">ООО «Клён»<\/a>/)
})

test('a card stands at the address that the product gives out for it', async (t) => {
  const sandbox = openShown(t)
  const id = await addCompany(sandbox, { title: 'ООО «Клён»' })
  assert.match(await show(sandbox, new URL(cardUrl('http://127.0.0.1:8024', 'company', id)).pathname), /<h1>ООО «Клён»<\/h1>/)
})

test('a company tells its values in words, its requisites, its people and what was said of it', async (t) => {
  const sandbox = openShown(t)
  const { id } = await fullCompany(sandbox)
  const shown = pairsOf(await show(sandbox, `/crm/company/details/${id}/`))
  const expected = {
    'Телефон, рабочий': '+74950000101',
    'E-mail, рабочий': 'info@klen.example',
    'Сайт, корпоративный': 'klen.example',
    'Тип компании': 'Поставщик',
    'Сфера деятельности': 'Торговля',
    'Годовой оборот': '1 500 000,50 ₽',
    'Ценовая группаUF_CRM_PRICE_GROUP': 'Мелкий опт',
    VIPUF_CRM_VIP: 'да',
    'Лимит кредитаUF_CRM_CREDIT_LIMIT': '250 000,00 ₽',
    'Дата договораUF_CRM_CONTRACT_DATE': '01.03.2026',
    'Скидка, %UF_CRM_DISCOUNT': '7,5',
    РегионыUF_CRM_REGIONS: 'Центр, Сибирь',
    'Код 1СUF_CRM_ID_1C': '—',
    ИНН: '7701234560',
    КПП: '770101001',
    'Юридический адрес': '101000, Россия, Москва, ул. Мира, 4, оф. 2',
    БИК: '044525000',
    'Расчётный счёт': '40702810900000000001',
    Ответственный: 'Кузнецов Павел',
    Создание: '20.08.2026 09:00, Орлова Марина',
    'Внешний источник': 'base1',
    'Код во внешнем источнике': '5e46',
  }
  for (const [title, value] of Object.entries(expected)) assert.equal(shown.get(title), value, title)
  const body = await show(sandbox, `/crm/company/details/${id}/`)
  assert.match(body, /<span class="preset">Организация<\/span>/)
  assert.match(body, /<li><a href="\/crm\/contact\/details\/1\/">Петрова Ольга<\/a>, Бухгалтер/)
  assert.match(body, /<li><a href="\/crm\/deal\/details\/1\/">Заказ 123<\/a>, 7\u00a0001,00\u00a0₽<\/li>/)
  assert.match(body, /<p class="text">Просили перезвонить\.<\/p>/)
})

test('a contact tells its companies, and a deal its client, stage and rows', async (t) => {
  const sandbox = openShown(t)
  await fullCompany(sandbox)
  const contact = await show(sandbox, '/crm/contact/details/1/')
  assert.match(contact, /<h2>Компании<\/h2>\s*<ul>\s*<li><a href="\/crm\/company\/details\/1\/">ООО «Клён»<\/a>/)
  assert.equal(pairsOf(contact).get('Дата рождения'), '03.05.1980')
  const deal = await show(sandbox, '/crm/deal/details/1/')
  assert.equal(pairsOf(deal).get('Стадия сделки'), 'В работе')
  assert.equal(pairsOf(deal).get('Воронка'), 'Сервис')
  assert.match(deal, /<h2>Компания<\/h2>\s*<ul>\s*<li><a href="\/crm\/company\/details\/1\/">/)
  const rows = deal.slice(deal.indexOf('<h2>Товары</h2>'))
  assert.match(
    rows,
    /Фильтр[\s\S]*2 шт[\s\S]*20 %[\s\S]*2\u00a0501,00\u00a0₽[\s\S]*1,5 шт[\s\S]*Итого<\/th><td class="number">7\u00a0001,00\u00a0₽/,
  )
})

test('a list is the newest first, fifty a page', async (t) => {
  const sandbox = openShown(t)
  for (let number = 1; number <= 120; number++) sandbox.state.items[4] = { ...sandbox.state.items[4], [number]: company(number) }
  const ids = async (path: string) => [...(await show(sandbox, path)).matchAll(/details\/(\d+)\//g)].map(([, id]) => Number(id))
  assert.deepEqual(
    await ids('/crm/company/'),
    Array.from({ length: 50 }, (_, place) => 120 - place),
  )
  assert.deepEqual((await ids('/crm/company/?page=3')).at(-1), 1)
  assert.match(await show(sandbox, '/crm/company/?page=2'), /51–100 из 120/)
  assert.match(
    await show(sandbox, '/crm/company/?page=2'),
    /href="\/crm\/company\/">← новее<\/a>\s*<a href="\/crm\/company\/\?page=3">старше →/,
  )
  for (const page of ['0', '-1', 'x', '']) assert.equal((await ids(`/crm/company/?page=${page}`))[0], 120)
  assert.equal((await ids('/crm/company/?page=99'))[0], 20)
})

for (const [text, found] of [
  ['клен', true],
  ['КЛЁН ооо', true],
  ['7701234560', true],
  ['8 (495) 000-01-01', true],
  ['info@klen.example', true],
  ['5e46', true],
  ['клён сосна', false],
  ['7701234561', false],
  ['100%', false],
] as const) {
  test(`a search for «${text}» ${found ? 'finds' : 'does not find'} the company`, async (t) => {
    const sandbox = openShown(t)
    await addCompany(sandbox, { title: 'ООО «Сосна»' })
    const { id } = await fullCompany(sandbox)
    const body = await show(sandbox, `/crm/company/?q=${encodeURIComponent(text)}`)
    assert.equal(body.includes(`/crm/company/details/${id}/"`), found)
    assert.ok(!body.includes('Сосна') || text.includes('сосна'))
    if (!found) assert.match(body, /ничего не нашлось/)
  })
}

test('what a record holds stays text, wherever it is shown', async (t) => {
  const sandbox = openShown(t)
  const evil = `"><script>alert('1')</script>&`
  const company = await addCompany(sandbox, {
    title: evil,
    originId: evil,
    UF_CRM_ID_1C: evil,
    fm: [
      { typeId: 'PHONE', valueType: evil, value: evil },
      { typeId: 'WEB', valueType: 'WORK', value: 'javascript:alert(1)' },
    ],
  })
  // The method takes tags out of comments; a hand laid on the state does not.
  sandbox.state.items[4]![company]!['comments'] = `</textarea>${evil}`
  await call(sandbox, 'crm.requisite.add', {
    fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: company, PRESET_ID: 9, NAME: evil, RQ_INN: evil },
  })
  await call(sandbox, 'crm.timeline.comment.add', { fields: { ENTITY_ID: company, ENTITY_TYPE: 'company', COMMENT: evil } })
  sandbox.state.name = evil
  const { item } = await call(sandbox, 'crm.item.add', { entityTypeId: 2, fields: { title: evil, companyId: company } })
  await call(sandbox, 'crm.item.productrow.set', {
    ownerType: 'D',
    ownerId: item.id,
    productRows: [{ productName: evil, price: 1 }],
  })
  const query = encodeURIComponent(evil)
  for (const path of [
    '/',
    `/crm/company/?q=${query}`,
    '/crm/deal/',
    `/crm/company/details/${company}/`,
    '/crm/deal/details/1/',
    '/nowhere',
  ])
    assertHarmless((await get(sandbox, path)).body)
  const refused = await send(sandbox, `/crm/company/details/${company}/`, {
    action: 'save',
    userId: '6',
    title: evil,
    newEmail: evil,
  })
  assert.equal(refused.status, 400)
  assertHarmless(refused.body)
  assert.ok(!(await show(sandbox, `/crm/company/details/${company}/`)).includes('href="javascript:'))
})

test('a page needs nothing from outside and lets no script run', async (t) => {
  const sandbox = openShown(t)
  const { headers, body } = answerOf(await sandbox.handle({ method: 'GET', url: '/' }))
  assert.equal(headers['content-type'], 'text/html; charset=utf-8')
  assert.match(headers['content-security-policy'] ?? '', /^default-src 'none'; style-src 'unsafe-inline';/)
  assert.ok(!/<(script|link|img|iframe)\b|@import|url\(/i.test(body))
})

test('a card that is gone and an address that leads nowhere are told so', async (t) => {
  const sandbox = openShown(t)
  for (const [path, words] of [
    ['/crm/company/details/7/', /Компания № 7: карточки нет/],
    ['/crm/lead/', /Такой страницы нет/],
    ['/crm/company/details/x/', /Такой страницы нет/],
  ] as const) {
    const told = await get(sandbox, path)
    assert.equal(told.status, 404)
    assert.match(told.body, words)
  }
})

test('an edit by hand goes the way of crm.item.update: in the name of a person, with a new time', async (t) => {
  const sandbox = openShown(t)
  const { id } = await fullCompany(sandbox)
  const path = `/crm/company/details/${id}/`
  const [phone, email] = (await itemOf(sandbox, 4, id)).fm
  await sandbox.clock.sleep(60_000)
  const told = await send(sandbox, path, {
    action: 'save',
    userId: '8',
    title: 'ООО «Клён и сыновья»',
    comments: 'Строка 1\r\nСтрока 2',
    [`points[${phone.id}]`]: '',
    [`points[${email.id}]`]: 'office@klen.example',
    newPhone: '+7 495 000-01-99',
    newEmail: '',
  })
  assert.deepEqual([told.status, told.headers['location']], [303, `${path}?saved`])
  const item = await itemOf(sandbox, 4, id)
  assert.equal(item.title, 'ООО «Клён и сыновья»')
  assert.equal(item.comments, 'Строка 1\nСтрока 2')
  assert.deepEqual([item.updatedTime, item.updatedBy], ['2026-08-20T09:01:00+03:00', 8])
  assert.deepEqual(
    item.fm.map(({ typeId, value }: { typeId: string; value: string }) => `${typeId} ${value}`),
    ['EMAIL office@klen.example', 'WEB klen.example', 'PHONE +7 495 000-01-99'],
  )
  assert.deepEqual(sandbox.state.automation.at(-1), { at: item.updatedTime, entityTypeId: 4, id, event: 'update' })
  assert.match(await show(sandbox, `${path}?saved`), /role="status">Сохранено\./)
})

test('a form that changes nothing leaves the time of the change', async (t) => {
  const sandbox = openShown(t)
  const { id } = await fullCompany(sandbox)
  const before = await itemOf(sandbox, 4, id)
  await sandbox.clock.sleep(60_000)
  const fm = Object.fromEntries(before.fm.map((point: { id: number; value: string }) => [`points[${point.id}]`, point.value]))
  const comments = before.comments.replaceAll('\n', '\r\n')
  await send(sandbox, `/crm/company/details/${id}/`, {
    action: 'save',
    userId: '8',
    title: before.title,
    comments,
    ...fm,
    newPhone: '',
  })
  assert.deepEqual(await itemOf(sandbox, 4, id), before)
})

test('an edit that the portal refuses changes nothing, and the form keeps what was typed', async (t) => {
  const sandbox = openShown(t)
  const { id } = await fullCompany(sandbox)
  const before = JSON.stringify(sandbox.state)
  const path = `/crm/company/details/${id}/`
  const told = await send(sandbox, path, { action: 'save', userId: '8', title: 'Другое', newEmail: 'нет такого' })
  assert.equal(told.status, 400)
  assert.match(told.body, /Не сохранено: адрес электронной почты написан с ошибкой/)
  assert.match(told.body, /name="title" value="Другое"/)
  assert.match(told.body, /name="newEmail" type="email" value="нет такого"/)
  assert.match((await send(sandbox, path, { action: 'save', userId: '77', title: 'Другое' })).body, /не выбрано, кто меняет/)
  const nameless = await send(sandbox, '/crm/contact/details/1/', { action: 'save', userId: '8', name: '', lastName: ' ' })
  assert.match(nameless.body, /у контакта должны быть имя или фамилия/)
  const stageless = await send(sandbox, '/crm/deal/details/1/', { action: 'save', userId: '8', stageId: 'C9:NO' })
  assert.match(stageless.body, /портал ответил «Invalid value for field &#34;stageId&#34;»/)
  assert.equal(JSON.stringify(sandbox.state), before)
})

test('a deal is moved to another stage by hand', async (t) => {
  const sandbox = openShown(t)
  await fullCompany(sandbox)
  await send(sandbox, '/crm/deal/details/1/', {
    action: 'save',
    userId: '8',
    title: 'Заказ 123',
    stageId: 'C5:WON',
    comments: '',
  })
  const deal = await itemOf(sandbox, 2, 1)
  assert.deepEqual([deal.stageId, deal.stageSemanticId, deal.movedBy], ['C5:WON', 'S', 8])
})

test('a card deleted by hand is gone for the API too, with its requisites', async (t) => {
  const sandbox = openShown(t)
  const { id } = await fullCompany(sandbox)
  const told = await send(sandbox, `/crm/company/details/${id}/`, { action: 'delete' })
  assert.deepEqual([told.status, told.headers['location']], [303, `/crm/company/?deleted=${id}`])
  assert.equal((await ask(sandbox, 'crm.item.get', { entityTypeId: 4, id })).json.error, 'NOT_FOUND')
  assert.deepEqual(sandbox.state.requisites, {})
  assert.equal((await send(sandbox, `/crm/company/details/${id}/`, { action: 'delete' })).status, 404)
  assert.match(await show(sandbox, `/crm/company/?deleted=${id}`), new RegExp(`Карточка № ${id} удалена`))
})

test('what was edited by hand is kept in the file of the portal', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24-page-'))
  t.after(() => rm(folder, { recursive: true }))
  const stateFile = join(folder, 'portal.json')
  const state = { ...fixturePortal('moscow'), items: { 4: { 1: company(1) } } }
  const sandbox = openSandbox({ state, methods, page: sandboxPage, stateFile })
  await send(sandbox, '/crm/company/details/1/', { action: 'save', userId: '8', title: 'ООО «Вяз»' })
  await sandbox.close()
  assert.equal(JSON.parse(await readFile(stateFile, 'utf8')).items[4][1].title, 'ООО «Вяз»')
})

test('only forms change anything: other bodies and methods are not taken', async (t) => {
  const sandbox = openShown(t)
  const id = await addCompany(sandbox, { title: 'ООО «Клён»' })
  const url = `/crm/company/details/${id}/`
  const body = 'action=delete'
  for (const request of [
    { method: 'POST', contentType: 'text/plain', body },
    { method: 'POST', contentType: 'multipart/form-data; boundary=x', body },
    { method: 'POST' },
    { method: 'PUT', contentType: 'application/x-www-form-urlencoded', body },
  ])
    assert.equal(answerOf(await sandbox.handle({ url, ...request })).status, 404)
  assert.equal((await itemOf(sandbox, 4, id)).title, 'ООО «Клён»')
})

interface Shown extends Sandbox {
  readonly clock: ReturnType<typeof simulatedClock>
}

function openShown(t: TestContext, setup: Partial<SandboxSetup> = {}): Shown {
  const clock = simulatedClock(start)
  const sandbox = openSandbox({
    state: fixturePortal('moscow'),
    methods,
    page: sandboxPage,
    clock: still(clock),
    limits: unlimited,
    ...setup,
  })
  t.after(() => sandbox.close())
  return { ...sandbox, clock }
}

/** Work takes no time: what a card says of its times is known. */
function still(clock: ReturnType<typeof simulatedClock>): ReturnType<typeof simulatedClock> {
  return { ...clock, work: async () => undefined, takes: () => 0 }
}

async function fullCompany(sandbox: Sandbox): Promise<{ readonly id: number }> {
  const id = await addCompany(sandbox, {
    title: 'ООО «Клён»',
    typeId: 'SUPPLIER',
    industry: 'TRADE',
    revenue: 1500000.5,
    assignedById: 6,
    originatorId: 'base1',
    originId: '5e46',
    comments: 'Звонить\nпосле 10',
    UF_CRM_PRICE_GROUP: 42,
    UF_CRM_VIP: 'Y',
    UF_CRM_CREDIT_LIMIT: '250000|RUB',
    UF_CRM_CONTRACT_DATE: '2026-03-01',
    UF_CRM_DISCOUNT: 7.5,
    UF_CRM_REGIONS: [51, 53],
    fm: [
      { typeId: 'PHONE', valueType: 'WORK', value: '+74950000101' },
      { typeId: 'EMAIL', valueType: 'WORK', value: 'info@klen.example' },
      { typeId: 'WEB', valueType: 'WORK', value: 'klen.example' },
    ],
  })
  const requisite = await call(sandbox, 'crm.requisite.add', {
    fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: id, PRESET_ID: 1, NAME: 'ООО «Клён»', RQ_INN: '7701234560', RQ_KPP: '770101001' },
  })
  const place = { ADDRESS_1: 'ул. Мира, 4', ADDRESS_2: 'оф. 2', CITY: 'Москва', POSTAL_CODE: '101000', COUNTRY: 'Россия' }
  await call(sandbox, 'crm.address.add', { fields: { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: requisite, ...place } })
  await call(sandbox, 'crm.requisite.bankdetail.add', {
    fields: { ENTITY_ID: requisite, NAME: 'Основной', RQ_BIK: '044525000', RQ_ACC_NUM: '40702810900000000001' },
  })
  const person = { lastName: 'Петрова', name: 'Ольга', post: 'Бухгалтер', birthdate: '1980-05-03', companyIds: [id] }
  await call(sandbox, 'crm.item.add', { entityTypeId: 3, fields: person })
  const deal = { title: 'Заказ 123', companyId: id, contactIds: [1], categoryId: 5, stageId: 'C5:IN_WORK' }
  await call(sandbox, 'crm.item.add', { entityTypeId: 2, fields: deal })
  const productRows = [
    { productName: 'Фильтр', price: 1250.5, quantity: 2, taxRate: 20, taxIncluded: 'Y' },
    { productName: 'Работа', price: 3000, quantity: 1.5, discountRate: 10 },
  ]
  await call(sandbox, 'crm.item.productrow.set', { ownerType: 'D', ownerId: 1, productRows })
  await call(sandbox, 'crm.timeline.comment.add', {
    fields: { ENTITY_ID: id, ENTITY_TYPE: 'company', COMMENT: 'Просили перезвонить.' },
  })
  return { id }
}

function company(id: number) {
  const time = '2026-08-20T09:00:00+03:00'
  return { id, fm: [], title: `ООО «Липа ${id}»`, createdTime: time, updatedTime: time, updatedBy: 1 }
}

async function addCompany(sandbox: Sandbox, fields: object): Promise<number> {
  return (await call(sandbox, 'crm.item.add', { entityTypeId: 4, fields, useOriginalUfNames: 'Y' })).item.id
}

async function itemOf(sandbox: Sandbox, entityTypeId: number, id: number) {
  return (await call(sandbox, 'crm.item.get', { entityTypeId, id })).item
}

async function call(sandbox: Sandbox, method: string, params: object) {
  const { status, json, body } = await ask(sandbox, method, params)
  assert.equal(status, 200, body)
  return json.result
}

async function show(sandbox: Sandbox, url: string): Promise<string> {
  const { status, body } = await get(sandbox, url)
  assert.equal(status, 200, url)
  return body
}

async function get(sandbox: Sandbox, url: string) {
  return toldOf(await sandbox.handle({ method: 'GET', url, host: '127.0.0.1:8024' }))
}

async function send(sandbox: Sandbox, url: string, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields).toString()
  return answerOf(await sandbox.handle({ method: 'POST', url, contentType: 'application/x-www-form-urlencoded', body }))
}

function answerOf(answer: Awaited<ReturnType<Sandbox['handle']>>) {
  assert.equal(answer.kind, 'answer')
  return answer as Extract<typeof answer, { readonly kind: 'answer' }>
}

/** Every title of a card with its value, both as a person reads them. */
function pairsOf(body: string): ReadonlyMap<string, string> {
  const text = (markup: string) => markup.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')
  return new Map(
    [...body.matchAll(/<dt>([\s\S]*?)<\/dt><dd>([\s\S]*?)<\/dd>/g)].map(([, title, value]) => [text(title!), text(value!)]),
  )
}

function assertHarmless(body: string): void {
  assert.ok(!body.includes('<script'), body.slice(Math.max(0, body.indexOf('<script') - 200), body.indexOf('<script') + 50))
  assert.ok(body.includes('&#60;script&#62;'))
}
