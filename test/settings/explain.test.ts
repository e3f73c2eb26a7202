import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stringify } from 'yaml'
import { explain } from '../../src/settings/explain.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'

const russian = explain('ru')
const english = explain('en')

test('every option has a title, a description and a sentence for the error, in Russian and in English', () => {
  assert.ok(russian.length > 100)
  assert.deepEqual(
    english.map(({ path }) => path),
    russian.map(({ path }) => path),
  )
  for (const [index, row] of russian.entries()) {
    const twin = english[index]!
    const column = row.block === 'exchanges[].columns'
    for (const [name, texts] of Object.entries({ title: [row.title, twin.title], expected: [row.expected, twin.expected] })) {
      assert.ok(
        texts.every((text) => text.trim() !== ''),
        `${row.path} has no ${name}`,
      )
    }
    // The title of a column says all there is to say.
    if (!column) assert.ok(row.about !== '' && twin.about !== '', `${row.path} has no description`)
    assert.match(row.title + row.about, /[а-яё]/i, `${row.path} has no Russian`)
    assert.doesNotMatch(twin.expected, /[а-яё]/i, `${row.path}: the English sentence is not English`)
  }
})

test('every option is told once for each way it is', () => {
  const seen = russian.map((row) => JSON.stringify([row.path, row.title, row.about, row.default]))
  assert.equal(new Set(seen).size, seen.length)
})

test('options of exchanges know their presets, others have none', () => {
  const presets = (path: string) => russian.find((row) => row.path === path)?.presets
  assert.deepEqual(presets('exchanges[].name'), [
    ...['counterparties', 'contacts', 'work-orders', 'bookings', 'orders'],
    ...['contracts', 'invoices', 'document-rows', 'catalogue'],
  ])
  assert.deepEqual(presets('exchanges[].pipeline'), ['work-orders', 'bookings', 'orders', 'contracts', 'invoices'])
  assert.deepEqual(presets('exchanges[].stagesBySign'), ['orders'])
  assert.deepEqual(presets('exchanges[].columns.inn'), ['counterparties'])
  assert.deepEqual(presets('folders'), [])
})

test('a row knows its block, its default and whether it must be there', () => {
  const settle = russian.find((row) => row.path === 'readiness.settle')
  assert.equal(settle?.block, 'readiness')
  assert.equal(settle?.key, 'settle')
  assert.equal(settle?.default, '3s')
  assert.equal(settle?.required, false)
  assert.equal(russian.find((row) => row.path === 'exchanges[].name')?.required, true)
  assert.equal(russian.find((row) => row.path === 'folders.in[].path')?.required, true)
})

test('every example is a value that the settings take', () => {
  for (const row of russian.filter(({ example }) => example !== undefined)) {
    const inside = row.path.replaceAll('[]', '').split('.')
    const around = forPortal.test(row.path) || portalPresets.has(row.presets[0] ?? '') ? { target: 'portal' } : {}
    const text = stringify({ ...around, ...(wrapped(inside, row.example, row.presets[0]) as object) })
    const { problems } = parseSettings(text)
    // An example of a pipeline or of a folder of its own has nothing to clash with.
    assert.deepEqual(problems, [], `${row.path}: ${text}`)
  }
})

/** What has no meaning for import files. */
const forPortal = /^outgoing|\.process$|\.attachments\./
const portalPresets: ReadonlySet<string> = new Set(['contracts', 'invoices', 'document-rows'])

/** The example in the smallest settings around it. */
function wrapped([key = '', ...rest]: readonly string[], example: unknown, preset: string | undefined): unknown {
  // A smart process is named only where cards become its items.
  if (rest.length === 0) return key === 'process' ? { into: 'process', process: example } : { [key]: example }
  if (key === 'exchanges') return { exchanges: [{ name: 'x', preset, ...(wrapped(rest, example, preset) as object) }] }
  if (key === 'outgoing') return { outgoing: [{ name: 'x', ...(wrapped(rest, example, preset) as object) }] }
  if (key === 'in') return { in: [{ path: 'x', ...(wrapped(rest, example, preset) as object) }] }
  return { [key]: wrapped(rest, example, preset) }
}
