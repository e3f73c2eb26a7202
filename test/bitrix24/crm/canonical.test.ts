import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalValue, pointKey, sameValue } from '../../../src/bitrix24/crm/canonical.ts'
import { numberKey } from '../../../src/bitrix24/crm/point-key.ts'

const one = (type: string, value: unknown) => canonicalValue({ type, isMultiple: false }, value)
const several = (type: string, value: unknown) => canonicalValue({ type, isMultiple: true }, value)

test('every way to say nothing is the empty text', () => {
  const types = ['double', 'integer', 'date', 'datetime', 'money', 'enumeration', 'user', 'crm_company']
  for (const type of types) {
    for (const value of [null, undefined, '', 0, '0', [], false]) assert.equal(one(type, value), '', `${type} ${String(value)}`)
  }
  for (const type of ['string', 'crm_status']) {
    for (const value of [null, undefined, '', [], false]) assert.equal(one(type, value), '', `${type} ${String(value)}`)
  }
  for (const value of [null, '', [], {}, [null, '']]) assert.equal(several('string', value), '')
})

test('a boolean is Y or N, whatever it came as', () => {
  assert.deepEqual(
    ['Y', 'y', true, 1, '1'].map((value) => one('boolean', value)),
    ['Y', 'Y', 'Y', 'Y', 'Y'],
  )
  assert.deepEqual(
    ['N', false, 0, '0', null, ''].map((value) => one('boolean', value)),
    ['N', 'N', 'N', 'N', 'N', 'N'],
  )
})

test('numbers, money, ids and dates have one form', () => {
  assert.equal(one('double', '1000.000000'), '1000')
  assert.equal(one('double', 12.5), '12.5')
  assert.equal(one('money', '1234.50|RUB'), '1234.5|RUB')
  assert.equal(one('money', '|EUR'), '')
  assert.equal(one('enumeration', 41), '41')
  assert.equal(one('employee', '5'), '5')
  assert.equal(one('date', '2024-07-23T02:00:00+02:00'), '2024-07-23')
  assert.equal(one('datetime', '2024-07-23T02:00:00+02:00'), '2024-07-23T02:00:00+02:00')
  assert.equal(one('file', { id: 5 }), '')
})

test('several values are a JSON array of texts, an object with gaps too', () => {
  assert.equal(several('enumeration', [41, '42', 0]), '["41","42"]')
  assert.equal(several('string', { 0: 'опт', 2: 'юг' }), '["опт","юг"]')
})

test('a text stays as it is, spaces and tags included', () => {
  assert.equal(one('text', ' [b]Важно[/b] \n звонить '), ' [b]Важно[/b] \n звонить ')
})

test('comments are the same when only their marks and spaces differ, other texts only by spaces', () => {
  assert.ok(sameValue('comments', 'Важно: звонить <b>утром</b>', '[b]Важно[/b]:\n звонить утром'))
  assert.ok(sameValue('comments', 'Рога &amp; копыта<br>2', 'Рога & копыта 2'))
  assert.ok(!sameValue('comments', 'звонить утром', 'звонить вечером'))
  assert.ok(!sameValue('comments', '[VIP] звонить утром', 'звонить утром'))
  assert.ok(sameValue('title', 'ООО  «Лютик» ', 'ООО «Лютик»'))
  assert.ok(!sameValue('title', 'ООО <b>', 'ООО'))
  assert.ok(!sameValue('title', 'ООО «Лютик»', 'ооо «лютик»'))
})

test('values in another order, moments in another zone and a zero for nothing are the same', () => {
  assert.ok(sameValue('UF_CRM_BRANDS', '["51","52"]', '["52","51"]'))
  assert.ok(!sameValue('UF_CRM_BRANDS', '["51"]', '["52","51"]'))
  assert.ok(sameValue('UF_CRM_SEEN', '2026-03-05T10:15:00+03:00', '2026-03-05T08:15:00+01:00'))
  assert.ok(sameValue('UF_CRM_SEEN', '2026-03-05T10:15:00', '2026-03-05T10:15:00+03:00'))
  assert.ok(!sameValue('UF_CRM_SEEN', '2026-03-05T10:15:00', '2026-03-05T10:16:00+03:00'))
  assert.ok(sameValue('revenue', '0', ''))
  assert.ok(!sameValue('revenue', '0', '5'))
  assert.ok(!sameValue('UF_CRM_NOTE_A', '["не список', ''))
})

test('a phone is its digits, with the Russian 8 made 7 and the extension kept apart', () => {
  for (const value of ['+7 (495) 000-00-01', '84950000001', '7 495 0000001', '495 000-00-01'])
    assert.equal(pointKey('PHONE', value), '74950000001', value)
  assert.equal(pointKey('PHONE', '+7 495 000-00-01 доб. 12'), '74950000001#12')
  assert.equal(pointKey('PHONE', '+74950000001, ext 7'), '74950000001#7')
  assert.equal(numberKey('8 495 000-00-01 доб.12'), '74950000001')
  assert.equal(pointKey('PHONE', '+375 29 000-00-01'), '375290000001')
  assert.equal(pointKey('PHONE', 'Нет телефона'), 'нет телефона')
})

test('an e-mail has no case, a site no scheme, no www and no bare slash at its end', () => {
  assert.equal(pointKey('EMAIL', ' Info@Example.org'), 'info@example.org')
  assert.equal(pointKey('WEB', 'HTTPS://www.Example.org/Shop/'), 'example.org/Shop')
  assert.equal(pointKey('WEB', 'example.org/'), pointKey('WEB', 'http://EXAMPLE.org'))
  assert.equal(pointKey('IM', ' lutik '), 'lutik')
})
