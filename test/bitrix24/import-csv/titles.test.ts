import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createTitleRegister, memoryTitleStore, titleSuffixes } from '../../../src/bitrix24/import-csv/titles.ts'

const register = () => createTitleRegister(memoryTitleStore())

test('the first company keeps its name, others get a suffix that tells them apart', async () => {
  const { titleFor } = register()
  const suffixes = titleSuffixes({ inn: '7700000001', kpp: '770001001', code: '00-000015' })
  const titles: string[] = []
  for (const key of ['a', 'b', 'c', 'd', 'e']) titles.push((await titleFor(key, 'ООО Лютик', suffixes)).title)
  assert.deepEqual(titles, [
    'ООО Лютик',
    'ООО Лютик (ИНН 7700000001)',
    'ООО Лютик (ИНН 7700000001, КПП 770001001)',
    'ООО Лютик (1С: 00-000015)',
    'ООО Лютик (2)',
  ])
})

test('a company keeps its title however often it is asked for, and is reported once', async () => {
  const { titleFor } = register()
  await titleFor('a', 'ООО Лютик', [])
  const first = await titleFor('b', 'ООО Лютик', [' (ИНН 1)'])
  assert.deepEqual(
    first.problems.map(({ code }) => code),
    ['import.title-made-unique'],
  )
  assert.deepEqual(await titleFor('b', 'другое имя', []), { title: first.title, problems: [] })
})

test('names that differ only by case or ё are one for the link of the portal', async () => {
  const { titleFor } = register()
  await titleFor('a', 'Берёзка', [])
  assert.equal((await titleFor('b', 'БЕРЕЗКА', [' (1С: 7)'])).title, 'БЕРЕЗКА (1С: 7)')
})

test('names that duplicate control would take for one are reported and left alone', async () => {
  const { titleFor } = register()
  await titleFor('a', 'ООО «Альфа»', [])
  const { title, problems } = await titleFor('b', 'АО Альфа', [])
  assert.equal(title, 'АО Альфа')
  assert.deepEqual(
    problems.map(({ code, args }) => [code, args['other']]),
    [['import.title-similar', 'ООО «Альфа»']],
  )
  assert.deepEqual((await titleFor('c', 'ООО', [])).problems, [])
})

test('a title fits the portal, its suffix included, and a cut is told', async () => {
  const { titleFor } = register()
  const long = 'Я'.repeat(300)
  const first = await titleFor('a', long, [])
  assert.deepEqual(
    first.problems.map(({ code }) => code),
    ['import.text-cut'],
  )
  assert.equal(first.title, 'Я'.repeat(255))
  const second = await titleFor('b', long, [' (1С: 7)'])
  assert.equal(second.title, `${'Я'.repeat(247)} (1С: 7)`)
})

test('an empty name stays empty and takes no place', async () => {
  const { titleFor } = register()
  assert.deepEqual(await titleFor('a', ' \n', [' (ИНН 1)']), { title: '', problems: [] })
  assert.equal((await titleFor('a', 'ООО Лютик', [])).title, 'ООО Лютик')
  assert.deepEqual(titleSuffixes({ inn: '', kpp: '1', code: '' }), [])
})

test('no two companies ever get one title', async () => {
  const name = fc
    .array(fc.constantFrom('а', 'А', 'ё', 'е', ' ', '(2)', 'Я'.repeat(250), '\n'), { maxLength: 4 })
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, fc.array(name, { maxLength: 2 })), { maxLength: 12 }), async (wanted) => {
      const { titleFor } = register()
      const given: string[] = []
      for (const [place, [text, suffixes]] of wanted.entries()) given.push((await titleFor(String(place), text, suffixes)).title)
      const titles = given.filter(Boolean)
      assert.equal(new Set(titles.map((title) => title.toLowerCase())).size, titles.length)
      for (const title of titles) assert.ok(title.length <= 255 && title === title.trim(), title)
    }),
  )
})
