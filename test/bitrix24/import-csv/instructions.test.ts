import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../../../src/bitrix24/import-csv/html.ts'
import { type ImportFile, type InstructionsInput, instructionsPage } from '../../../src/bitrix24/import-csv/instructions.ts'
import { createProblemTally } from '../../../src/bitrix24/import-csv/problem-tally.ts'
import { defaultProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { problem } from '../../../src/problems/problem.ts'

const file = (entity: ImportFile['entity']): ImportFile => ({
  entity,
  fileName: `${entity}.csv`,
  records: 12,
  rows: 34,
  leftOut: 1,
})
const files = [file('deal'), file('product'), file('contact'), file('company')]

function page(given: Partial<InstructionsInput> = {}): string {
  const base = {
    language: 'ru',
    profile: defaultProfile,
    files,
    problems: createProblemTally(),
    checkCommand: 'obmen24 --check-headers',
  } as const
  return instructionsPage({ ...base, ...given })
}

test('files stand in the order of upload: what links to others comes after them', () => {
  const order = [...page().matchAll(/<h2><span class="step">\d<\/span>([^<]+) /g)].map(([, name]) => name)
  assert.deepEqual(order, ['Компании', 'Контакты', 'Товары', 'Сделки'])
})

test('the page names every setting of the wizard by its own words', () => {
  const text = page()
  const settings = [
    ['Кодировка файла данных', 'UTF-8'],
    ['Разделитель колонок', 'Точка с запятой'],
    ['Импортировать реквизиты', '☑ включить'],
    ['Использовать идентификаторы шаблонов для сопоставления', '☐ выключить'],
    ['Количество уровней разделов', '3'],
    ['Контроль уникальности по реквизитам (Россия): ИНН', '☑ включить, и только его'],
  ]
  for (const [name, choice] of settings) assert.ok(text.includes(`<tr><td>${name}</td><td>${choice}</td></tr>`), name)
  assert.ok(text.includes('Никогда не включайте «Название»'))
})

test('the page speaks English too', () => {
  const text = page({ language: 'en' })
  assert.ok(text.includes('<tr><td>Match import file templates</td><td>☑ tick</td></tr>'))
  assert.ok(text.includes('every upload of the file creates all deals anew'))
})

test('requisite settings stand only where the file has requisites', () => {
  const profile = { ...defaultProfile, requisites: { company: false, contact: false }, headers: 'ids' } as const
  for (const language of ['ru', 'en'] as const) {
    const text = page({ profile, language, files: [file('company')] })
    assert.doesNotMatch(text, /Импортировать реквизиты|Import details|ОГРНИП пропадёт/)
    assert.match(text, /кодами полей|field codes/)
  }
})

test('what was reported is listed with what to do, and all of it is counted', () => {
  const problems = createProblemTally(2)
  problems.add(
    [1, 2, 3].map((number) => problem('import.formula', { record: `<b>№ ${number}</b>`, field: 'Название', value: '=1' })),
  )
  problems.add([problem('import.name-missing', { record: '?', field: 'Название компании' })])
  const text = page({ problems })
  assert.equal([...text.matchAll(/Не открывайте файл импорта в Excel/g)].length, 2)
  assert.ok(text.includes('«&#60;b&#62;№ 1&#60;/b&#62;»'))
  assert.ok(text.includes('Показаны первые 2 из 4.'))
  assert.ok(text.includes('<code>import.formula</code></td><td class="number">3</td>'))
  assert.ok(text.includes('<code>import.name-missing</code></td><td class="number">1</td>'))
})

test('nothing to report is said in words', () => {
  assert.ok(page().includes('Замечаний нет'))
  const one = createProblemTally()
  one.add([problem('import.requisites-off')])
  assert.ok(page({ problems: one }).includes('Всего 1.'))
})

test('the page needs nothing from outside', () => {
  assert.doesNotMatch(page(), /<script|<link|src=|url\(|https?:/)
})

test('texts are escaped in a template, markup is not, nothing is nothing', () => {
  assert.equal(
    html`<p title="${`"'`}">${'<&>'}${null}${[html`<br>`, 5]}</p>`.markup,
    '<p title="&#34;&#39;">&#60;&#38;&#62;<br>5</p>',
  )
})
