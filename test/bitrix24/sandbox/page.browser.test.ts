import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, type TestContext, test } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { sandboxPage } from '../../../src/bitrix24/sandbox/page.ts'
import { openSandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
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
  const { page, origin } = await openPortal(t, 360)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const paths = ['/', '/crm/company/', `/crm/company/?q=${'ж'.repeat(60)}`, '/crm/company/details/1/', '/crm/deal/']
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

function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement?.textContent')
}
