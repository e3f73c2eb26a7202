import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Directories } from '../../../src/bitrix24/crm/directories.ts'
import { findField } from '../../../src/bitrix24/crm/find-field.ts'
import { findPreset } from '../../../src/bitrix24/crm/find-preset.ts'
import { findStatus } from '../../../src/bitrix24/crm/find-status.ts'
import { findUser } from '../../../src/bitrix24/crm/find-user.ts'
import { directories } from './directories.ts'

test('a user is found by id, by e-mail, and by name in any order', () => {
  for (const word of ['3', 'Larina@example.org', 'Мария Ларина', 'ларина  мария', 'Ларина Мария Олеговна'])
    assert.deepEqual(findUser(directories, word), { kind: 'found', id: 3 }, word)
  for (const word of ['Ларина', 'Мария', '33', 'Мария Ларина Петровна', 'nobody@example.org'])
    assert.deepEqual(findUser(directories, word), { kind: 'none' }, word)
})

test('namesakes are several: ё and е are one letter to the eye', () => {
  const found = findUser(directories, 'Волков Пётр')
  assert.deepEqual(found.kind === 'several' && found.users.map(({ id }) => id), [5, 6])
})

test('what was found is remembered for one set of directories only', () => {
  const others: Directories = { ...directories, users: [] }
  assert.equal(findUser(directories, '3').kind, 'found')
  assert.equal(findUser(others, '3').kind, 'none')
  assert.equal(findUser(directories, '3').kind, 'found')
})

test('a directory value is found by its name before its id, case aside', () => {
  assert.equal(findStatus(directories, 'COMPANY_TYPE', 'поставщик')?.id, 'SUPPLIER')
  assert.equal(findStatus(directories, 'COMPANY_TYPE', 'customer')?.id, 'CUSTOMER')
  assert.equal(findStatus(directories, 'COMPANY_TYPE', 'Клиенты'), null)
  assert.equal(findStatus(directories, 'NOTHING', 'Клиент'), null)
  const swapped = {
    ...directories,
    statuses: {
      X: [
        { id: 'A', name: 'B' },
        { id: 'B', name: 'A' },
      ],
    },
  }
  assert.equal(findStatus(swapped, 'X', 'A')?.id, 'B')
})

test('a template is found by its name in the settings, by the reserved code, by a usual name', () => {
  assert.equal(findPreset(directories, 'organization', 'юрлицо (наше)')?.id, 11)
  assert.equal(findPreset(directories, 'organization', 'Организация')?.id, 11)
  assert.equal(findPreset(directories, 'soleProprietor', '')?.id, 13)
  assert.equal(findPreset(directories, 'person', 'Гражданин')?.id, 15)
  assert.equal(findPreset({ ...directories, presets: [] }, 'person', 'Физ. лицо'), null)
})

test('two templates of the name in the settings leave the choice to the code', () => {
  const twin = { id: 99, name: 'Юрлицо (наше)', xmlId: '', countryId: 6 }
  assert.equal(findPreset({ ...directories, presets: [twin, ...directories.presets] }, 'organization', 'Юрлицо (наше)')?.id, 11)
})

test('a field is found by its REST name, by its classic name and by its title', () => {
  const named = (name: string) => {
    const found = findField(directories, 'contact', name)
    return found.kind === 'found' ? found.field.name : found.kind
  }
  assert.deepEqual(['sourceId', 'SOURCE_ID', 'источник', 'Код 1С', 'uf_crm_id_1c'].map(named), [
    'sourceId',
    'sourceId',
    'sourceId',
    'UF_CRM_ID_1C',
    'UF_CRM_ID_1C',
  ])
  assert.equal(named('Вид цен'), 'none')
})

test('a code that is not there is compared with codes, a title with titles', () => {
  const near = (name: string) => {
    const found = findField(directories, 'company', name)
    return found.kind === 'none' ? found.near : found.kind
  }
  assert.equal(near('UF_CRM_PRICE_KINDS'), 'UF_CRM_PRICE_KIND')
  assert.equal(near('Видцен1'), 'Вид цен')
  assert.equal(near('Совсем другое поле'), null)
})
