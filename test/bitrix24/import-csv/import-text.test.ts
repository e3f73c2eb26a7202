import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CompanyDraft } from '../../../src/bitrix24/drafts/draft.ts'
import { companyRows } from '../../../src/bitrix24/import-csv/company-rows.ts'
import { type ImportCounts, importText } from '../../../src/bitrix24/import-csv/import-text.ts'
import { defaultProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { company } from './drafts.ts'
import { oldCsv } from './reader-model.ts'

const sheet = createSheet('company', defaultProfile)
const toRows = (draft: CompanyDraft, number: number) => companyRows(draft, number, sheet)

async function run(text: AsyncGenerator<string, ImportCounts>): Promise<{ pieces: string[]; counts: ImportCounts }> {
  const pieces: string[] = []
  for (;;) {
    const { value, done } = await text.next()
    if (done) return { pieces, counts: value }
    pieces.push(value)
  }
}

test('records that are written are numbered without gaps, those left out are counted', async () => {
  const numbers: (number | null)[] = []
  const drafts = ['А', '', 'Б'].map((title) => company({ title }))
  const { pieces, counts } = await run(
    importText(drafts, { sheet, toRows, onRecord: (_draft, _rows, number) => numbers.push(number) }),
  )
  assert.deepEqual(numbers, [1, null, 2])
  assert.deepEqual(counts, { records: 2, rows: 2, leftOut: 1 })
  const [, ...rows] = oldCsv(new TextEncoder().encode(pieces.join('')))
  assert.deepEqual(
    rows.map(([id, title]) => [id, title]),
    [
      ['1', 'А'],
      ['2', 'Б'],
    ],
  )
})

test('drafts are taken as the text is asked for, so that memory does not grow with the file', async () => {
  let taken = 0
  async function* endless() {
    for (;;) {
      taken += 1
      yield company({ title: `ООО ${taken}` })
    }
  }
  const text = importText(endless(), { sheet, toRows })
  await text.next()
  assert.equal(taken, 0)
  await text.next()
  assert.equal(taken, 500)
  await text.return({ records: 0, rows: 0, leftOut: 0 })
})

test('a file without records is its header', async () => {
  const { pieces, counts } = await run(importText([], { sheet, toRows }))
  assert.deepEqual([pieces.length, counts], [1, { records: 0, rows: 0, leftOut: 0 }])
})

test('a long file comes in pieces that together hold every record once', async () => {
  const drafts = Array.from({ length: 1203 }, (_, place) => company({ title: `ООО ${place}` }))
  const { pieces, counts } = await run(importText(drafts, { sheet, toRows }))
  assert.deepEqual([pieces.length, counts.records], [4, 1203])
  const [, ...rows] = oldCsv(new TextEncoder().encode(pieces.join('')))
  assert.deepEqual(
    rows.map(([, title]) => title),
    drafts.map(({ title }) => title),
  )
})
