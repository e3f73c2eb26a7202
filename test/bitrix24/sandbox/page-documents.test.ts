import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { cardUrl } from '../../../src/bitrix24/crm/links-of.ts'
import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { sandboxPage } from '../../../src/bitrix24/sandbox/page.ts'
import { openSandbox, type Sandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import { ask, toldOf, unlimited } from './small-portal.ts'

test('invoices and items of processes have pages of their own, where the product and a live portal have them', async (t) => {
  const { sandbox, contract, invoice } = await documents(t)
  const origin = 'http://127.0.0.1:8024'
  for (const [entity, id, title] of [
    ['invoice', invoice, 'Счёт № 58'],
    ['process:1032', contract, 'Договор СО-17'],
  ] as const) {
    const path = new URL(cardUrl(origin, entity, id)).pathname
    assert.equal(path, `/crm/type/${entity === 'invoice' ? 31 : 1032}/details/${id}/`)
    assert.match(await show(sandbox, path), new RegExp(`<h1>${title}</h1>`))
  }
  const home = await show(sandbox, '/')
  assert.match(home, /<b>1<\/b>Счета/)
  assert.match(home, /<b>1<\/b>Договоры/)
  // The company whose portal it is stands apart from the clients.
  assert.match(home, /<b>1<\/b>Компании/)
  assert.match(home, /<h2>Реквизиты вашей компании<\/h2>\s*<p><a href="\/crm\/company\/details\/1\/">Маяк<\/a>/)
  assert.ok(!(await show(sandbox, '/crm/company/')).includes('details/1/'))
  assert.equal((await get(sandbox, '/crm/type/1030/')).status, 404)
})

test('a list of documents tells number, stage, amount and client', async (t) => {
  const { sandbox } = await documents(t)
  const cells = async (path: string) => {
    const body = await show(sandbox, path)
    const row = /<tbody>\s*<tr>([\s\S]*?)<\/tr>/.exec(body)![1]!
    return [...row.matchAll(/data-title="([^"]*)">([\s\S]*?)<\/td>/g)].map(([, title, value]) => `${title}: ${plain(value!)}`)
  }
  assert.deepEqual((await cells('/crm/type/31/')).slice(1, 6), [
    'Название: Счёт № 58',
    'Номер: 58',
    'Стадия: Отправлен клиенту',
    'Сумма: 12 250,00 ₽',
    'Клиент: ООО «Василёк»',
  ])
  assert.deepEqual((await cells('/crm/deal/')).slice(1, 5), [
    'Название: Настройка обмена',
    'Стадия: Счёт на предоплату Общая',
    'Сумма: 12 250,00 ₽',
    'Клиент: ООО «Василёк»',
  ])
  assert.equal((await cells('/crm/type/1032/'))[2], 'Стадия: Действует')
  assert.match(await show(sandbox, '/crm/type/31/?q=BUH%7Caa0a'), /Счёт № 58/)
})

test('an invoice tells its rows with totals, its deal and contract, both requisites, and its files', async (t) => {
  const { sandbox, invoice, deal, contract } = await documents(t)
  const body = await show(sandbox, `/crm/type/31/details/${invoice}/`)
  const shown = pairsOf(body)
  const expected = {
    Сделка: 'Настройка обмена',
    Договоры: 'Договор СО-17',
    'Реквизиты вашей компании': 'Маяк',
    'Внешний код': 'BUH|aa0a0001',
    Клиент: 'ООО «Василёк», ИНН 7701234560 ООО «Василёк»',
    'Ваша компания': 'ООО «Маяк», ИНН 7708123404 Маяк',
    'Ваш счёт': 'Расчётный счёт, 40702810100000000021, АО «Учебный банк»',
  }
  for (const [title, value] of Object.entries(expected)) assert.equal(shown.get(title), value, title)
  const foot = body.slice(body.indexOf('<tfoot>'), body.indexOf('</tfoot>')).replaceAll('</th>', ' ')
  assert.equal(plain(foot).replace(/\s+/g, ' '), 'Скидка 250,00 ₽ В том числе НДС 2 041,65 ₽ Итого 12 250,00 ₽')
  assert.match(body, /<p class="file">Счет № 58\.pdf <span class="soft">34 КБ<\/span>/)
  assert.match(
    await show(sandbox, `/crm/deal/details/${deal}/`),
    /<h2>Счета<\/h2>[\s\S]*Счёт № 58<\/a>, 12\u00a0250,00\u00a0₽<\/li>/,
  )
  assert.match(await show(sandbox, `/crm/type/1032/details/${contract}/`), /<h2>Сделки<\/h2>[\s\S]*Настройка обмена/)
  assert.match(await show(sandbox, '/crm/company/details/2/'), /<h2>Договоры<\/h2>[\s\S]*Договор СО-17/)
})

test('a person changes stage, amount and the one in charge; the amount is kept by hand from then on', async (t) => {
  const { sandbox, deal } = await documents(t)
  const path = `/crm/deal/details/${deal}/`
  const before = await itemOf(sandbox, 2, deal)
  const same = {
    title: before.title,
    stageId: before.stageId,
    opportunity: String(before.opportunity),
    comments: before.comments ?? '',
  }
  await send(sandbox, path, { action: 'save', userId: '8', ...same, assignedById: String(before.assignedById) })
  assert.deepEqual(await itemOf(sandbox, 2, deal), before)
  await send(sandbox, path, { action: 'save', userId: '8', ...same, opportunity: '12 300,50', stageId: 'WON', assignedById: '6' })
  const after = await itemOf(sandbox, 2, deal)
  assert.deepEqual(
    [after.opportunity, after.isManualOpportunity, after.stageId, after.assignedById, after.updatedBy],
    [12300.5, 'Y', 'WON', 6, 8],
  )
  assert.match(await show(sandbox, path), /Сумма карточки, 12\u00a0300,50\u00a0₽, вписана вручную/)
  const refused = await send(sandbox, path, { action: 'save', userId: '8', ...same, opportunity: 'много' })
  assert.deepEqual([refused.status, /Не сохранено: сумма написана с ошибкой/.test(refused.body)], [400, true])
})

test('an item of a process stays in its pipeline when a person changes something else', async (t) => {
  const { sandbox } = await documents(t)
  const { id } = (await call(sandbox, 'crm.item.add', { entityTypeId: 1036, fields: { title: 'Срочно', categoryId: 11 } })).item
  await send(sandbox, `/crm/type/1036/details/${id}/`, {
    action: 'save',
    userId: '8',
    title: 'Очень срочно',
    stageId: 'DT1036_11:PREPARATION',
  })
  const item = await itemOf(sandbox, 1036, id)
  assert.deepEqual([item.title, item.categoryId, item.stageId], ['Очень срочно', 11, 'DT1036_11:PREPARATION'])
})

async function documents(t: TestContext) {
  const sandbox = openSandbox({
    state: fixturePortal('moscow', { ownCompany: true }),
    methods,
    page: sandboxPage,
    limits: unlimited,
  })
  t.after(() => sandbox.close())
  const add = async (entityTypeId: number, fields: object): Promise<number> =>
    (await call(sandbox, 'crm.item.add', { entityTypeId, fields, useOriginalUfNames: 'Y' })).item.id
  const client = await add(4, { title: 'ООО «Василёк»' })
  const fields = { ENTITY_TYPE_ID: 4, ENTITY_ID: client, PRESET_ID: 1, NAME: 'ООО «Василёк»', RQ_INN: '7701234560' }
  const requisite = await call(sandbox, 'crm.requisite.add', { fields })
  const contract = await add(1032, { title: 'Договор СО-17', companyId: client, stageId: 'DT1032_7:CLIENT', mycompanyId: 1 })
  const deal = await add(2, {
    title: 'Настройка обмена',
    companyId: client,
    parentId1032: contract,
    stageId: 'PREPAYMENT_INVOICE',
  })
  const invoice = await add(31, {
    title: 'Счёт № 58',
    accountNumber: '58',
    companyId: client,
    mycompanyId: 1,
    parentId2: deal,
    parentId1032: contract,
    stageId: 'DT31_3:S',
    xmlId: 'BUH|aa0a0001',
  })
  const productRows = [
    { productId: 10, price: 2000, quantity: 5, taxRate: 20, taxIncluded: 'Y' },
    { productId: 11, price: 2250, quantity: 1, discountRate: 10, taxRate: 20, taxIncluded: 'Y' },
  ]
  await call(sandbox, 'crm.item.productrow.set', { ownerType: 'D', ownerId: deal, productRows })
  await call(sandbox, 'crm.item.productrow.set', { ownerType: 'SI', ownerId: invoice, productRows })
  const link = {
    ENTITY_TYPE_ID: 31,
    ENTITY_ID: invoice,
    REQUISITE_ID: requisite,
    BANK_DETAIL_ID: 0,
    MC_REQUISITE_ID: 1,
    MC_BANK_DETAIL_ID: 1,
  }
  await call(sandbox, 'crm.requisite.link.register', { fields: link })
  const FILES = [['Счет № 58.pdf', Buffer.alloc(35000, 7).toString('base64')]]
  await call(sandbox, 'crm.timeline.comment.add', {
    fields: { ENTITY_ID: invoice, ENTITY_TYPE: 'smart_invoice', COMMENT: 'Из 1С', FILES },
  })
  return { sandbox, contract, deal, invoice }
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
  return toldOf(await sandbox.handle({ method: 'POST', url, contentType: 'application/x-www-form-urlencoded', body }))
}

function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u00a0', ' ')
    .trim()
}

/** Every title of a card with its value, both as a person reads them. */
function pairsOf(body: string): ReadonlyMap<string, string> {
  return new Map(
    [...body.matchAll(/<dt>([\s\S]*?)<\/dt><dd>([\s\S]*?)<\/dd>/g)].map(([, title, value]) => [plain(title!), plain(value!)]),
  )
}
