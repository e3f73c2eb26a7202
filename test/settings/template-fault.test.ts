import assert from 'node:assert/strict'
import { test } from 'node:test'
import { templateFault } from '../../src/settings/template-fault.ts'

test('texts and templates that Liquid understands have no fault', () => {
  const good = [
    '',
    'Менеджер',
    'Заказ {{ number }}',
    "{{ ['Номер заказа'] }}",
    '{{ client | default: "нет имени" }}',
    '{{ comment }}{% if ВИП %} { VIP }{% endif %}',
    '{{- number -}}',
  ]
  for (const text of good) assert.equal(templateFault(text), null, text)
})

test('a template that is not closed or has an unknown tag says what Liquid made of it', () => {
  assert.deepEqual(templateFault('{{ number'), {
    code: 'settings.template',
    args: { text: '{{ number', detail: 'output "{{ number" not closed' },
  })
  assert.equal(templateFault('{% fro x in y %}')?.code, 'settings.template')
})

test('a name of several words without quotes is refused, because Liquid would read its first word only', () => {
  assert.deepEqual(templateFault('№ {{ Номер заказа }}'), { code: 'settings.template-words', args: { words: 'Номер заказа' } })
  assert.equal(templateFault('{{ Дата создания | date: "%d.%m" }}')?.args['words'], 'Дата создания')
})
