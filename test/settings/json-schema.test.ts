import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import * as z from 'zod'
import { initialSettings } from '../../src/settings/initial-settings.ts'
import { settingsJsonSchema } from '../../src/settings/json-schema.ts'

const schema = settingsJsonSchema('ru')

/** As an editor would: the YAML as YAML reads it, checked by the schema alone. */
const editorAccepts = (text: string) =>
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(parse(text)).success

test('the schema is of the draft that editors know', () => {
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema')
})

test('an editor accepts the first settings file, as it is and with all options live', () => {
  const first = initialSettings({ language: 'ru' })
  assert.ok(editorAccepts(first))
  assert.ok(editorAccepts(first.replaceAll(/^(\s*)#(\S)/gm, '$1$2')))
})

test('an editor accepts words as they are written', () => {
  assert.ok(editorAccepts('exchanges: [{name: 012, preset: orders, stages: {true: 5}, only: {inn: [7700000000]}}]'))
})

test('an editor marks unknown keys, wrong words and durations without a unit', () => {
  for (const text of [
    'langage: ru',
    'language: de',
    'readiness: {settle: 3}',
    'readiness: {settle: "3"}',
    'folders: {in: {take: copy}}',
    'exchanges: [{name: a, preset: order}]',
    'exchanges: [{preset: orders}]',
    'exchanges: [{name: a, preset: counterparties, stages: {}}]',
    'exchanges: [{name: a, preset: contacts, columns: {nam: x}}]',
    'bitrix24: {sectionLevels: 31}',
  ]) {
    assert.ok(!editorAccepts(text), text)
  }
})

test('every option has a title and a description for the tooltip, in the language asked for', () => {
  const folders = schema.properties?.['folders'] as z.core.JSONSchema.BaseSchema
  assert.equal(folders.title, 'Папки')
  const out = folders.properties?.['out'] as z.core.JSONSchema.BaseSchema
  assert.equal(out.default, 'out')
  assert.match(String(out.description), /Что писать: непустой текст\.$/)
  const english = settingsJsonSchema('en').properties?.['folders'] as z.core.JSONSchema.BaseSchema
  assert.equal(english.title, 'Folders')
  for (const property of Object.values(schema.properties ?? {})) assert.ok((property as z.core.JSONSchema.BaseSchema).title)
})
