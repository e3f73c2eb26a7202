import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldSource, templateText } from '../../../src/exchange/map/template.ts'
import { templateFault } from '../../../src/settings/template-fault.ts'

test('a name takes the value of that column, without regard to case and spaces, the very spelling first', () => {
  const source = fieldSource('Номер заказа')
  assert.equal(source.render({ 'НОМЕР  заказа': '7', 'Номер заказа': '8' }), '8')
  assert.equal(source.render({ номерзаказа: '7' }), '7')
  assert.equal(source.render({ 'Номер  Заказа': '9' }), '9', 'a file may spell it otherwise')
  assert.equal(source.render({ Номер: '1' }), '')
})

test('a name that no record had is missing, one that some had is not, one never asked for neither', () => {
  const source = fieldSource('Менеджр')
  assert.equal(source.missing(), null)
  source.render({ Менеджер: 'Ларина' })
  assert.equal(source.missing(), 'Менеджр')
  source.render({ менеджр: '' })
  assert.equal(source.missing(), null, 'an empty cell is a cell')
  assert.equal(fieldSource('{{ Менеджр }}').missing(), null)
})

test('values come as texts: yes and no in words, lists with commas, nothing as nothing', () => {
  const render = (value: unknown) => fieldSource('x').render({ x: value })
  assert.deepEqual([true, false, ['a', null, true], 5, null, undefined, ''].map(render), [
    'да',
    'нет',
    'a, , да',
    '5',
    '',
    '',
    '',
  ])
})

test('a template puts values into a text, and an empty cell counts as no', () => {
  const mark = fieldSource('{{ Комментарий }}{% if ВИП %} { VIP }{% endif %}{% if ЧС %} { ЧЕРНЫЙ СПИСОК }{% endif %}')
  assert.equal(mark.render({ Комментарий: 'Постоянный', ВИП: 'Да', ЧС: '' }), 'Постоянный { VIP }')
  assert.equal(mark.render({ Комментарий: 'Постоянный', ВИП: '', ЧС: '' }), 'Постоянный')
  assert.equal(mark.render({ ВИП: true }), '{ VIP }')
  assert.equal(mark.render({}), '')
  assert.equal(fieldSource("{{ ['Номер заказа'] | default: 'нет' }}").render({ 'Номер заказа': '' }), 'нет')
})

test('a template that fails on a value gives nothing there and says so once, and works on', () => {
  const source = fieldSource('{{ Ссылка | url_decode }}')
  assert.equal(source.fault(), null)
  assert.equal(source.render({ Ссылка: '%E0%A4%A' }), '')
  assert.equal(source.render({ Ссылка: 'a%20b' }), 'a b')
  assert.match(source.fault()!, /^URI malformed$/)
  assert.equal(fieldSource('Ссылка').fault(), null)
})

test('a template cannot take the memory of the program, read files or reach behind the values', () => {
  const endless = fieldSource('{% for i in (1..99999999) %}x{% endfor %}')
  assert.equal(endless.render({}), '')
  assert.notEqual(endless.fault(), null)
  for (const tag of ["{% include 'obmen24.yaml' %}", "{% render 'a' %}", "{% layout 'a' %}"]) {
    assert.notEqual(templateFault(tag), null, tag)
  }
  assert.equal(fieldSource('{{ constructor }}{{ x.constructor }}{{ __proto__ }}').render({ x: {} }), '')
})

test('what the settings let through the work can run: an unknown filter is a fault of the settings', () => {
  assert.equal(templateFault('{{ x | nosuch }}')?.code, 'settings.template')
  for (const good of ['{{ x | upcase }}', "{{ x | date: '%d.%m.%Y' }}", '{{ x | plus: 1 }}']) {
    assert.equal(templateFault(good), null)
    fieldSource(good).render({ x: '2026-03-05' })
  }
})

test('a title is a text even where a column is called so', () => {
  assert.equal(templateText('Заказ').render({ Заказ: '7' }), 'Заказ')
  assert.equal(templateText('Заказ {{ number }}').render({ number: '0007' }), 'Заказ 0007')
})
