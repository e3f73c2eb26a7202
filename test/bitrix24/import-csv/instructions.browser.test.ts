import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { type Browser, chromium } from 'playwright-core'
import { instructionsPage } from '../../../src/bitrix24/import-csv/instructions.ts'
import { createProblemTally } from '../../../src/bitrix24/import-csv/problem-tally.ts'
import { defaultProfile } from '../../../src/bitrix24/import-csv/profile.ts'

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

for (const language of ['ru', 'en'] as const) {
  test(`the operator's page asks the network for nothing and fits a narrow screen (${language})`, options, async () => {
    const page = await browser!.newPage({ viewport: { width: 390, height: 800 } })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.setContent(operatorPage(language))
    assert.deepEqual(asked, [])
    const { scroll, client } = (await page.evaluate(
      '({ scroll: document.body.scrollWidth, client: document.body.clientWidth })',
    )) as { scroll: number; client: number }
    assert.ok(scroll <= client + 1, `${scroll} px of content on ${client} px of screen`)
    const headings = await page.locator('h2').allTextContents()
    assert.ok(headings.length >= 4, headings.join(' | '))
    await page.close()
  })
}

function operatorPage(language: 'ru' | 'en'): string {
  const files = (['company', 'contact', 'product', 'deal'] as const).map((entity) => {
    return { entity, fileName: `${entity}.csv`, records: 1_000_000, rows: 2_000_000, leftOut: 3 }
  })
  const checkCommand = 'obmen24 convert --check-headers sample.csv'
  return instructionsPage({ language, profile: defaultProfile, files, problems: createProblemTally(), checkCommand })
}
