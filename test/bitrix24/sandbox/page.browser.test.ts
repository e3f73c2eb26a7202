import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, type TestContext, test } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { sandboxPage } from '../../../src/bitrix24/sandbox/page.ts'
import { openSandbox, type Sandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import { ask } from './small-portal.ts'

// A real browser, where the machine has one: Debian's package chromium.
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const options = { skip: executablePath === undefined && 'no chromium on this machine' }

let browser: Browser | undefined
before(async () => {
  if (executablePath === undefined) return
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  browser = await chromium.launch({ executablePath, args })
})
after(() => browser?.close())

const longTitle = 'Общество с ограниченной ответственностью «Сельскохозяйственноеперерабатывающеепредприятие „Приозёрное“»'

test('every page fits a phone and asks the network for nothing but itself', options, async (t) => {
  const { page, origin, sandbox } = await openPortal(t, 360)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await addDocuments(sandbox)
  const paths = [
    ...['/', '/crm/company/', `/crm/company/?q=${'ж'.repeat(60)}`, '/crm/company/details/1/', '/crm/deal/'],
    ...['/crm/deal/details/1/', '/crm/type/31/', '/crm/type/31/details/1/', '/crm/type/1032/', '/crm/type/1032/details/1/'],
  ]
  for (const path of paths) {
    await page.goto(origin + path)
    for (const summary of await page.locator('summary').all()) await summary.click()
    const { scroll, client } = (await page.evaluate(
      '({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth })',
    )) as { scroll: number; client: number }
    assert.ok(scroll <= client, `${path}: ${scroll} px of content on ${client} px of screen`)
  }
  assert.deepEqual(
    asked.filter((url) => new URL(url).pathname !== '/favicon.ico'),
    paths.map((path) => new URL(path, origin).href),
  )
})

test('a person changes a phone with the keyboard alone, and the portal holds it', options, async (t) => {
  const { page, origin, sandbox } = await openPortal(t, 1200)
  await page.goto(`${origin}/crm/company/details/1/`)
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'К содержанию')
  await page.locator('summary', { hasText: 'Открыть форму' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Телефон, рабочий').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('+7 495 000-01-77')
  await page.keyboard.press('Enter')
  await page.getByRole('status').waitFor()
  const { item } = (await ask(sandbox, 'crm.item.get', { entityTypeId: 4, id: 1 })).json.result
  assert.deepEqual([item.phone, item.title, item.comments], ['+7 495 000-01-77', longTitle, '\nПервая строка пуста\n\nконец'])
})

test('a person moves a deal to another stage, writes another amount and hands it over', options, async (t) => {
  const { page, origin, sandbox } = await openPortal(t, 1200)
  await addDocuments(sandbox)
  await page.goto(`${origin}/crm/deal/details/1/`)
  await page.locator('summary', { hasText: 'Открыть форму' }).click()
  await page.getByLabel('Стадия сделки').selectOption('В работе')
  await page.getByLabel('Сумма').fill('12 300,50')
  await page.getByLabel('Ответственный').selectOption('Кузнецов Павел')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('status').waitFor()
  const { item } = (await ask(sandbox, 'crm.item.get', { entityTypeId: 2, id: 1 })).json.result
  assert.deepEqual([item.stageId, item.opportunity, item.isManualOpportunity, item.assignedById], ['EXECUTING', 12300.5, 'Y', 6])
  await page.locator('main').getByRole('link', { name: 'Счёт № 58' }).click()
  assert.equal(new URL(page.url()).pathname, '/crm/type/31/details/1/')
  assert.ok(await page.getByText('Счёт № 58.pdf').isVisible())
})

test('a card is deleted from its page', options, async (t) => {
  const { page, origin, sandbox } = await openPortal(t, 1200)
  await page.goto(`${origin}/crm/company/details/1/`)
  await page.locator('summary', { hasText: 'Удалить карточку' }).click()
  await page.getByRole('button', { name: 'Удалить насовсем' }).click()
  await page.getByRole('status').waitFor()
  assert.equal(new URL(page.url()).pathname, '/crm/company/')
  assert.deepEqual(sandbox.state.items[4], {})
})

async function openPortal(t: TestContext, width: number) {
  const sandbox = openSandbox({ state: fixturePortal('moscow'), methods, page: sandboxPage })
  const { origin } = await sandbox.listen()
  const page = await browser!.newPage({ viewport: { width, height: 800 } })
  t.after(async () => {
    await page.close()
    await sandbox.close()
  })
  const points = [
    { typeId: 'PHONE', valueType: 'WORK', value: '+74950000101' },
    { typeId: 'EMAIL', valueType: 'WORK', value: `${'priozernoe'.repeat(5)}@klen.example` },
  ]
  const fields = { title: longTitle, originId: 'a'.repeat(80), comments: '\nПервая строка пуста\n\nконец', fm: points }
  await ask(sandbox, 'crm.item.add', { entityTypeId: 4, fields })
  return { sandbox, page, origin }
}

/** A contract, a deal with rows and a long word in them, and its invoice with a file. */
async function addDocuments(sandbox: Sandbox): Promise<void> {
  const add = (entityTypeId: number, fields: object) =>
    ask(sandbox, 'crm.item.add', { entityTypeId, fields: { companyId: 1, ...fields } })
  await add(1032, { title: 'Договор СО-17' })
  await add(2, { title: longTitle, parentId1032: 1 })
  await add(31, { title: 'Счёт № 58', accountNumber: '58', parentId2: 1 })
  const row = { productName: longTitle, price: 1234567.89, quantity: 12.345, taxRate: 20, discountRate: 12.5 }
  for (const ownerType of ['D', 'SI', 'T408'])
    await ask(sandbox, 'crm.item.productrow.set', { ownerType, ownerId: 1, productRows: [row, { ...row, taxRate: null }] })
  const fields = { ENTITY_ID: 1, ENTITY_TYPE: 'smart_invoice', COMMENT: 'Из 1С', FILES: [['Счёт № 58.pdf', 'AAAA']] }
  await ask(sandbox, 'crm.timeline.comment.add', { fields })
}

function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement?.textContent')
}
