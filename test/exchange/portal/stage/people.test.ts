import assert from 'node:assert/strict'
import { test } from 'node:test'
import { only } from '../../workbench.ts'
import { clients, openStaging, outcomes, persons, type ToldCounterparty } from './staging.ts'

const company: ToldCounterparty = { id: 'k1', name: 'ООО «Ёлка»', inn: '7701000019' }
const other: ToldCounterparty = { id: 'k2', name: 'ООО «Пион»', inn: '7707083893' }
const vera = ['p1', 'Осокина Вера Павловна'] as const
const bothNameHer = clients([
  { ...company, people: [vera] },
  { ...other, people: [vera] },
])

test('a person gets a second company and a new post in one export, from two files, and both are taken', async (t) => {
  const { stage, apply } = await openStaging(t)
  await apply(
    await stage({
      'k.xml': clients([{ ...company, people: [vera] }, other]),
      'lica.csv': persons([`${vera.join(';')};k1;бухгалтер`]),
    }),
  )
  const staged = await stage({ 'k2.xml': bothNameHer, 'lica2.csv': persons([`${vera.join(';')};k1;директор`]) })
  const { draft, companies } = only(staged.cards).says
  assert.deepEqual([draft.kind === 'contact' && draft.post, companies], ['директор', ['k1', 'k2']])
  assert.deepEqual(outcomes(await staged.lines(1)), ['waiting'], 'her row is no repetition of what stood in an earlier export')
})

test('a second row of one export still comes too late, and a second company alone changes no word', async (t) => {
  const { stage, apply } = await openStaging(t)
  await apply(
    await stage({
      'k.xml': clients([{ ...company, people: [vera] }, other]),
      'lica.csv': persons([`${vera.join(';')};k1;бухгалтер`]),
    }),
  )
  const rows = ['директор', 'сторож'].map((post) => `${vera.join(';')};k1;${post}`)
  const twice = await stage({ 'k2.xml': bothNameHer, 'lica2.csv': persons(rows) })
  assert.deepEqual(outcomes(await twice.lines(1)), ['waiting', 'skipped exchange.twice'])
  await apply(twice)
  const again = await stage({ 'k3.xml': clients([company, other, { id: 'k3', name: 'ООО «Лютик»', people: [vera] }]) })
  const her = again.cards.find(({ key }) => key === 'p1')!.says
  assert.deepEqual([her.draft.kind === 'contact' && her.draft.post, her.companies], ['директор', ['k1', 'k2', 'k3']])
})
