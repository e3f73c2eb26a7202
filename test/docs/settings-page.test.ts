import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain } from '../../src/settings/explain.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { settingsPage } from './settings-page.ts'

test('the settings shown in docs/settings.md are good settings', () => {
  const shown = [...settingsPage().matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '')
  assert.ok(shown.length > 0)
  for (const text of shown) assert.deepEqual(parseSettings(text).problems, [], text)
})

test('every option has a row in the table of its block', () => {
  const sections = new Map(
    settingsPage()
      .split(/^## /m)
      .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
  )
  for (const { path, block, key } of explain('ru')) {
    const section = sections.get(block === '' ? 'Верхний уровень' : block)
    assert.ok(section?.includes(`\n| \`${key}\` |`), `${path} is not shown`)
  }
})

test('no row breaks its table', () => {
  for (const table of settingsPage()
    .split('\n\n')
    .filter((part) => part.startsWith('| '))) {
    const widths = table
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/(?<!\\)\|/).length)
    assert.equal(new Set(widths).size, 1, table)
  }
})
