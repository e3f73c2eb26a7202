import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTitleRegister } from '../../src/bitrix24/import-csv/titles.ts'
import { tempLedger } from './temp-ledger.ts'

test('a title is found by its key, its name and its likeness until it is taken back', async (t) => {
  const { titles } = (await tempLedger(t)).ledger
  await titles.put({ key: '1', title: 'ООО «Ёлка»', name: 'ооо «елка»', likeness: 'елка' })
  assert.equal(await titles.titleOf('1'), 'ООО «Ёлка»')
  assert.equal(await titles.hasName('ооо «елка»'), true)
  assert.equal(await titles.hasName('ООО «Ёлка»'), false, 'the caller folds names')
  assert.equal(await titles.titleLike('елка'), 'ООО «Ёлка»')
  await titles.put({ key: '1', title: 'ООО «Сосна»', name: 'ооо «сосна»', likeness: 'сосна' })
  assert.equal(await titles.hasName('ооо «елка»'), false, 'each key has one title')
  await titles.remove('1')
  assert.equal(await titles.titleOf('1'), undefined)
  assert.equal(await titles.titleLike('сосна'), undefined)
})

test('namesakes are the companies that only their ИНН, code or number tells apart, not those of longer names', async (t) => {
  const { titles } = (await tempLedger(t)).ledger
  const register = createTitleRegister(titles)
  const inn = ' (ИНН 7701000017)'
  await register.titleFor('1', 'Ромашка', [])
  await register.titleFor('2', 'РОМАШКА', [inn])
  await register.titleFor('3', 'ромашка', [inn, ' (ИНН 7701000017, КПП 770101001)'])
  await register.titleFor('4', 'Ромашка', [' (1С: УТ-000123)'])
  await register.titleFor('5', 'Ромашка', [])
  await register.titleFor('6', 'Ромашка (Москва)', [])
  await register.titleFor('7', 'Ромашка и Ко', [])
  await register.titleFor('8', 'Ромашк', [])
  const found = await titles.namesakes('ромашка')
  assert.deepEqual(found.map(({ key }) => key).sort(), ['1', '2', '3', '4', '5'])
  assert.equal(found.find(({ key }) => key === '5')?.title, 'Ромашка (2)')
  assert.deepEqual(await titles.namesakes('ромашка (москва)'), [{ key: '6', title: 'Ромашка (Москва)' }])
  assert.deepEqual(await titles.namesakes('лютик'), [])
})
