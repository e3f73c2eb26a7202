import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain } from '../../src/settings/explain.ts'
import { initialSettings } from '../../src/settings/initial-settings.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'

const languages = ['ru', 'en'] as const

/** Takes away the # of every option, as a user would; explanations have a space after theirs. */
const uncommented = (text: string) => text.replaceAll(/^(\s*)#(\S)/gm, '$1$2')

const withoutExamples = (text: string) => text.replaceAll(/^(?:exchanges|outgoing):\n(?: .*\n)+/gm, '')

for (const language of languages) {
  test(`the first file (${language}) parses without a problem and changes nothing but the language`, () => {
    const { settings, problems } = parseSettings(initialSettings({ language }))
    assert.deepEqual(problems, [])
    assert.deepEqual(settings, parseSettings(`language: ${language}`).settings)
  })

  test(`with every option of the first file (${language}) made live, the settings are still the defaults`, () => {
    const live = withoutExamples(uncommented(initialSettings({ language })))
    const { settings, problems } = parseSettings(live)
    assert.deepEqual(problems, [])
    assert.deepEqual(settings, parseSettings(`language: ${language}`).settings)
    for (const { path, key } of explain(language)) {
      if (!path.includes('[]') && key !== 'exchanges' && key !== 'outgoing')
        assert.match(live, new RegExp(`^ *${key}:`, 'm'), `${path} is not shown`)
    }
  })

  test(`the examples of exchanges and of the way back (${language}) are good settings for a portal`, () => {
    const live = uncommented(initialSettings({ language })).replace('\ntarget: csv\n', '\ntarget: portal\n')
    const { settings, problems } = parseSettings(live)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      settings?.exchanges.map(({ preset }) => preset),
      ['counterparties', 'work-orders', 'catalogue'],
    )
    assert.deepEqual(
      settings?.outgoing.map(({ format, file }) => [format, file]),
      [['commerceml', 'out/orders.xml']],
    )
  })
}

test('the first line tells editors where the schema is', () => {
  assert.match(initialSettings({ language: 'ru' }), /^# yaml-language-server: \$schema=\.\/obmen24\.schema\.json\n/)
  assert.match(initialSettings({ language: 'ru', schema: '../s.json' }), /^# yaml-language-server: \$schema=\.\.\/s\.json\n/)
})

test('explanations keep to lines that fit a screen', () => {
  const lines = initialSettings({ language: 'ru' })
    .split('\n')
    .filter((line) => /^\s*# /.test(line))
  assert.ok(lines.length > 60)
  for (const line of lines) assert.ok(line.length <= 120, line)
})
