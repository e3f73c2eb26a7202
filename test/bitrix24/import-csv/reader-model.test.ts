import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyFields } from './portal-model.ts'
import { newCsv, oldCsv, pointValues, readCards, sectionsOf } from './reader-model.ts'

/** The model must show the losses that the writer is there to avoid; a model that forgives them would prove nothing. */
const bytes = (text: string) => new TextEncoder().encode(text)
const cards = (...lines: string[]) => readCards(bytes(lines.join('\n')), companyFields, ['ID', 'TITLE'])

test('a bare quote in the middle of a cell swallows the separator', () => {
  assert.deepEqual(oldCsv(bytes('1;ООО "Лютик; Ко";5\n')), [['1', 'ООО Лютик; Ко', '5']])
  assert.deepEqual(oldCsv(bytes('1;12" труба;5\n2;х\n')), [['1', '12 труба;5\n2;х\n']])
})

test('blank lines are skipped, quoted line breaks kept by the old reader and torn by the new', () => {
  assert.deepEqual(oldCsv(bytes('\ufeff"а"\r\n\r\n"б\nв"\r\n')), [['а'], ['б\nв']])
  assert.equal(newCsv(bytes('"а"\r\n"б\nв"\r\n')).length, 3)
})

test('neighbours of one name without different IDs are glued together', () => {
  assert.equal(cards('ID;Название компании', ';Альфа', ';Альфа', ';Бета').stored.length, 2)
})

test('the key is glued text: 1 + «0А» equals 10 + «А»', () => {
  assert.equal(cards('ID;Название компании', '1;0А', '10;А').stored.length, 1)
})

test('grammar errors reject the whole company', () => {
  const header =
    'ID;Название компании;Реквизит: Название;Реквизит: Шаблон;Реквизит (Россия): Адрес - тип;Реквизит (Россия): Адрес - населенный пункт'
  const errors = (...rows: string[]) => cards(header, ...rows).errors
  assert.deepEqual(errors('1;А;;Организация;;'), ['requisite key fields are empty'])
  assert.deepEqual(errors('1;А;Осн.;Фирма;;'), ['preset Фирма is not associated'])
  assert.deepEqual(errors('1;А;Осн.;Организация;;Тверь'), ['unknown address type “”'])
  assert.deepEqual(errors('1;А;Осн.;Организация;Юридический адрес;Тверь', '1;А;;;6;Ржев'), ['address type already exists'])
  assert.deepEqual(errors(...Array(51).fill('1;А;;;;')), ['Превышен лимит кол-ва строк на одну сущность: 50'])
})

test('without the preset id column every requisite falls to the default preset and loses its own fields', () => {
  const rows = [
    'ID;Название компании;Реквизит: Название;Реквизит: Шаблон;Реквизит (Россия): ОГРНИП',
    '1;ИП;ИП;ИП;300000000000001',
  ]
  assert.deepEqual(cards(...rows).stored[0]?.requisites[0], {
    presetId: 1,
    name: 'ИП',
    active: true,
    sort: 500,
    fields: {},
    addresses: {},
    accounts: [],
  })
})

test('a comma in a phone makes two numbers, unless a semicolon divides the cell', () => {
  assert.deepEqual(pointValues('+7 495, доб. 12'), ['+7 495', 'доб. 12'])
  assert.deepEqual(pointValues('1, 2; 3'), ['1, 2', '3'])
  assert.deepEqual(pointValues('1; 2', 'new'), ['1; 2'])
})

test('a gap in sections puts a product into the root', () => {
  assert.deepEqual(sectionsOf({ SECTION_ID_1: 'А', SECTION_ID_2: '', SECTION_ID_3: 'В' }), [])
})
