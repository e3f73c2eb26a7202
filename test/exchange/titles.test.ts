import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyTitles } from '../../src/exchange/titles.ts'
import type { Known } from '../../src/ledger/known.ts'
import { tempLedger } from '../ledger/temp-ledger.ts'

function wanted(title: string): Known {
  return { kind: 'counterparty', id: '1', hash: '', generated: '', message: 1, seen: 1, record: { wanted: title } }
}

test('a company keeps its title until 1C gives it another name, and the old one is free then', async (t) => {
  const { ledger } = await tempLedger(t)
  const inn = [' (ИНН 7701000017)']
  assert.equal((await companyTitles(ledger, '1', 'Ромашка', inn, undefined)).title, 'Ромашка')
  const second = await companyTitles(ledger, '2', 'РОМАШКА', inn, undefined)
  assert.equal(second.title, 'РОМАШКА (ИНН 7701000017)')
  assert.equal(second.problems[0]?.code, 'import.title-made-unique')
  assert.equal((await companyTitles(ledger, '2', 'РОМАШКА', [], wanted('РОМАШКА'))).title, 'РОМАШКА (ИНН 7701000017)')
  assert.equal((await companyTitles(ledger, '1', 'Лютик', inn, wanted('Ромашка'))).title, 'Лютик')
  assert.equal((await companyTitles(ledger, '3', 'Ромашка', inn, undefined)).title, 'Ромашка')
  assert.equal((await companyTitles(ledger, '2', 'РОМАШКА', [], undefined)).title, 'РОМАШКА (ИНН 7701000017)', 'a name for good')
})

test('a company without a name has no title, and takes none', async (t) => {
  const { ledger } = await tempLedger(t)
  assert.deepEqual(await companyTitles(ledger, '1', '', [], undefined), { title: '', problems: [] })
  assert.equal(await ledger.titles.titleOf('1'), undefined)
})
